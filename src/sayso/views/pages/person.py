"""People: all of them, and one with everything said."""

from collections.abc import Sequence
from itertools import groupby

from sayso.records import Entry, KnownPerson
from sayso.views.pages.entries import Line, entry_lines
from sayso.views.pages.frame import Frame, framed

__all__ = ["people_page", "person_page"]


def people_page(people: Sequence[KnownPerson], name: str, frame: Frame) -> str:
    """The people of that name, or the first of all."""
    return framed("people.html", frame, people=people, name=name)


def person_page(
    person: KnownPerson, entries: Sequence[Entry], frame: Frame, *, total: int | None
) -> str:
    """Everything somebody said, oldest first, by year; `total` is None where it is too much."""
    lines = entry_lines(entries)
    years = [(year, list(group)) for year, group in groupby(lines, key=_year)]
    return framed("person.html", frame, person=person, years=years, shown=len(lines), total=total)


def _year(line: Line) -> str:
    published = line.entry.published
    return str(published.year) if published else "no day given"
