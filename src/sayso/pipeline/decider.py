"""Who decides something, when, and why."""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sayso.ledger import Decision
from sayso.pipeline.repeating import Repeated
from sayso.records import JudgementKind

__all__ = ["Decider"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decider:
    """Who decides, when, and why; `seen` is the last judgement known to who decides, if told.

    With `once` a decision that stands already, by the same and with the same change, is not made
    again: its number is given.
    """

    name: str
    now: datetime.datetime
    reason: str | None = None
    seen: int | None = None
    once: bool = False

    def decision(self, kind: JudgementKind, change: dict[str, Any]) -> Decision:
        """That this was decided."""
        return Decision(kind=kind, made_by=self.name, reason=self.reason, change=change)

    def before(
        self,
        kind: JudgementKind,
        change: dict[str, Any],
        find: Callable[[Repeated], int | None],
    ) -> int | None:
        """The judgement by which this was decided already, where only one is wanted."""
        told = Repeated(kind=kind, made_by=self.name, change=change)
        return find(told) if self.once else None
