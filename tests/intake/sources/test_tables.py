"""CSV, JSON and Parquet, which become reports by the same columns."""

import csv
import datetime
import io
import json
import sys
from typing import Any

import pyarrow as pa
import pyarrow.parquet
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.errors import BadRequestError
from sayso.intake import Options, find_items, parse_columns, parse_item
from sayso.records import Item, UnreadableItem

OCTOBER_31 = datetime.date(2024, 10, 31)
TEXT = "“Around 300 ships are waiting”, the minister,\n\nIlse Varga, said."
ROW: dict[str, Any] = {
    "id": "s-1",
    "Headline": "Ships wait",
    "full_text": TEXT,
    "Publication": "The Courier",
    "URL": "https://courier.example/ships",
    "publish-date": "2024-10-31T10:00:00Z",
    "words": 9,
}
REPORT = Item(
    name="standard input!s-1",
    data=TEXT.encode(),
    title="Ships wait",
    outlet="The Courier",
    url="https://courier.example/ships",
    published=OCTOBER_31,
)


def as_csv(*rows: dict[str, Any], delimiter: str = ",") -> bytes:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, rows[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue().encode()


def as_lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def as_parquet(*rows: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    pa.parquet.write_table(pa.Table.from_pylist([*rows]), out)
    return out.getvalue()


def found(data: bytes, **columns: str) -> list[Item | UnreadableItem]:
    return list(find_items(["-"], stdin=io.BytesIO(data), options=Options(columns=columns)))


def reasons(data: bytes, **columns: str) -> list[str]:
    return [item.reason for item in found(data, **columns) if isinstance(item, UnreadableItem)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(as_csv(ROW), id="CSV"),
        pytest.param(b"\xef\xbb\xbf" + as_csv(ROW), id="CSV with a mark"),
        pytest.param(as_csv(ROW, delimiter=";"), id="semicolons"),
        pytest.param(as_csv(ROW, delimiter="\t"), id="tabs"),
        pytest.param(as_lines(ROW), id="JSON lines"),
        pytest.param(json.dumps(ROW, indent=1).encode(), id="an object"),
        pytest.param(json.dumps([ROW]).encode(), id="a list"),
        pytest.param(json.dumps([ROW], indent=1).encode(), id="a list over lines"),
        pytest.param(as_parquet(ROW), id="Parquet"),
        pytest.param(
            as_parquet(ROW | {"publish-date": datetime.datetime(2024, 10, 31, 9)}),  # noqa: DTZ001
            id="Parquet with a time",
        ),
    ],
)
def test_a_row_is_a_report(data: bytes) -> None:
    assert found(data) == [REPORT]


@pytest.mark.parametrize("make", [as_csv, as_lines, as_parquet])
def test_columns_can_be_named(make: Any) -> None:
    row = {"said in full": TEXT, "text": "no", "when": "31 October 2024", "title": "Ships wait"}
    columns = {"text": "said in full", "published": "when"}
    (item,) = found(make(row), **columns)
    assert item == Item(
        name="standard input!1", data=TEXT.encode(), title="Ships wait", published=OCTOBER_31
    )


@pytest.mark.parametrize("make", [as_csv, as_lines, as_parquet])
def test_rows_without_text_do_not_stop_the_rest(make: Any) -> None:
    first, second, third = found(make(ROW, ROW | {"full_text": "", "id": "s-2"}, ROW))
    assert first == third == REPORT
    assert isinstance(second, UnreadableItem)
    assert second.name == "standard input!s-2"
    assert "has no text in its column full_text" in second.reason


@pytest.mark.parametrize("make", [as_lines, as_parquet])
def test_where_no_column_is_the_text_it_says_so_once(make: Any) -> None:
    (told,) = reasons(make({"a": "x", "b": "y"}, {"a": "x", "b": "y"}))
    assert "has no column text; name the right one" in told
    assert "It has: a, b." in told


def test_a_column_that_is_not_there_is_told() -> None:
    (told,) = reasons(as_lines(ROW), text="body")
    assert "has no column body" in told


def test_what_is_no_table_of_reports_is_a_text() -> None:
    for text in (
        b"Text, he said, is all.",
        b"Title: Ships, text\n\nNobody.",
        b"a,b\n1,2\n",
        b"text\n",
    ):
        (item,) = found(text)
        assert item == Item(name="standard input", data=text)


def test_csv_in_another_encoding() -> None:
    row = {"title": "Façade", "text": "Der Bürgermeister sagte: „Das kostet 8.000 Euro.“ " * 9}
    (item,) = found(as_csv(row).decode().encode("cp1252"))
    assert isinstance(item, Item)
    assert (item.title, item.data.decode()) == ("Façade", row["text"])


def test_a_long_text_is_kept_whole() -> None:
    row = {"title": "Ships", "text": "Nobody was hurt. " * 20_000}
    (item,) = found(as_csv(row))
    assert isinstance(item, Item)
    assert len(item.data) == 340_000


def test_a_quotation_mark_that_is_never_closed_ends_the_table() -> None:
    data = as_csv(ROW) + b'x,"' + b"Nobody was hurt.\n" * 1_300_000
    assert found(data)[0] == REPORT
    (told,) = reasons(data)
    assert "cannot be read on from line" in told


def test_broken_lines_do_not_stop_the_rest() -> None:
    broken = b'{"text": \n[1]\n\n"x"\n{"title": "Ships"}\n'
    *told, last = found(as_lines(ROW) + broken + as_lines(ROW))
    assert last == REPORT
    assert [item.name for item in told[1:]] == [f"standard input!{line}" for line in (2, 3, 5, 6)]


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b'{"text": "x"\n', id="cut"),
        pytest.param(b'[{"text": "x"}, {"text":', id="cut list"),
        pytest.param(b'[{"a":' * 100_000, id="nested without end"),
    ],
)
def test_damaged_json_is_told(data: bytes) -> None:
    (told,) = reasons(data)
    assert "damaged JSON" in told


