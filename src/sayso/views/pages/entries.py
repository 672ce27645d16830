"""Statements of a search as lines of a page, with what was found marked."""

from collections.abc import Iterable
from dataclasses import dataclass

from sayso.records import Entry, Interval
from sayso.views.figures import day_words
from sayso.views.marked_text import Segment, cut_at_marks
from sayso.views.signs import words_for

__all__ = ["Line", "entry_lines", "said_words"]

_LONGEST = 700  # letters of a statement that a list shows
_AROUND = 200  # of them before the first place that was found


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One statement in a list; `cut` says at which ends words were left out."""

    entry: Entry
    segments: tuple[Segment, ...]
    cut: tuple[bool, bool]
    how: str
    said: str | None


def entry_lines(entries: Iterable[Entry]) -> list[Line]:
    """A line for each statement."""
    return [_line(entry) for entry in entries]


def said_words(said: Interval | None) -> str | None:
    """The day of speaking, or the days it lies between."""
    if said is None:
        return None
    days = [day_words(day) for day in (said.earliest, said.latest) if day]
    return " – ".join(dict.fromkeys(days)) or None


def _line(entry: Entry) -> Line:
    first = entry.marked[0].start if entry.marked else 0
    start = max(0, first - _AROUND) if len(entry.words) > _LONGEST else 0
    end = min(len(entry.words), start + _LONGEST)
    shown = [
        (span._replace(start=span.start - start, end=span.end - start), 1) for span in entry.marked
    ]
    return Line(
        entry=entry,
        segments=tuple(cut_at_marks(entry.words[start:end], shown)),
        cut=(start > 0, end < len(entry.words)),
        how=words_for("modes")[entry.mode],
        said=said_words(entry.said_on),
    )
