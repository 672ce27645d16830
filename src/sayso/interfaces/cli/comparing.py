"""Commands that lay reports beside one another: `series`, `contradictions`, `timeline`."""

from typing import Annotated

import typer

from sayso.interfaces.cli.filters import (
    CertaintyFilter,
    KindFilter,
    ModeFilter,
    OfficeFilter,
    OutletFilter,
    PlaceFilter,
    QuantityFilter,
    SaidSince,
    SaidUntil,
    Since,
    SpeakerFilter,
    Until,
    WordsFilter,
    text_option,
)
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
    given = locals()
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        found = pipeline.series(kept, thing, pipeline.search_of(given), clock=clock)
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
def contradictions(
    words: WordsFilter = None,
    *,
    speaker: SpeakerFilter = None,
    office: OfficeFilter = None,
    outlet: OutletFilter = None,
    place: PlaceFilter = None,
    quantity: QuantityFilter = None,
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
    """Show who says yes, who no and who perhaps to the same claim, and who changed his mind."""
    given = dict(locals())
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        found = pipeline.contradictions(kept, pipeline.search_of(given))
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
def timeline(
    words: WordsFilter = None,
    *,
    speaker: SpeakerFilter = None,
    office: OfficeFilter = None,
    outlet: OutletFilter = None,
    place: PlaceFilter = None,
    quantity: QuantityFilter = None,
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
    """Show in order of days what happened, what was said and what was published."""
    given = dict(locals())
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        moments = pipeline.timeline(kept, pipeline.search_of(given))
    raise typer.Exit(print_timeline(moments, format=format, color=color))
