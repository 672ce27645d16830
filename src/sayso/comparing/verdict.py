"""The verdict on a quotation: it follows from named differences, never from likeness."""

from collections.abc import Sequence

from sayso.comparing.changes import printed
from sayso.comparing.comparison import Comparison, Departure
from sayso.comparing.passages import Passage
from sayso.comparing.placement import Placement
from sayso.comparing.wording import flat
from sayso.records import DriftKind, Verdict

__all__ = ["verdict_of"]

_MARKS = " .,;:!?-–—\"'"
# Words added where the record has a gap may stand in it; fewer than these are the report's slip.
_IN_GAP = 5


def verdict_of(comparison: Comparison, departures: Sequence[Departure]) -> Verdict:
    """How a quotation stands to the place that was found for it."""
    placement = comparison.placement
    if any(found.drift.kind is DriftKind.SPEAKER_CHANGED for found in departures):
        return Verdict.MISATTRIBUTED
    if placement.spliced:
        return Verdict.SPLICED
    if any(found.grave for found in departures):
        return Verdict.ALTERED_MEANING
    if any(_may_stand_in_gap(change.became, gap=change.gap) for change in comparison.changes):
        return Verdict.OUTSIDE_RECORD
    if comparison.changes:
        return Verdict.ALTERED_WORDING
    return Verdict.VERBATIM if _is_to_the_letter(placement) else Verdict.TRIVIALLY_EDITED


def _may_stand_in_gap(became: Sequence[str], *, gap: bool) -> bool:
    return gap and len(became) >= _IN_GAP


def _is_to_the_letter(placement: Placement) -> bool:
    if any(placement.index.same_text(placement.wording.letters(), most=1)):
        return True
    edited = placement.wording.insertions or _has_ellipsis(placement)
    return not edited and all(
        len(piece.runs) == 1 and _same_letters(placement, piece) for piece in placement.pieces
    )


def _has_ellipsis(placement: Placement) -> bool:
    text = placement.wording.text
    return any(
        "…" in span.of(text).strip(_MARKS + "…") or ".." in span.of(text).strip(_MARKS)
        for span in placement.wording.spans
    )


def _same_letters(placement: Placement, piece: Passage) -> bool:
    """Whether every stretch between the report's own words is printed as in the record."""
    wording, shift = placement.wording, piece.was[0] - piece.became[0]
    for span in wording.spans:
        numbers = [
            at for at in range(*piece.became) if span.start <= wording.words[at].start < span.end
        ]
        if not numbers:
            continue
        first, last = numbers[0], numbers[-1] + 1
        said = placement.index.surface(first + shift, last + shift)
        if flat(printed(placement, (first, last))) != flat(said):
            return False
    return True
