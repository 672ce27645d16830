"""The forecast board: what somebody should decide, what is open, what was decided."""

import datetime
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sayso.lexicon import table
from sayso.records import Board, Foretelling, Outcome
from sayso.views.figures import interval_words
from sayso.views.forecast_table import board_sections
from sayso.views.pages.frame import Frame, framed
from sayso.views.pages.narrowing import narrowing

__all__ = ["Card", "Told", "due_part", "forecast_cards", "forecasts_page"]

_MOST = 100  # of a section; whoever wants more narrows the page
_FIRST = 5  # on the first page


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A forecast with its sign and the days of its window."""

    forecast: Foretelling
    sign: Mapping[str, str]
    days: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The day, the last judgement, the one just `made`, and whether `more` reports fit."""

    today: datetime.date
    seen: int
    made: int | None = None
    more: bool = False


def forecasts_page(board: Board, asked: Mapping[str, str], frame: Frame, *, told: Told) -> str:
    """The board, with a form to decide."""
    sections = board_sections(board, today=told.today)
    return framed(
        "forecasts.html",
        frame,
        sections=[
            (heading, [_card(one) for one in found[:_MOST]], len(found) - _MOST)
            for heading, found in sections
            if found
        ],
        tallies=board.tallies,
        signs=table("signs")["outcomes"],
        stances=table("signs")["stances"],
        outcomes=list(Outcome),
        narrowed=narrowing("/forecasts", asked, more=told.more),
        seen=told.seen,
        made=told.made,
    )


def due_part(board: Board, frame: Frame, *, today: datetime.date) -> str:
    """The first few that somebody should decide."""
    due = board_sections(board, today=today)[0][1]
    cards = [_card(one) for one in due[:_FIRST]]
    return framed("parts/due_list.html", frame, cards=cards, more=len(due) - len(cards))


def forecast_cards(forecasts: Iterable[Foretelling]) -> list[Card]:
    """Forecasts with their signs and the days of their windows."""
    return [_card(one) for one in forecasts]


def _card(forecast: Foretelling) -> Card:
    return Card(
        forecast=forecast,
        sign=table("signs")["outcomes"][forecast.outcome or "open"],
        days=interval_words(forecast.window) if forecast.window else "no day named",
    )
