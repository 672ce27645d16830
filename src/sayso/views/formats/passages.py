"""What stands where in a report: words at spans, and the mentions inside a statement."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from sayso.records import Holding, Place, Spans, Statement, Timex

__all__ = ["places_in", "times_in", "words_at"]

_Mention = TypeVar("_Mention", Place, Timex)


def words_at(spans: Spans, text: str) -> str | None:
    """The words at these spans, pieces joined by ` … `; None where there are none."""
    return " … ".join(span.of(text) for span in spans) or None


def times_in(report: Holding, statement: Statement) -> Iterator[Timex]:
    """The times that stand in what was said."""
    return _inside(report.reading.times, statement)


def places_in(report: Holding, statement: Statement) -> Iterator[Place]:
    """The places that stand in what was said."""
    return _inside(report.reading.places, statement)


def _inside(mentions: Sequence[_Mention], statement: Statement) -> Iterator[_Mention]:
    for mention in mentions:
        if any(piece.covers(mention.span) for piece in statement.content):
            yield mention
