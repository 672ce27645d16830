"""Texts and places in them."""

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

__all__ = ["Report", "Span", "Spans", "begun_in"]


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


class _Mention(Protocol):
    @property
    def span(self) -> Span: ...


_M = TypeVar("_M", bound=_Mention)


def begun_in(mentions: Sequence[_M], span: Span) -> Sequence[_M]:
    """The mentions, given in the order of a text, that begin within a span of it."""
    first = bisect_left(mentions, span.start, key=_start)
    return mentions[first : bisect_left(mentions, span.end, lo=first, key=_start)]


def _start(mention: _Mention) -> int:
    return mention.span.start


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
