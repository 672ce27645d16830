"""The command about what was foretold: `forecasts`."""

import datetime
from typing import Annotated

import typer

from sayso.interfaces.cli.filters import Filters, day_option
from sayso.interfaces.cli.grouping import grouped
from sayso.interfaces.cli.options import Color, Debug, LedgerOption, clock, one_of
from sayso.interfaces.comparing_printing import BoardFormat, print_forecasts

__all__ = ["app", "forecasts"]

app = typer.Typer()

_Due = Annotated[
    datetime.date | None, day_option("Only those whose window ends on that day or earlier.")
]
_BoardFormat = Annotated[
    BoardFormat,
    typer.Option(
        parser=one_of(BoardFormat),
        metavar="table|jsonl|ics",
        help="A board to look at, JSON lines, or a calendar file of the days that are due.",
    ),
]


@app.command(
    epilog="""\b
Examples:
  sayso forecasts
  sayso forecasts --due 2022-07-31
  sayso forecasts --speaker Powell --format ics > due.ics
  sayso judge 25ceef8dc14801d7.c40-45 outcome=came_true --by ana

Exit status: 0 where a forecast was found, 1 where none was.
"""
)
@grouped
def forecasts(
    filters: Filters,
    *,
    due: _Due = None,
    ledger: LedgerOption = "sayso.db",
    format: _BoardFormat = BoardFormat.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Show what was foretold, until when, on which condition, and what was said of it later."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        board = pipeline.forecasts(kept, filters.search(), due=due)
    raise typer.Exit(print_forecasts(board, format=format, color=color, now=clock()))
