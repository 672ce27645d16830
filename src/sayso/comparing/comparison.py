"""A quotation beside the words of the record that it renders: what the checks of drift look at."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.comparing.changes import Change, changes_of
from sayso.comparing.clips import Cut, cuts_of
from sayso.comparing.placement import Placement
from sayso.comparing.wording import Wording
from sayso.comparing.words import is_number, read_words
from sayso.records import Drift, DriftKind, Person

__all__ = ["Comparison", "Departure", "compare", "departure", "figure_pairs"]

_STOP = re.compile(r"[.!?]\s|\n")
_REACH = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """One drift, whether it alters what is claimed, and the change of words that it explains."""

    drift: Drift
    grave: bool = False
    change: Change | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Where a quotation stands in the record, how the words differ, and what is cut beside it.

    `person` is whom the report gives it to, `frame` the report's own words in its sentence.
    """

    placement: Placement
    person: Person | None
    changes: tuple[Change, ...]
    before: Cut
    after: Cut
    frame: tuple[str, ...]


def compare(placement: Placement, person: Person | None) -> Comparison:
    """Lay a quotation, given to that person, beside its place in the record."""
    before, after = cuts_of(placement)
    return Comparison(
        placement=placement,
        person=person,
        changes=changes_of(placement),
        before=before,
        after=after,
        frame=_frame(placement.wording),
    )


def _frame(wording: Wording) -> tuple[str, ...]:
    """The report's own words beside the quotation, in its sentence."""
    first, last = wording.spans[0].start, wording.spans[-1].end
    before = _STOP.split(wording.text[max(first - _REACH, 0) : first])[-1]
    after = _STOP.split(wording.text[last : last + _REACH], maxsplit=1)[0]
    return tuple(word.form for text in (before, after) for word in read_words(text))


def departure(kind: DriftKind, change: Change, *, grave: bool = False) -> Departure:
    """A drift of that kind in that change of words."""
    return Departure(
        drift=Drift(kind=kind, was=change.was_text or None, became=change.became_text or None),
        grave=grave,
        change=change,
    )


def figure_pairs(placement: Placement) -> Iterator[tuple[int, int]]:
    """Figures of the record and what became of each, by the numbers of their words."""
    for piece in placement.pieces:
        for run in piece.runs:
            was = [at for at in range(*run.was) if is_number(placement.index.forms[at])]
            became = [
                at for at in range(*run.became) if is_number(placement.wording.words[at].form)
            ]
            yield from zip(was, became, strict=False)
