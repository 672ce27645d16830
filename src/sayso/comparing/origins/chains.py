"""Who had it from whom: credits first, then copies and shared mistakes, in the order of time."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sayso.comparing.origins.credits import (
    Credit,
    credits_in,
    is_agency,
    is_from_agencies,
    is_newsroom,
    known_name,
)
from sayso.comparing.origins.neighbours import Neighbour, neighbours_of
from sayso.comparing.origins.traces import traces_of
from sayso.records import Origin, OriginKind, Reading

__all__ = ["find_origins"]

# Swept on three events of reports, each without the one measured: two that were written apart of
# one press conference share less than this, also where both have its words verbatim.
_COPY = 0.08
_WITH_A_CUT = 0.06
# A report that says itself it was made from agencies' copy comes from the nearest of them.
_FROM_AN_AGENCY = 0.01
_DIGEST = 3  # names that are given as sources by a report that tells what others have
_LEAD = 600  # characters in which a report that retells another says so
_SHOWN = 80  # characters of the words that tell a copy


def find_origins(readings: Sequence[Reading]) -> tuple[Origin, ...]:
    """The origin of each report, in order of their days; the order given does not matter.

    The reports are those of one happening: what is common to all of them tells nothing.
    """
    by_id = {reading.report.id: reading for reading in readings}
    order = sorted(by_id, key=lambda of: (_day(by_id[of]), of))
    traces = {of: traces_of(by_id[of]) for of in order}
    near = neighbours_of(order, traces)
    credited = {of: _credit(by_id[of]) for of in order}
    parents = {
        of: parent
        for at, of in enumerate(order)
        if credited[of] is None
        for parent in [_parent(by_id[of], near[of], (set(order[:at]), credited))]
        if parent
    }
    family = _Family(by_id=by_id, credited=credited, parents=parents, traces=traces)
    return tuple(family.origin(of) for of in order)


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
            kind = OriginKind.MISTAKE if parent.cuts else OriginKind.COPY
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
        words = self.traces[of][parent.shared[0]]
        outlet = self.by_id[parent.report].report.outlet or "another report"
        like = "words cut as nowhere else" if parent.cuts else "the same run of words"
        return f"{like} as in {outlet}: “{_short(words)}”"


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"


def _day(reading: Reading) -> datetime.date:
    return reading.report.published or datetime.date.max


def _credit(reading: Reading) -> Credit | None:
    """The one credit that tells where a report comes from; a digest of many has none."""
    found = credits_in(reading.report)
    if len({it.name for it in found}) >= _DIGEST:
        return None
    through = [it for it in found if it.through and it.at < _LEAD]
    credits = [it for it in found if it.kind is OriginKind.CREDIT]
    cited = [it for it in found if it.at < _LEAD // 2 or len(found) > 1]
    return next(iter([*through, *credits, *cited]), None)


def _parent(
    reading: Reading,
    near: Sequence[Neighbour],
    known: tuple[set[str], Mapping[str, Credit | None]],
) -> Neighbour | None:
    """The report that one without a credit was likely made from."""
    earlier, credited = known
    if is_newsroom(reading.report):
        return None
    from_agencies = is_from_agencies(reading.report.text)
    for one in near:
        credit = credited[one.report]
        if credit is None and one.report not in earlier:
            continue
        agency = credit is not None and is_agency(credit.name)
        if from_agencies:
            if agency and one.cosine >= _FROM_AN_AGENCY:
                return one
        elif one.cosine >= (_WITH_A_CUT if one.cuts else _COPY):
            return one
    return None
