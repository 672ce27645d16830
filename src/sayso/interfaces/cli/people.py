"""Commands about people across reports: `people`, `merge`, `split`, `rename`."""

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
)
from sayso.interfaces.ledger_printing import print_made, print_people
from sayso.interfaces.printing import Format

__all__ = ["app", "merge", "people", "rename", "split"]

app = typer.Typer()

_Name = Annotated[str | None, typer.Argument(metavar="NAME", help="Words of a name; all without.")]
_Candidates = Annotated[
    bool, typer.Option("--candidates", help="Pairs that may be one person, for you to decide.")
]
_Limit = Annotated[int, typer.Option(min=1, metavar="N", help="How many to show.")]
_Person = Annotated[int, typer.Argument(metavar="PERSON", help="A number from sayso people.")]
_Into = Annotated[int, typer.Argument(metavar="INTO", help="The number of who it is.")]
_NewName = Annotated[str, typer.Argument(metavar="NAME", help="The name from now on.")]
_Statement = Annotated[
    str, typer.Argument(metavar="STATEMENT", help="The id of a statement, from sayso search.")
]
_OtherName = Annotated[
    str | None, typer.Option("--name", metavar="NAME", help="What to call the other one.")
]


@app.command(
    epilog="""\b
Examples:
  sayso people
  sayso people Blinken
  sayso people --candidates
"""
)
def people(
    name: _Name = None,
    *,
    candidates: _Candidates = False,
    limit: _Limit = 100,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """List people across reports: number, name, other names, offices."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        if candidates:
            print_people(pipeline.candidates(kept, limit=limit), format=format, color=color)
        else:
            found = [(one,) for one in pipeline.people(kept, name, limit=limit)]
            print_people(found, format=format, color=color)


@app.command(
    epilog="""\b
Examples:
  sayso merge 12 3 --by ana --reason "the same press conference"
"""
)
def merge(
    person: _Person,
    into: _Into,
    *,
    by: By,
    reason: Reason = None,
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Take one person for another, everywhere, until it is undone."""
    from sayso import pipeline

    with deciding(ledger, by, reason) as (kept, decider):
        print_made(pipeline.merge(kept, person, into, by=decider))


@app.command(
    epilog="""\b
Examples:
  sayso split 25ceef8dc14801d7.s154-158+0-114 --name "John Smith (mayor)" --by ana
"""
)
def split(
    statement: _Statement,
    *,
    name: _OtherName = None,
    by: By,
    reason: Reason = None,
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Let who speaks a statement be another person than he is taken for."""
    from sayso import pipeline

    with deciding(ledger, by, reason) as (kept, decider):
        print_made(pipeline.split(kept, statement, name, by=decider))


@app.command(
    epilog="""\b
Examples:
  sayso rename 3 "Antony J. Blinken" --by ana
"""
)
def rename(
    person: _Person,
    name: _NewName,
    *,
    by: By,
    reason: Reason = None,
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Call a person by another name."""
    from sayso import pipeline

    with deciding(ledger, by, reason) as (kept, decider):
        print_made(pipeline.rename(kept, person, name, by=decider))
