"""Decisions that come twice, as from a program that heard no answer to the first."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sayso.ledger import Batch, judgements_in
from sayso.records import Judgement, JudgementKind

__all__ = ["Repeated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """What somebody decides once more, to be found among what stands."""

    kind: JudgementKind
    made_by: str
    change: dict[str, Any]

    def of_mention(self, batch: Batch, mention: str) -> int | None:
        """The last judgement of that kind about a mention, where it is this one."""
        return self._last(batch, lambda it: it.anchor is not None and it.anchor.mention == mention)

    def of_person(self, batch: Batch) -> int | None:
        """The last judgement of that kind about a person, where it is this one."""
        person = self.change["person"]
        return self._last(batch, lambda it: it.change.get("person") == person)

    def of_report(self, batch: Batch, address: str) -> int | None:
        """The last judgement of that kind about a report, where it is this one."""
        about = {
            judgement
            for report in batch.find("report", "address", address)
            for version in batch.find("version", "report", report)
            for judgement in batch.find("judgement", "version", version)
        }
        return self._last(batch, lambda it: it.number in about)

    def of_undoing(self, batch: Batch, number: int) -> int | None:
        """The judgement that took one back, where that is this one."""
        return self._last(batch, lambda it: it.undoes == number)

    def _last(self, batch: Batch, about: Callable[[Judgement], bool]) -> int | None:
        for one in reversed(judgements_in(batch.connection).values()):
            if one.stands and one.kind is self.kind and about(one):
                same = one.made_by == self.made_by and self._changes(batch, one) == self.change
                return one.number if same else None
        return None

    def _changes(self, batch: Batch, one: Judgement) -> dict[str, Any]:
        """What a judgement changes; a person who was split off is told by the name."""
        if one.kind is JudgementKind.SPLIT:
            return {"name": batch.values("person", one.change["person"])["name"]}
        return dict(one.change)
