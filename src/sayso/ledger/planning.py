"""Batches planned beside the program that writes them, one ahead of it."""

import datetime
from collections.abc import Callable
from typing import TypeVar

from sayso.collecting import uncollected
from sayso.ledger.batches import Batch
from sayso.ledger.closing import Closing
from sayso.ledger.connections import Connections
from sayso.ledger.known import Known
from sayso.ledger.plans import Plan

__all__ = ["Planning"]

_Made = TypeVar("_Made")


class Planning(Closing):
    """Plans one batch after the other for a ledger that is there; writes nothing."""

    def __init__(self, address: str) -> None:
        self._connections = Connections(address)
        self._known: Known | None = None

    def close(self) -> None:
        """Let go of the file or the database."""
        self._connections.close()

    def plan(
        self, fill: Callable[[Batch], _Made], *, now: datetime.datetime, maker: str, afresh: bool
    ) -> tuple[Plan, _Made]:
        """The batch that `fill` makes, and what that gives.

        It is for the ledger as it is once the batch planned before is written; where it is planned
        `afresh`, for the ledger as it is now.
        """
        before = None if afresh else self._known
        self._known = None
        with self._connections.glancing() as connection, uncollected():
            batch = Batch(connection, now=now, maker=maker, before=before)
            made = fill(batch)
            plan = batch.plan()
            self._known = batch.known()
        return plan, made
