"""Drift of the speaker: somebody else's words, or the report's own prose in quotation marks."""

from collections.abc import Iterator
from itertools import pairwise

from sayso.comparing.comparison import Comparison, Departure
from sayso.lexicon import words
from sayso.records import Drift, DriftKind

__all__ = ["speaker_changed"]


def speaker_changed(comparison: Comparison) -> Iterator[Departure]:
    """In the record somebody else says these words, or the report itself does."""
    labels = ", ".join(comparison.placement.labels)
    if comparison.placement.voice is False:
        yield _given(comparison, labels or "somebody else")
    elif comparison.changes and _tells_who_speaks(comparison):
        yield _given(comparison, "the report itself")


def _given(comparison: Comparison, speaker: str) -> Departure:
    name = comparison.person.name if comparison.person else None
    return Departure(drift=Drift(kind=DriftKind.SPEAKER_CHANGED, was=speaker, became=name))


def _tells_who_speaks(comparison: Comparison) -> bool:
    """Whether the quotation names its own speaker as saying it, as a reporter's prose does."""
    if comparison.person is None:
        return False
    name, verbs = comparison.person.name.lower().split(), words("cues", "speech")
    return any(
        (left in verbs and right in name) or (left in name and right in verbs)
        for left, right in pairwise(comparison.placement.wording.forms)
    )