def test_damaged_parquet_is_told() -> None:
    data = as_parquet(ROW)
    for damaged in (data[:-9], data[:50], data.replace(b"minister", b"MINISTER")[:-40]):
        assert any("damaged Parquet" in told for told in reasons(damaged))


def test_without_what_reads_parquet_it_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    table = as_parquet(ROW)
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    (told,) = reasons(table)
    assert "pip install 'sayso[tables]'" in told


@pytest.mark.parametrize(
    ("value", "day"),
    [("2024-10-31", OCTOBER_31), ("03/04/2024", None), (1730332800, None), (None, None)],
    ids=["a day", "an open one", "a number", "none"],
)
def test_days_are_read_and_never_guessed(value: object, day: datetime.date | None) -> None:
    (item,) = found(as_lines({"text": TEXT, "date": value}))
    assert isinstance(item, Item)
    assert item.published == day


def test_values_of_other_kinds_are_none() -> None:
    odd = {"text": TEXT, "title": 7, "url": "javascript:x", "source": {"id": 1, "name": "Courier"}}
    (item,) = found(as_lines(odd))
    assert isinstance(item, Item)
    assert (item.title, item.url, item.outlet) == (None, None, "Courier")


def test_a_text_that_is_no_unicode_is_read_as_far_as_it_goes() -> None:
    (item,) = found(b'{"text": "Nobody was \\ud800hurt."}')
    assert isinstance(item, Item)
    assert parse_item(item).text == "Nobody was ?hurt."


@pytest.mark.parametrize("pair", ["text", "=x", "text=", "body=text", ""])
def test_columns_are_written_as_pairs(pair: str) -> None:
    with pytest.raises(BadRequestError, match="FIELD=COLUMN"):
        parse_columns([pair])


@settings(deadline=None)
@given(st.binary(max_size=300), st.sampled_from([b'{"text":', b"text,title\n", b"PAR1"]))
def test_never_raises(data: bytes, head: bytes) -> None:
    assert found(head + data) == found(head + data)


def test_lines_of_old_machines_are_lines() -> None:
    data = as_csv(ROW | {"full_text": "Nobody was hurt."}).replace(b"\r\n", b"\r")
    (item,) = found(data)
    assert isinstance(item, Item)
    assert item.data == b"Nobody was hurt."
