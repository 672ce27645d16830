"""Commands that look things up in a ledger: `search`."""

from typing import Annotated

import typer

from sayso.interfaces.cli.filters import Filters, text_option
from sayso.interfaces.cli.grouping import grouped
from sayso.interfaces.cli.options import Color, Debug, FormatOption, LedgerOption, clock
from sayso.interfaces.ledger_printing import print_entries
from sayso.interfaces.printing import Format

__all__ = ["app", "search"]

app = typer.Typer()

_Person = Annotated[
    int | None,
    typer.Option(metavar="NUMBER", help="Who spoke, by the number from sayso people."),
]
_Story = Annotated[int | None, typer.Option(metavar="N", help="Told in that story, by its number.")]
_Sort = Annotated[str, text_option("new|old|rank", "Newest first, oldest first, or best first.")]
_Limit = Annotated[int, typer.Option(min=1, metavar="N", help="How many to show.")]
_All = Annotated[bool, typer.Option("--all", help="What older versions and readings hold, too.")]
_Save = Annotated[str | None, text_option("NAME", "Keep this search under that name.")]
_Saved = Annotated[str | None, text_option("NAME", "Run the search kept under that name.")]


@app.command(
    epilog="""\b
Examples:
  sayso search 'troops NOT "North Korea"' --speaker Blinken
  sayso search --quantity "troops > 5,000" --since 2024-10-01 --sort old
  sayso search missiles --office "foreign minister" --format jsonl
  sayso search troops --speaker Austin --save austin-troops

Exit status: 0 where something was found, 1 where nothing was.
"""
)
@grouped
def search(
    filters: Filters,
    *,
    person: _Person = None,
    story: _Story = None,
    sort: _Sort = "new",
    limit: _Limit = 20,
    all: _All = False,  # noqa: A002 - the name of the option
    save: _Save = None,
    saved: _Saved = None,
    ledger: LedgerOption = "sayso.db",
    format: FormatOption = Format.TABLE,  # noqa: A002 - the name of the option
    color: Color = None,
    debug: Debug = False,
) -> None:
    """Find who said what: by words, speaker, figure, day, outlet."""
    from sayso.pipeline import Ledger, search_kept

    search = filters.search(person=person, story=story, sort=sort, all=all)
    with Ledger(ledger, create=False) as kept:
        found = search_kept(kept, search, names=(save, saved), now=clock())
        raise typer.Exit(print_entries(found, limit=limit, format=format, color=color))
