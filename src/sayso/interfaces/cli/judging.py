"""Commands about what people decide: `judge`, `fill`, `judgements`, `undo`."""

from typing import Annotated

import typer

from sayso.interfaces.cli.options import (
    By,
    Color,
    Debug,
    FormatOption,
    LedgerOption,
    Reason,
    deciding,
    user,
)
from sayso.interfaces.ledger_printing import print_blanks, print_judgements, print_made
from sayso.interfaces.printing import Format

__all__ = ["app", "fill", "judge", "judgements", "undo"]

app = typer.Typer()

_Mention = Annotated[
    str,
    typer.Argument(
        metavar="ID", help="The id of a statement, figure, time or claim that was read."
    ),
]
_Fields = Annotated[
    list[str],
    typer.Argument(
        metavar="FIELD=VALUE", help="What is so: speaker=NAME, value=8000, outcome=came_true."
    ),
]
_Report = Annotated[
    str | None,
    typer.Argument(metavar="ADDRESS", help="A report, by its address or file, as listed."),
]
_Filling = Annotated[
    list[str] | None,
    typer.Argument(metavar="FIELD=VALUE", help="outlet=NAME, published=2024-10-31, or both."),
]
_Filler = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="Who decides; without it, what SAYSO_USER names, or who is logged in.",
    ),
]
_Number = Annotated[int, typer.Argument(metavar="NUMBER", help="A number from sayso judgements.")]


@app.command(
    epilog="""\b
Examples:
  sayso judge 25ceef8dc14801d7.s154-158+0-114 speaker="Lloyd Austin" --by ana
  sayso judge 25ceef8dc14801d7.q12-17 value=8000 relation=at_most --by ana --reason "see record"
"""
)
def judge(
    mention: _Mention,
    fields: _Fields,
    *,
    by: By,
    reason: Reason = None,
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Correct what was read; it is applied again after every re-reading, until it is undone."""
    from sayso import pipeline

    with deciding(ledger, by, reason) as (kept, decider):
        print_made(pipeline.judge(kept, mention, fields, by=decider))


@app.command(
    epilog="""\b
Examples:
  sayso fill
  sayso fill reports/pay.txt outlet="The Harbour Ledger" published=2024-11-01 --by ana

Exit status of the list: 0 where nothing is left to fill in, 1 where something is.
"""
)
def fill(
    report: _Report = None,
    fields: _Filling = None,
    *,
    by: _Filler = None,
    reason: Reason = None,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """List reports whose outlet or day is not known, or give them."""
    from sayso import pipeline

    if report is None:
        with pipeline.Ledger(ledger, create=False) as kept:
            raise typer.Exit(print_blanks(pipeline.blanks(kept), format=format, color=color))
    with deciding(ledger, by or user(), reason) as (kept, decider):
        print_made(pipeline.fill(kept, report, fields or [], by=decider))


@app.command(
    epilog="""\b
Examples:
  sayso judgements
  sayso judgements --format jsonl
"""
)
def judgements(
    *,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """List what people decided: who, when, why, and whether it stands."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        print_judgements(pipeline.judgements(kept), format=format, color=color)


@app.command(
    epilog="""\b
Examples:
  sayso undo 4 --by ana --reason "wrong report"
"""
)
def undo(
    number: _Number,
    *,
    by: By,
    reason: Reason = None,
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Take a judgement back; an undo can be undone as well."""
    from sayso import pipeline

    with deciding(ledger, by, reason) as (kept, decider):
        print_made(pipeline.undo(kept, number, by=decider))
