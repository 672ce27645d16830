"""Readings that lie open while others are laid beside them: none is taken out twice."""

from collections.abc import Iterable

from sqlalchemy import Connection

from sayso.ledger import load_readings
from sayso.records import Reading

__all__ = ["Opened"]

_ROOM = 1_000  # readings, the last that were needed: some 20 MB


class Opened:
    """Readings by their numbers, for as long as there is room; one that is kept never changes."""

    def __init__(self) -> None:
        self._open: dict[int, Reading] = {}

    def readings(self, connection: Connection, numbers: Iterable[int]) -> dict[int, Reading]:
        """These readings, in order of their numbers."""
        wanted = sorted({*numbers})
        known = {it: self._open.pop(it) for it in wanted if it in self._open}
        found = known | load_readings(connection, {*wanted} - {*known})
        self._open |= found  # those that were needed now come last
        for number in [*self._open][:-_ROOM]:
            del self._open[number]
        return {number: found[number] for number in wanted}
