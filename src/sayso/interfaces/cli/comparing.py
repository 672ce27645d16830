"""Commands that lay reports beside one another: `series`, `contradictions`, `timeline`."""

from typing import Annotated

import typer

from sayso.interfaces.cli.filters import Filters, SpokenFilters, text_option
from sayso.interfaces.cli.grouping import grouped
from sayso.interfaces.cli.options import Color, Debug, FormatOption, LedgerOption, clock
from sayso.interfaces.comparing_printing import print_contradictions, print_series, print_timeline
from sayso.interfaces.printing import Format

__all__ = ["app", "contradictions", "series", "timeline"]

app = typer.Typer()

_Thing = Annotated[
    str, typer.Argument(metavar="THING", help="What is counted, in any of its names.")
]
_Where = Annotated[
    str | None, text_option("PLACE", "Where it is counted: there, or in what lies in it.")
]


@app.command(
    epilog="""\b
Examples:
  sayso series "North Korean troops" --place Russia
  sayso series troops --speaker Blinken --since 2024-10-01
  sayso series casualties --format jsonl

Exit status: 0 where a figure was found, 1 where none was.
"""
)
@grouped
def series(
    thing: _Thing,
    filters: SpokenFilters,
    *,
    place: _Where = None,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Show how often one thing was counted, by whom and when, and which counts cannot both be."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        found = pipeline.series(kept, thing, filters.search(place=place), clock=clock)
    raise typer.Exit(print_series(found, format=format, color=color))


@app.command(
    epilog="""\b
Examples:
  sayso contradictions
  sayso contradictions "North Korean" --since 2024-10-01
  sayso contradictions --speaker Peskov --format jsonl

Exit status: 0 where a pair was found, 1 where none was.
"""
)
@grouped
def contradictions(
    filters: Filters,
    *,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Show who says yes, who no and who perhaps to the same claim, and who changed his mind."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        found = pipeline.contradictions(kept, filters.search())
    raise typer.Exit(print_contradictions(found, format=format, color=color))


@app.command(
    epilog="""\b
Examples:
  sayso timeline
  sayso timeline Kursk --since 2024-10-20 --until 2024-11-05
  sayso timeline --speaker Blinken --format jsonl

Exit status: 0 where a moment was found, 1 where none was.
"""
)
@grouped
def timeline(
    filters: Filters,
    *,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Show in order of days what happened, what was said and what was published."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        moments = pipeline.timeline(kept, filters.search())
    raise typer.Exit(print_timeline(moments, format=format, color=color))
