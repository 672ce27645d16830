"""What is packed comes out of the views as it went in, whatever it is."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.packed import inflate
from sayso.ledger.packing import PACKED, pack_columns, packed_table, packed_view
from sayso.ledger.schema import COLUMNS, MENTIONS
from sayso.records import Certainty, Kind, Mode, Polarity, Relation, Role, Tense

_WORD = st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=6)
_DAY = st.dates().map(str)
_SPAN = st.tuples(st.integers(0, 9_000), st.integers(0, 9_000)).map(lambda it: f"{it[0]}-{it[1]}")
_TEXTS = st.none() | st.sampled_from(
    ["", "p1", "p2", "DATE", "direct", "exact", "positive", "asserted", "past", "main"]
    + ["publication", "12-40", "012-40", "12-40+41-50", "2024-W01-1", "2024-02-30", "20240101"]
    + ["2024-11-01T09:00:00Z", "8000", "8000.5", "08000", "-1", "1e400", "NaN", "٣", "9" * 40]
)
_ANY = _TEXTS | _WORD | _DAY | _SPAN
_NEEDED = {"name": "Vale", "key": "p1", "mode": "direct", "type": "DATE", "body": "Text"}
_NUMBERS = {
    *("id", "batch", "report", "original", "reading", "begins", "ends", "speaker", "within"),
    *("statement", "geonames", "person", "total", "closed", "names", "stands_for_government"),
}
_REALS = {"figure", "latitude", "longitude", "confidence"}


def values(table: str, name: str) -> st.SearchStrategy[Any]:
    """Anything that a column can hold."""
    if name == "number" and table in MENTIONS:
        return st.just(0)
    if name in _REALS:
        return st.none() | st.floats(allow_nan=False)
    if name in {"total", "closed", "names", "stands_for_government"}:
        return st.integers(0, 1)
    if name in {"begins", "ends"}:
        return st.integers(0, 10**6)
    if name in _NUMBERS or (name == "number" and table == "version"):
        return st.integers(0, 2**40)
    return _ANY.map(lambda it: _NEEDED[name] if it is None else it) if name in _NEEDED else _ANY


@pytest.fixture(scope="module")
def file() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.create_function("inflate", 1, inflate)
        for table in PACKED:
            connection.execute(packed_table(table, f"packed_{table}"))
            connection.execute(packed_view(table))
        yield connection


def seen_again(file: sqlite3.Connection, table: str, row: dict[str, Any]) -> dict[str, Any]:
    stored = pack_columns(table, {name: [value] for name, value in row.items()})
    marks = ", ".join("?" for _ in stored)
    file.execute(f"delete from packed_{table}")
    insert = f"insert into packed_{table} ({', '.join(stored)}) values ({marks})"
    file.execute(insert, [value for (value,) in stored.values()])
    found = file.execute(f"select * from {table}").fetchone()
    return dict(zip(COLUMNS[table], found, strict=True))


@pytest.mark.parametrize("table", PACKED)
@given(data=st.data())
def test_any_row_comes_out_as_it_went_in(
    file: sqlite3.Connection, table: str, data: st.DataObject
) -> None:
    row = {name: data.draw(values(table, name), label=name) for name in COLUMNS[table]}
    if table == "quantity" and row["value"] is not None:
        row["figure"] = row["figure"] or 0.0
    assert seen_again(file, table, row) == row


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("claim", {"polarity": "negative", "certainty": "possible", "tense": "future"}),
        ("time", {"type": "DATE", "value": "2024-10-31", "earliest": "2024-10-31"}),
        ("quantity", {"figure": 8000.0, "value": "8000", "relation": "at_most", "total": 0}),
    ],
)
def test_the_usual_is_kept_in_short(table: str, row: dict[str, Any]) -> None:
    usual = {"begins": 3, "ends": 9, "role": "main", "anchor": "publication"}
    usual |= {"latest": row.get("earliest")}
    columns = {name: [{**usual, **row}.get(name)] for name in COLUMNS[table]}
    assert pack_columns(table, columns)["rest"] == [None]


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("statement", "mode", Mode),
        ("statement", "kind", Kind),
        ("claim", "polarity", Polarity),
        ("claim", "certainty", Certainty),
        ("claim", "tense", Tense),
        ("claim", "role", Role),
        ("quantity", "relation", Relation),
    ],
)
def test_every_word_has_its_code(table: str, column: str, words: Any) -> None:
    shown = next(one.shown()[column] for one in PACKED[table] if column in one.shown())
    assert all(f"'{word}'" in shown for word in words)
