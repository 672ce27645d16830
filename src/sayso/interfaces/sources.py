"""The arguments of commands that take documents from wherever they are."""

import datetime
import time
from typing import TYPE_CHECKING, Annotated, TypedDict

import typer

if TYPE_CHECKING:
    from collections.abc import Callable

    from sayso.intake import Options
    from sayso.records import Item

__all__ = ["Columns", "Follow", "Opening", "Published", "Sources", "day", "opening"]


def day(text: str) -> datetime.date:
    """The day that was typed."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise typer.BadParameter(f"{text!r} is no day; write it like 2024-10-31") from error


Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="SOURCE",
        help="Files (text, HTML, PDF, zip, WARC, feeds, CSV, JSON, Parquet), folders, patterns, "
        "addresses of pages or feeds; - is standard input.",
    ),
]
Published = Annotated[
    datetime.date | None,
    typer.Option(
        parser=day,
        metavar="DATE",
        help="Day of publication, like 2024-10-31, of reports that do not give it themselves.",
    ),
]
Columns = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIELD=COLUMN",
        help="Which column of a table holds the text, title, outlet, url, published or id; "
        "once for each.",
    ),
]
Follow = Annotated[
    bool, typer.Option("--follow", help="Fetch the pages that the entries of a feed lead to.")
]


class Opening(TypedDict):
    """What `read_each` and its like are told beside the sources."""

    published: datetime.date | None
    options: "Options"
    fetch: "Callable[[str], Item]"


def opening(
    *,
    published: datetime.date | None,
    columns: list[str] | None,
    follow: bool,
    record: bool = False,
) -> Opening:
    """The options as the pipeline takes them, with this machine's clock and network.

    A `record` in rows, as a transcript in JSON lines, is one document.
    """
    from sayso.intake import Options, parse_columns
    from sayso.pipeline import fetching

    options = Options(columns=parse_columns(columns or []), follow=follow, rows=not record)
    fetch = fetching(clock=lambda: datetime.datetime.now(datetime.UTC), wait=time.sleep)
    return Opening(published=published, options=options, fetch=fetch)
