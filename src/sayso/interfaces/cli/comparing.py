"""Commands that lay reports beside one another: `series`."""

from typing import Annotated

import typer

from sayso.interfaces.cli.filters import (
    CertaintyFilter,
    KindFilter,
    ModeFilter,
    OfficeFilter,
    OutletFilter,
    SaidSince,
    SaidUntil,
    Since,
    SpeakerFilter,
    Until,
    text_option,
)
from sayso.interfaces.cli.options import Color, Debug, FormatOption, LedgerOption
from sayso.interfaces.comparing_printing import print_series
from sayso.interfaces.printing import Format

__all__ = ["app", "series"]

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
def series(
    thing: _Thing,
    *,
    place: _Where = None,
    speaker: SpeakerFilter = None,
    office: OfficeFilter = None,
    outlet: OutletFilter = None,
    mode: ModeFilter = None,
    kind: KindFilter = None,
    certainty: CertaintyFilter = None,
    said_since: SaidSince = None,
    said_until: SaidUntil = None,
    since: Since = None,
    until: Until = None,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Show how often one thing was counted, by whom and when, and which counts cannot both be."""
    given = {name: value for name, value in locals().items() if name != "place"}
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        found = pipeline.series(kept, thing, pipeline.search_of(given), place=place)
    raise typer.Exit(print_series(found, format=format, color=color))
