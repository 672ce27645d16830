"""People: all of them, and one with everything said."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.lexicon import table
from sayso.records import (
    Board,
    Contradiction,
    ContradictionKind,
    Entry,
    FacetCount,
    KnownPerson,
    Series,
    Tenure,
)
from sayso.views.pages.entries import Line, entry_lines
from sayso.views.pages.forecasts import forecast_cards
from sayso.views.pages.frame import Frame, framed
from sayso.views.pages.strips import strips_of

__all__ = ["Known", "people_page", "person_page", "person_part"]

_FORECASTS = 8  # before a link to all


def people_page(
    people: Sequence[KnownPerson], name: str, frame: Frame, *, more: int | None = None
) -> str:
    """The people of that name, or all, a page at a time; `more` is the number that it ends with."""
    return framed("people.html", frame, people=people, name=name, more=more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of somebody beside his words: offices by the table, stories he speaks in."""

    tenures: Sequence[Tenure] = ()
    topics: Sequence[FacetCount] = ()


def person_page(
    person: KnownPerson,
    entries: Sequence[Entry],
    frame: Frame,
    *,
    total: int | None,
    known: Known | None = None,
) -> str:
    """Everything somebody said, oldest first, by year; `total` is None where it is too much."""
    lines, known = entry_lines(entries), known or Known()
    return framed(
        "person.html",
        frame,
        person=person,
        years=[(year, list(group)) for year, group in groupby(lines, key=_year)],
        shown=len(lines),
        total=total,
        tenures=known.tenures,
        topics=known.topics,
    )


def person_part(
    number: int,
    told: tuple[Sequence[Series], Board, Sequence[Contradiction]],
    frame: Frame,
) -> str:
    """How somebody's figures and words changed, and how his forecasts came out."""
    counted, board, pairs = told
    cards = forecast_cards(board.forecasts[:_FORECASTS])
    return framed(
        "parts/person_across.html",
        frame,
        number=number,
        strips=[(one, strips_of(one)) for one in counted],
        changed=[pair for pair in pairs if pair.kind is ContradictionKind.CHANGED],
        stances=table("signs")["stances"],
        cards=cards,
        more=len(board.forecasts) - len(cards),
    )


def _year(line: Line) -> str:
    published = line.entry.published
    return str(published.year) if published else "no day given"
