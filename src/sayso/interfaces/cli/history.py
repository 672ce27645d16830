"""Commands that tell how reports and readings changed: `versions`, `reread`."""

from typing import Annotated

import typer

from sayso.interfaces.cli.options import Color, Debug, FormatOption, LedgerOption, clock
from sayso.interfaces.ledger_printing import print_revisions
from sayso.interfaces.printing import Format

__all__ = ["app", "reread", "versions"]

app = typer.Typer()

_Address = Annotated[
    str | None,
    typer.Argument(
        metavar="ADDRESS", help="The address or file of one report; all that changed without it."
    ),
]
_Dry = Annotated[bool, typer.Option("--dry-run", help="Only tell what would change.")]


@app.command(
    epilog="""\b
Examples:
  sayso versions
  sayso versions https://example.org/story
"""
)
def versions(
    address: _Address = None,
    *,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """List the versions of reports, and which statements each changed."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        print_revisions(pipeline.versions(kept, address), format=format, color=color)


@app.command(
    epilog="""\b
Examples:
  sayso reread --dry-run
  sayso reread
"""
)
def reread(
    *,
    dry_run: _Dry = False,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Read again what an older sayso read; the old readings are kept, judgements applied again."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        revisions = pipeline.reread_each(kept, clock=clock, keep=not dry_run)
        print_revisions(revisions, format=format, color=color)
