"""Commands that take statements out of a ledger, and into it: `export`, `import`, `pack`."""

import datetime
from typing import Annotated

import typer

from sayso.interfaces.cli.filters import Filters, text_option
from sayso.interfaces.cli.grouping import grouped
from sayso.interfaces.cli.options import Debug, LedgerOption, clock
from sayso.interfaces.exchange_printing import deliver_export, deliver_pack, refuse_to_overwrite
from sayso.interfaces.ledger_printing import deliver_added

__all__ = ["app", "export", "import_", "pack"]

app = typer.Typer()


def _moment(text: str) -> datetime.datetime:
    try:
        return datetime.datetime.fromisoformat(text).astimezone(datetime.UTC)
    except (ValueError, OverflowError) as error:
        raise typer.BadParameter(
            f"{text!r} is no moment; write it like 2024-11-05T12:00Z"
        ) from error


_Format = Annotated[
    str,
    text_option(
        "FORMAT",
        "What they are written as: jsonl (ours, whole), csv, parquet, figures, edtf, annotation, "
        "schema-org, ftm, geojson, ris, csl-json or timesketch.",
    ),
]
_Convention = Annotated[
    str | None,
    text_option(
        "acled|ccc",
        'Let vague words ("dozens") count as that convention has it; without, they are no figures.',
    ),
]
_Output = Annotated[str | None, text_option("FILE", "Where to; without, to standard output.")]
_All = Annotated[bool, typer.Option("--all", help="What older versions and readings hold, too.")]
_Saved = Annotated[str | None, text_option("NAME", "Take the search kept under that name.")]
_Sort = Annotated[str, text_option("new|old", "Newest first, or oldest first.")]
_Pack = Annotated[str, text_option("FILE", "Where to; a file that is there is left as it is.")]
_Longest = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="Quote no more than so many words of a passage."),
]
_At = Annotated[
    datetime.datetime | None,
    typer.Option(
        parser=_moment,
        metavar="MOMENT",
        help="When it is packed, like 2024-11-05T12:00Z; without, now. The same moment gives the "
        "same bytes.",
    ),
]
_Files = Annotated[
    list[str],
    typer.Argument(
        metavar="FILE",
        help="What sayso export wrote as JSON lines, or quotations of Citron or GDELT.",
    ),
]


@app.command(
    epilog="""\b
Examples:
  sayso export --format jsonl --output ledger.jsonl
  sayso export troops --speaker Blinken --format csv > blinken.csv
  sayso export --saved austin-troops --format figures --convention acled

Exit status: 0 where something was exported, 1 where nothing fits.
"""
)
@grouped
def export(
    filters: Filters,
    *,
    sort: _Sort = "old",
    all: _All = False,  # noqa: A002 - the name of the option
    saved: _Saved = None,
    format: _Format = "jsonl",  # noqa: A002 - the name of the option
    convention: _Convention = None,
    output: _Output = None,
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Write all statements that fit, whole, in a format of ours or of others."""
    from sayso.pipeline import Ledger, find_kept, named_search

    search = filters.search(sort=sort, all=all)
    with Ledger(ledger, create=False) as kept:
        found = find_kept(kept, named_search(kept, search, saved))
        status = deliver_export(found, format=format, convention=convention, output=output)
    raise typer.Exit(status)


@app.command(
    "import",
    epilog="""\b
Examples:
  sayso import ledger.jsonl
  sayso import 20241031180000.gqg.json.gz --ledger gdelt.db

What is there already is left out. Exit status: 0 where every row was imported, 2 where one
could not be (see sayso failures).
""",
)
def import_(files: _Files, *, ledger: LedgerOption = "sayso.db", debug: Debug = False) -> None:
    """Keep what another ledger exported, or others read; one bad row stops none of the rest."""
    from sayso.pipeline import Ledger, import_each

    with Ledger(ledger) as kept:
        raise typer.Exit(deliver_added(import_each(kept, files, clock=clock)))


@app.command(
    epilog="""\b
Examples:
  sayso pack troops --speaker Blinken --output blinken.zip
  sayso pack --saved austin-troops --longest-quote 50

Exit status: 0 where a pack was written, 2 where nothing fits.
"""
)
@grouped
def pack(
    filters: Filters,
    *,
    sort: _Sort = "old",
    all: _All = False,  # noqa: A002 - the name of the option
    saved: _Saved = None,
    longest_quote: _Longest = None,
    at: _At = None,
    output: _Pack = "evidence.zip",
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Pack what was said with passages, records, hashes and citations, in one file to hand on."""
    from sayso.pipeline import Ledger, gather_evidence, named_search

    search = filters.search(sort=sort, all=all)
    refuse_to_overwrite(output)
    with Ledger(ledger, create=False) as kept:
        found = gather_evidence(kept, named_search(kept, search, saved))
    deliver_pack(found, output=output, moment=at or clock(), longest_quote=longest_quote)
