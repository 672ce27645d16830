"""Texts and places in them."""

import datetime
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Report", "Span", "Spans"]


class Span(NamedTuple):
    """A stretch `[start, end)` of a report's text, in Unicode code points.

    A named tuple, unlike the other records, because a span is written `[start, end]` in JSON.

    >>> Span(7, 12).of("He has spoken")
    'spoke'
    """

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at this span of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether both share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether all of `other` lies inside."""
        return self.start <= other.start and other.end <= self.end


Spans = tuple[Span, ...]
"""A mention that may be discontinuous: its pieces in order, apart from each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A story as one outlet published it; `text` never changes, and `id` is the hash of it."""

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    language: str | None = None
