"""What the commands print that lay reports beside one another."""

import datetime
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from sayso.interfaces.printing import Format, write_line
from sayso.interfaces.terminal import complain, console

if TYPE_CHECKING:
    from sayso.records import Board, Contradiction, Moment, Series

__all__ = [
    "BoardFormat",
    "print_contradictions",
    "print_forecasts",
    "print_series",
    "print_timeline",
]


class BoardFormat(StrEnum):
    """How forecasts are written: besides, as a calendar of the days that are due."""

    TABLE = "table"
    JSONL = "jsonl"
    ICS = "ics"


def print_series(series: "Series", *, format: Format, color: bool | None) -> int:  # noqa: A002
    """Print the points of a series; 1 where there is none."""
    from sayso.views.series_table import series_table

    if format is Format.JSONL:
        _write(series.points)
    elif series.points:
        console(color=color).print(series_table(series))
    else:
        complain(f"no figure counts “{series.thing}”; try one noun, or leave out an option")
    return int(not series.points)


def print_contradictions(
    found: "Sequence[Contradiction]",
    *,
    format: Format,  # noqa: A002
    color: bool | None,
) -> int:
    """Print the pairs; 1 where there is none."""
    from sayso.views.contradiction_table import contradiction_table

    if format is Format.JSONL:
        _write(found)
    elif found:
        console(color=color).print(contradiction_table(found))
    else:
        complain("nobody contradicts anybody in what fits; try fewer words, or leave out an option")
    return int(not found)


def print_timeline(moments: "Sequence[Moment]", *, format: Format, color: bool | None) -> int:  # noqa: A002
    """Print the moments; 1 where there is none."""
    from sayso.views.timeline_table import timeline_table

    if format is Format.JSONL:
        _write(moments)
    elif moments:
        console(color=color).print(timeline_table(moments))
    else:
        complain("nothing with a day fits; try fewer words, or leave out an option")
    return int(not moments)


def print_forecasts(
    board: "Board",
    *,
    format: BoardFormat,  # noqa: A002
    color: bool | None,
    now: datetime.datetime,
) -> int:
    """Print the forecasts; 1 where there is none."""
    from sayso.views.forecast_table import forecast_board

    if format is BoardFormat.JSONL:
        _write(board.forecasts)
    elif format is BoardFormat.ICS:
        from sayso.views.calendar import forecast_calendar

        write_line(forecast_calendar(board, now=now))
    elif board.forecasts:
        console(color=color).print(forecast_board(board, today=now.date()))
    else:
        complain("nobody foretells anything in what fits; try fewer words, or leave out an option")
    return int(not board.forecasts)


def _write(records: Sequence[object]) -> None:
    from sayso.views.jsonl import record_line

    for record in records:
        write_line(record_line(record))
