"""Tables of what lies beside one another: nothing steers the terminal, every line fits."""

import datetime
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from sayso.comparing.forecasts import find_forecasts
from sayso.comparing.positions import find_contradictions
from sayso.comparing.series import find_series, read_thing
from sayso.comparing.timeline import find_timeline
from sayso.records import Interval, Outcome, Point, Polarity, Quantity, Relation, Series, Span
from sayso.views.calendar import forecast_calendar
from sayso.views.contradiction_table import contradiction_table
from sayso.views.forecast_table import forecast_board
from sayso.views.series_table import bar, series_table, sparkline
from sayso.views.timeline_table import timeline_table
from tests.comparing.counts import DAY, counting, day, foretelling, kept
from tests.views.conftest import Show

ODD = "Ilse \x1b[31mVarga\x1b[0m " + "x" * 300
FIGURE = Quantity(id="q", span=Span(0, 1), value=Decimal(40), counted="soldiers")


FIGURES: dict[str, dict[str, Any]] = {
    "40": {},
    "400": {"value": Decimal(400)},
    "60": {"value": Decimal(60), "relation": Relation.AT_LEAST},
    "9" * 40: {"value": Decimal("9" * 40)},
    "dozens of": {"value": None, "relation": Relation.VAGUE},
}


def series() -> Series:
    reports = [
        counting(kept(f"{value} soldiers came.", speaker=ODD), value, replace(FIGURE, **told))
        for value, told in FIGURES.items()
    ]
    return find_series(reports, read_thing("troops"))


@pytest.mark.parametrize("width", [40, 80, 120])
def test_a_series_fits(show: Show, width: int) -> None:
    shown = show(series_table(series()), width)
    assert "\x1b" not in shown
    assert "≥ 60" in shown
    assert "dozens of" in shown


@pytest.mark.parametrize(
    ("low", "high", "drawn"),
    [
        (50, 50, "          ●           "),
        (None, 100, "◄────────────────────┤"),
        (50, None, "          ├──────────►"),
        (0, 100, "├────────────────────┤"),
        (None, None, "······················"),
    ],
    ids=str,
)
def test_a_bar(low: int | None, high: int | None, drawn: str) -> None:
    bounds = [None if it is None else Decimal(it) for it in (low, high)]
    point = replace(point_of(), low=bounds[0], high=bounds[1])
    assert bar(point, Decimal(100)) == drawn
    assert "●" not in bar(replace(point, origin="Corvane News Agency"), Decimal(100))


def point_of() -> Point:
    return series().points[0]


def test_a_sparkline_of_one_height() -> None:
    assert sparkline([]) == ""
    assert sparkline([Decimal(3), Decimal(3)]) == "▁▁"


@pytest.mark.parametrize("width", [40, 80])
def test_contradictions_and_timelines_fit(show: Show, width: int) -> None:
    yes = kept("Dockers occupied the harbour.", head="occupied", speaker=ODD)
    words = "Dockers have not occupied the harbour."
    no = kept(words, head="occupied", polarity=Polarity.NEGATIVE, speaker="Tom Brandt")
    shown = show(contradiction_table(find_contradictions([yes, no])), width)
    assert "+ yes" in shown
    assert "− no" in shown
    assert "\x1b" not in shown + show(timeline_table(find_timeline([yes, no])), width)


@pytest.mark.parametrize("today", [day(0), day(40)])
def test_a_board(show: Show, today: datetime.date) -> None:
    words = "The harbour will reopen in winter."
    one = foretelling(kept(words, head="reopen", speaker=ODD), "in winter", (day(5), day(30)))
    board = find_forecasts([one])
    shown = show(forecast_board(board, today=today), 80)
    assert ("due: somebody should decide" in shown) is (today > day(30))
    decided = replace(board.forecasts[0], outcome=Outcome.VOID, judged_by="ana")
    assert "void, says ana" in show(
        forecast_board(replace(board, forecasts=(decided,)), today=today), 80
    )
    assert "\x1b" not in shown


def test_a_calendar_holds_only_days_that_are_open() -> None:
    words = "The harbour will reopen in winter."
    one = foretelling(kept(words, head="reopen"), "in winter", (day(5), day(30)))
    board = find_forecasts([one])
    now = datetime.datetime(2024, 11, 5, tzinfo=datetime.UTC)
    assert b"DTSTART;VALUE=DATE:20241201" in forecast_calendar(board, now=now)
    open_end = replace(board.forecasts[0], window=Interval(earliest=DAY))
    assert b"VEVENT" not in forecast_calendar(replace(board, forecasts=(open_end,)), now=now)
