"""Commands that take statements out of a ledger, and into it: `export`, `import`, `pack`."""

from enum import StrEnum
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
from sayso.interfaces.cli.options import Debug, LedgerOption, clock, one_of
from sayso.interfaces.exchange_printing import deliver_export
from sayso.interfaces.ledger_printing import deliver_added

__all__ = ["Convention", "ExportFormat", "app", "export", "import_"]

app = typer.Typer()


class ExportFormat(StrEnum):
    """What statements are exported as."""

    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    FIGURES = "figures"
    EDTF = "edtf"
    ANNOTATION = "annotation"
    SCHEMA_ORG = "schema-org"
    FTM = "ftm"
    GEOJSON = "geojson"
    RIS = "ris"
    CSL_JSON = "csl-json"
    TIMESKETCH = "timesketch"


class Convention(StrEnum):
    """By which rule of others a vague word counts as a figure."""

    ACLED = "acled"
    CCC = "ccc"


_Format = Annotated[
    ExportFormat,
    typer.Option(
        "--format",
        parser=one_of(ExportFormat),
        metavar="|".join(ExportFormat),
        help="What the statements are written as.",
    ),
]
_Convention = Annotated[
    Convention | None,
    typer.Option(
        parser=one_of(Convention),
        metavar="|".join(Convention),
        help='Let vague words ("dozens") count as that convention has it; without, as no figure.',
    ),
]
_Output = Annotated[str | None, text_option("FILE", "Where to; without, to standard output.")]
_All = Annotated[bool, typer.Option("--all", help="What older versions and readings hold, too.")]
_Saved = Annotated[str | None, text_option("NAME", "Take the search kept under that name.")]
_Sort = Annotated[str, text_option("new|old", "Newest first, or oldest first.")]
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
def export(
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
    sort: _Sort = "old",
    all: _All = False,  # noqa: A002 - the name of the option
    saved: _Saved = None,
    format: _Format = ExportFormat.JSONL,  # noqa: A002 - the name of the option
    convention: _Convention = None,
    output: _Output = None,
    ledger: LedgerOption = "sayso.db",
    debug: Debug = False,
) -> None:
    """Write all statements that fit, whole, in a format of ours or of others."""
    given = dict(locals())
    from sayso.pipeline import Ledger, find_kept, named_search, search_of

    with Ledger(ledger, create=False) as kept:
        found = find_kept(kept, named_search(kept, search_of(given), saved))
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
def import_(
    files: _Files, *, ledger: LedgerOption = "sayso.db", debug: Debug = False
) -> None:
    """Keep what another ledger exported, or what others read: one bad row stops none of the rest."""
    from sayso.pipeline import Ledger, import_each

    with Ledger(ledger) as kept:
        raise typer.Exit(deliver_added(import_each(kept, files, clock=clock)))
