"""Who had it from whom: credits first, then copies and shared mistakes, in the order of time."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.origins.credits import Credit, credits_in, known_name
from sayso.comparing.origins.neighbours import Neighbour
from sayso.comparing.origins.parents import find_parents, in_order
from sayso.comparing.origins.traces import MISTAKE, RUN, SOURCE, traces_of
from sayso.records import Origin, OriginKind, Reading

__all__ = ["find_origins"]

_DIGEST = 3  # names that are given as sources by a report that tells what others have
_LEAD = 600  # characters in which a report that retells another says so
_SURE = (MISTAKE, SOURCE, RUN)  # what two reports share, the surest first
_LIKE = {
    MISTAKE: "words quoted wrongly",
    SOURCE: "a figure of a source that few cite",
    RUN: "the same run of words",
}
_SHOWN = 80  # characters of the words that tell a copy


def find_origins(readings: Sequence[Reading]) -> tuple[Origin, ...]:
    """The origin of each report, in order of their days; the order given does not matter.

    The reports are those of one happening: what is common to all of them tells nothing.
    """
    by_id = {reading.report.id: reading for reading in readings}
    traces = {of: traces_of(reading) for of, reading in by_id.items()}
    outlets = {it.report.outlet for it in by_id.values() if it.report.outlet}
    credited = {of: _credit(it, sorted(outlets)) for of, it in by_id.items()}
    parents = find_parents(by_id, traces, credited)
    family = _Family(by_id=by_id, credited=credited, parents=parents, traces=traces)
    return tuple(family.origin(of) for of in in_order(by_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Family:
    """The reports with what they credit, what each was likely made from, and their traces."""

    by_id: Mapping[str, Reading]
    credited: Mapping[str, Credit | None]
    parents: Mapping[str, Neighbour]
    traces: Mapping[str, Mapping[str, str]]

    def origin(self, of: str) -> Origin:
        """The origin of one of the reports, and what tells it."""
        credit, parent = self.credited[of], self.parents.get(of)
        if credit:
            return Origin(
                report=of,
                origin=credit.name,
                source=self._published(credit.name, of),
                kind=credit.kind,
                because=f"says so: “{credit.words}”",
            )
        if parent:
            mistaken = any(it.startswith(MISTAKE) for it in parent.shared)
            kind = OriginKind.MISTAKE if mistaken else OriginKind.COPY
            because = self._because(of, parent)
            name = self.name(parent.report)
            return Origin(report=of, origin=name, source=parent.report, kind=kind, because=because)
        return Origin(
            report=of, origin=self.name(of), kind=OriginKind.OWN, because="nothing tells another"
        )

    def name(self, of: str) -> str:
        """The name of the origin that a report goes back to."""
        seen = set()
        while of in self.parents and of not in seen:
            seen.add(of)
            of = self.parents[of].report
        credit, report = self.credited[of], self.by_id[of].report
        return credit.name if credit else known_name(report.outlet) or report.title or of

    def _published(self, name: str, of: str) -> str | None:
        """The report that its origin published itself, if it is at hand."""
        own = (it for it in self.by_id if known_name(self.by_id[it].report.outlet) == name)
        return next((it for it in own if it != of), None)

    def _because(self, of: str, parent: Neighbour) -> str:
        shared = min(parent.shared, key=lambda it: [not it.startswith(kind) for kind in _SURE])
        words = self.traces[of][shared]
        outlet = self.by_id[parent.report].report.outlet or "another report"
        like = _LIKE[shared.partition(" ")[0]]
        return f"{like} as in {outlet}: “{_short(words)}”"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"


def _credit(reading: Reading, outlets: Sequence[str]) -> Credit | None:
    """The one credit that tells where a report comes from; a digest of many has none."""
    found = credits_in(reading.report, outlets)
    if len({it.name for it in found}) >= _DIGEST:
        return None
    through = [it for it in found if it.through and it.at < _LEAD]
    credited = [it for it in found if it.kind is OriginKind.CREDIT]
    cited = [it for it in found if it.at < _LEAD // 2 or len(found) > 1]
    return next(iter([*through, *credited, *cited]), None)
