"""How SQLite keeps the largest tables: in short, under views that show their columns in words.

`claim` is a view of `packed_claim`, and so on; hashed and proved are the rows of the views. All is
plain SQL but the text of a version, which is deflated. PostgreSQL, which compresses by itself, has
just the tables.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec

from sayso.ledger.packed import (
    Choice,
    Column,
    Columns,
    Day,
    Deflated,
    Length,
    Numbered,
    Same,
    Spanned,
    Whole,
    is_empty,
)
from sayso.ledger.schema import COLUMNS, MENTIONS, TABLES

__all__ = ["INDEXES", "PACKED", "pack_columns", "packed_table", "packed_view"]

_CERTAINTY = (None, "asserted", "probable", "possible", "unknown")
_TENSE = (None, "past", "present", "future")
_KIND = (None, "speech", "belief", "intention", "document")
_ANCHOR = (None, "publication", "utterance")
_RELATION = (
    *("exact", "approx", "at_least", "more_than", "at_most", "less_than"),
    *("almost", "between", "vague"),
)
_KEYS = (Same("reading", "integer"), Same("number", "integer"))
_WHERE = (Same("begins", "integer"), Length())
_STATEMENT = Same("statement", "integer")

PACKED: Mapping[str, tuple[Column, ...]] = {
    "version": (
        *(Same(name, "integer") for name in COLUMNS["version"][:5]),
        *(Same(name, "text") for name in ("text_id", "title", "outlet", "url")),
        *(Day("published"), Same("language", "text")),
        Deflated("body"),
    ),
    "statement": (
        *(Same("id", "integer"), Same("reading", "integer"), *_WHERE),
        *(Spanned("source"), Spanned("cue")),
        Choice("manner", {"mode": ("direct", "indirect", "mixed"), "kind": _KIND}),
        Same("speaker", "integer"),
        *(Day("said_earliest"), Day("said_latest", since="said_earliest")),
        Choice("anchored", {"said_anchor": _ANCHOR}),
        Same("confidence", "real"),
    ),
    "claim": (
        *(*_KEYS, _STATEMENT, *_WHERE),
        Choice(
            "manner",
            {
                "polarity": ("positive", "negative"),
                "certainty": _CERTAINTY,
                "tense": _TENSE,
                "role": ("main", "condition"),
            },
        ),
    ),
    "quantity": (
        *(*_KEYS, _STATEMENT, *_WHERE, Same("figure", "real"), Whole("value", of="figure")),
        Choice("manner", {"relation": _RELATION, "total": (0, 1)}),
        Same("counted", "text"),
    ),
    "time": (
        *(*_KEYS, *_WHERE, Choice("kind", {"type": ("DATE", "TIME", "DURATION", "SET")})),
        *(Day("earliest"), Day("latest", since="earliest"), Day("value", since="earliest")),
        Choice("anchored", {"anchor": _ANCHOR}),
    ),
    "place": (
        *(*_KEYS, *_WHERE, Same("name", "text"), Same("geonames", "integer")),
        *(Same("latitude", "real"), Same("longitude", "real")),
        Choice("government", {"stands_for_government": (0, 1)}),
    ),
    "quotation": (
        *(*_KEYS, _STATEMENT, *_WHERE, Choice("marked", {"closed": (1, 0), "names": (0, 1)})),
    ),
    "mention": (
        *(*_KEYS, Numbered("key"), Same("name", "text"), Same("office", "text")),
        *(Same("affiliation", "text"), Spanned("mentions"), Same("person", "integer")),
    ),
}
"""The columns of each packed table; what fits none stands by its name in `rest`, as JSON."""
INDEXES = {
    "version": (
        "create unique index uq_version_report on packed_version (report, number)",
        "create index ix_version_original on packed_version (original)",
        "create index ix_version_text_id on packed_version (text_id)",
    )
}
"""What makes the indexes of packed tables beside their keys."""
_RARE = {
    table: [
        name for name in COLUMNS[table] if not any(name in column.shown() for column in columns)
    ]
    for table, columns in PACKED.items()
}
_encode = msgspec.json.Encoder().encode


def pack_columns(table: str, columns: Columns) -> dict[str, Sequence[Any]]:
    """The values of many rows, by the column of the packed table that holds them."""
    stored: dict[str, Sequence[Any]] = {}
    left: dict[int, dict[str, Any]] = defaultdict(dict)  # by row: what no column can hold
    for column in PACKED[table]:
        packed = column.pack(columns)
        if column.kind:
            stored[column.stored] = packed
        if not isinstance(column, Same):
            _leave(left, {name: columns[name] for name in column.shown()}, packed)
    _leave(left, {name: columns[name] for name in _RARE[table]}, None)
    count = len(columns[COLUMNS[table][0]])
    stored["rest"] = [_encode(left[at]).decode() if at in left else None for at in range(count)]
    return stored


def _leave(left: dict[int, dict[str, Any]], columns: Columns, packed: Sequence[Any] | None) -> None:
    """Take up the values that are not packed."""
    for name, values in columns.items():
        if is_empty(values) or (packed and None not in packed):
            continue
        for at, value in enumerate(values):
            if value is not None and (packed is None or packed[at] is None):
                left[at][name] = value


def packed_table(table: str, name: str) -> str:
    """The SQL that makes the packed form of a table, under some name."""
    columns = [f"{one.stored} {one.kind}" for one in PACKED[table] if one.kind]
    keys = [column.name for column in TABLES[table].primary_key]
    without = ", without rowid" if table in MENTIONS else ""
    made = ", ".join([*columns, "rest text", f"primary key ({', '.join(keys)})"])
    return f"create table {name} ({made}) strict{without}"


def packed_view(table: str) -> str:
    """The SQL that makes the view of a packed table in words."""
    shown = {name: f"rest ->> '$.{name}'" for name in COLUMNS[table]}
    for column in PACKED[table]:
        plain = isinstance(column, Same)
        for name, expression in column.shown().items():
            shown[name] = expression if plain else f"coalesce({shown[name]}, {expression})"
    told = ", ".join(f"{expression} as {name}" for name, expression in shown.items())
    return f"create view {table} as select {told} from packed_{table}"
