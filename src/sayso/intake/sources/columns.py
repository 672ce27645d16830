"""Rows of tables as documents: which column holds what."""

import datetime
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from sayso.errors import UnreadableReportError
from sayso.intake.days import read_day
from sayso.intake.metadata import as_line, as_url
from sayso.intake.sources.part import Found, Part
from sayso.lexicon import table
from sayso.records import UnreadableItem

__all__ = ["Columns", "find_columns", "is_header", "row_item"]

_SHOWN = 20  # names of columns in a sentence

Columns = Mapping[str, str]
"""The name of the column for each field that has one."""


def find_columns(names: Iterable[str], given: Columns, *, table_name: str) -> Columns:
    """The column of each field: the one given, else one that is commonly called so.

    UnreadableReportError where there is no such column, or none for the text.

    >>> find_columns(["Headline", "full_text"], {}, table_name="news.csv")
    {'text': 'full_text', 'title': 'Headline'}
    """
    there = list(names)
    found = {**_known(there), **given}
    missing = [name for name in given.values() if name not in there]
    if missing or "text" not in found:
        wanted = missing[0] if missing else "text"
        raise UnreadableReportError(
            f"{table_name} has no column {wanted}; name the right one, as in "
            f"--column text=NAME. It has: {', '.join(there[:_SHOWN])}."
        )
    return found


def is_header(names: list[str], given: Columns) -> bool:
    """Whether a line of `names` is the head of a table of reports, and no line of a text.

    >>> is_header(["title", "body", "date"], {}), is_header(["Title: Ships wait", "text"], {})
    (True, False)
    """
    known = _known(names)
    return given.get("text") in names or ("text" in known and len(known) > 1)


def row_item(part: Part, row: Mapping[str, object], columns: Columns, *, number: int) -> Found:
    """The document in a row, named by its id or else by its number."""
    value = {field: row.get(name) for field, name in columns.items()}
    item = part.within(_id(value.get("id")) or number)
    text = value["text"]
    if not isinstance(text, str) or not text.strip():
        reason = (
            f"{item.name} has no text in its column {columns['text']}; fill it or leave it out."
        )
        return UnreadableItem(name=item.name, reason=reason)
    return replace(
        item,
        data=text.encode("utf-8", "replace"),
        title=_line(value.get("title")),
        outlet=_line(value.get("outlet")),
        url=as_url(_line(value.get("url"))),
        published=_day(value.get("published")),
    )


def _known(names: list[str]) -> dict[str, str]:
    bare = {re.sub(r"[\W_]+", "", name).casefold(): name for name in reversed(names)}
    rows = table("sources")["columns"]
    return {
        field: bare[first]
        for field, wanted in rows.items()
        if (first := next((word for word in wanted if word in bare), None))
    }


def _line(value: object) -> str | None:
    if isinstance(value, Mapping):  # {"source": {"id": "courier", "name": "The Courier"}}
        value = value.get("name")
    return as_line(value) if isinstance(value, str) else None


def _id(value: object) -> str | None:
    return as_line(str(value)) if isinstance(value, str | int) else None


def _day(value: object) -> datetime.date | None:
    """Never from a number, which may count seconds, milliseconds or days."""
    if isinstance(value, datetime.date):
        value = value.isoformat()
    return read_day(value) if isinstance(value, str) else None
