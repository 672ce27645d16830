"""The day on which quoted words were said, where the text tells it."""

import datetime
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon import table, words
from sayso.records import Span

__all__ = ["Saying", "day_said", "days_by_line", "is_saying", "quotation_of"]

_ROWS = table("tenses")
_SPEECH = words("cues", "speech") | frozenset([*_ROWS["sayings"], *_ROWS["remarks"]])


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """A day on which the text says that somebody spoke: its place, sentence and line."""

    span: Span
    day: datetime.date
    sentence: int
    line: int


def is_saying(marker: str) -> bool:
    """Whether the verb next to a time is one of speech."""
    return marker in _SPEECH


def quotation_of(span: Span, quoted: Sequence[Span]) -> Span | None:
    """The quoted stretch, of those in order, that has the words."""
    at = bisect_right(quoted, span.start, key=lambda stretch: stretch.start) - 1
    return quoted[at] if at >= 0 and quoted[at].end > span.start else None


def days_by_line(sayings: Sequence[Saying]) -> dict[int | None, set[datetime.date]]:
    """The days of each line, and under None those of the whole text."""
    days: dict[int | None, set[datetime.date]] = defaultdict(set)
    for saying in sayings:
        days[saying.line].add(saying.day)
        days[None].add(saying.day)
    return dict(days)


def day_said(
    quotation: Span, sayings: Sequence[Saying], *, sentences: tuple[int, int]
) -> datetime.date | None:
    """The nearest day told in the sentences of a quotation, of sayings in order."""
    after = bisect_left(sayings, quotation.start, key=lambda saying: saying.span.start)
    near = [
        saying
        for saying in sayings[max(0, after - 1) : after + 1]
        if sentences[0] <= saying.sentence <= sentences[1]
    ]
    return min(near, key=lambda saying: _distance(saying.span, quotation)).day if near else None


def _distance(one: Span, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0)
