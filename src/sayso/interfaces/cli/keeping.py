"""Commands that fill a ledger and look after it: `add`, `failures`, `verify`."""

import sys
from functools import partial
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
_Noted = Annotated[
    str | None,
    typer.Option(metavar="HASH", help="A last hash printed before: is it still in the chain?"),
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

    how = opening(published=published, columns=column, follow=follow, record=record)
    with Ledger(ledger) as kept:
        items = find_items(
            sources, stdin=sys.stdin.buffer, fetch=how["fetch"], options=how["options"]
        )
        added = add_each(kept, items, clock=clock, published=published, record=record)
        raise typer.Exit(deliver_added(added, total=count_documents(sources)))


@app.command(
    epilog="""\b
Examples:
  sayso failures
  sayso failures --retry
  sayso failures --retry --column text=body

What was named at the first time (--record, --column, --published, --follow) is named again.
Exit status: 0 where nothing is left that failed, 1 where something is.
"""
)
def failures(
    *,
    retry: _Retry = False,
    record: _Record = False,
    published: Published = None,
    column: Columns = None,
    follow: Follow = False,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """List what could not be added, and why."""
    from sayso import pipeline

    with pipeline.Ledger(ledger, create=False) as kept:
        if retry:
            how = opening(published=published, columns=column, follow=follow, record=record)
            find = partial(pipeline.find_items, fetch=how["fetch"], options=how["options"])
            again = pipeline.retry_each(kept, find, clock=clock, published=published, record=record)
            total = pipeline.count_documents(pipeline.failed_sources(kept))
            deliver_added(again, total=total)
        raise typer.Exit(print_failures(pipeline.failures(kept), format=format, color=color))


@app.command(
    epilog="""\b
Examples:
  sayso verify
  sayso verify --ledger news.db
  sayso verify --noted 9c1185a5c5e9fc54612808977ee8f548b2258d31...

Exit status: 0 where everything is as it was added, 1 where something was changed.
"""
)
def verify(
    *,
    noted: _Noted = None,
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Prove that nothing in the ledger was changed since it was added."""
    from sayso.pipeline import Ledger

    with Ledger(ledger, create=False) as kept:
        known = noted is None or kept.batch_of(noted) is not None
        status = print_verified(kept.verify(), last=kept.last_hash(), known=known)
        raise typer.Exit(status)
