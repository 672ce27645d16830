"""Commands that fill a ledger and look after it: `add`, `failures`, `verify`."""

import sys
from typing import Annotated

import typer

from sayso.interfaces.cli.options import (
    Color,
    Debug,
    FormatOption,
    LedgerOption,
    clock,
)
from sayso.interfaces.ledger_printing import deliver_added, print_failures, print_verified
from sayso.interfaces.printing import Format
from sayso.interfaces.sources import Columns, Follow, Published, Sources, opening

__all__ = ["add", "app", "failures", "verify"]

app = typer.Typer()

_Record = Annotated[
    bool, typer.Option("--record", help="The sources are transcripts: records of what was said.")
]
_Retry = Annotated[bool, typer.Option("--retry", help="Try again to add them.")]


@app.command(
    epilog="""\b
Examples:
  sayso add reports/
  sayso add 'archive/**/*.html' --ledger news.db
  sayso add transcript.txt --record

What is there already is left out, so a run that was broken off goes on where it was.
Exit status: 0 where everything was added, 2 where something could not be (see sayso failures).
"""
)
def add(
    sources: Sources,
    *,
    record: _Record = False,
    published: Published = None,
    column: Columns = None,
    follow: Follow = False,
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Read reports and keep them, with all that is said in them, in a ledger."""
    from sayso.pipeline import Ledger, add_each, count_documents, find_items

    told = opening(published=published, columns=column, follow=follow)
    with Ledger(ledger) as kept:
        items = find_items(
            sources, stdin=sys.stdin.buffer, fetch=told["fetch"], options=told["options"]
        )
        added = add_each(kept, items, clock=clock, published=published, record=record)
        raise typer.Exit(deliver_added(added, total=count_documents(sources)))


@app.command(
    epilog="""\b
Examples:
  sayso failures
  sayso failures --retry

Exit status: 0 where nothing is left that failed, 1 where something is.
"""
)
def failures(
    *,
    retry: _Retry = False,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """List what could not be added, and why."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        if retry:
            deliver_added(pipeline.retry_each(kept, clock=clock))
        raise typer.Exit(print_failures(pipeline.failures(kept), format=format, color=color))


@app.command(
    epilog="""\b
Examples:
  sayso verify
  sayso verify --ledger news.db

Exit status: 0 where everything is as it was added, 1 where something was changed.
"""
)
def verify(*, ledger: LedgerOption = "sayso.db", debug: Debug = False) -> None:
    """Prove that nothing in the ledger was changed since it was added."""
    from sayso.pipeline import Ledger

    with Ledger(ledger, create=False) as kept:
        raise typer.Exit(print_verified(kept.verify()))
