"""Commands that look things up in a ledger: `search`."""

import datetime
from typing import Annotated

import typer

from sayso.interfaces.cli.options import Color, Debug, FormatOption, LedgerOption, clock
from sayso.interfaces.ledger_printing import print_entries
from sayso.interfaces.printing import Format
from sayso.interfaces.sources import day

__all__ = ["app", "search"]

app = typer.Typer()

_Text = Annotated[str | None, typer.Option(metavar="NAME")]


def _text(metavar: str, words: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(metavar=metavar, help=words)
    return option


def _days(words: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(parser=day, metavar="DATE", help=words)
    return option


_Words = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="WORDS", help='Words, "phrases", AND, OR, NOT, (groups), endings* in what was said.'
    ),
]
_Speaker = Annotated[str | None, _text("NAME", "Who spoke, under any name the ledger links.")]
_Person = Annotated[
    int | None,
    typer.Option(metavar="NUMBER", help="Who spoke, by the number from sayso people."),
]
_Office = Annotated[str | None, _text("OFFICE", "An office the speaker is given.")]
_Outlet = Annotated[str | None, _text("OUTLET", "Who published it.")]
_Place = Annotated[str | None, _text("PLACE", "A place named in what was said.")]
_Quantity = Annotated[
    str | None, _text("FIGURE", 'A figure in what was said, like "troops > 5,000".')
]
_Mode = Annotated[str | None, _text("MODE", "direct, indirect or mixed.")]
_Kind = Annotated[str | None, _text("KIND", "speech, belief, intention or document.")]
_Certainty = Annotated[str | None, _text("CERTAINTY", "asserted, probable, possible or unknown.")]
_SaidSince = Annotated[datetime.date | None, _days("Said on that day or later.")]
_SaidUntil = Annotated[datetime.date | None, _days("Said on that day or earlier.")]
_Since = Annotated[datetime.date | None, _days("Published on that day or later.")]
_Until = Annotated[datetime.date | None, _days("Published on that day or earlier.")]
_Sort = Annotated[str, _text("new|old|rank", "Newest first, oldest first, or best first.")]
_Limit = Annotated[int, typer.Option(min=1, metavar="N", help="How many to show.")]
_All = Annotated[bool, typer.Option("--all", help="What older versions and readings hold, too.")]
_Save = Annotated[str | None, _text("NAME", "Keep this search under that name.")]
_Saved = Annotated[str | None, _text("NAME", "Run the search kept under that name.")]


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
def search(
    words: _Words = None,
    *,
    speaker: _Speaker = None,
    person: _Person = None,
    office: _Office = None,
    outlet: _Outlet = None,
    place: _Place = None,
    quantity: _Quantity = None,
    mode: _Mode = None,
    kind: _Kind = None,
    certainty: _Certainty = None,
    said_since: _SaidSince = None,
    said_until: _SaidUntil = None,
    since: _Since = None,
    until: _Until = None,
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
    given = dict(locals())
    from sayso.pipeline import Ledger, search_kept, search_of

    with Ledger(ledger, create=False) as kept:
        found = search_kept(kept, search_of(given), names=(save, saved), now=clock())
        raise typer.Exit(print_entries(found, limit=limit, format=format, color=color))
