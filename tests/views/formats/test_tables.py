"""The tables, read by those who will read them: csv, pandas, Polars, pyarrow."""

import csv
import datetime
import io
import json

import edtf
import pandas
import polars
import pyarrow.parquet
import pytest

from sayso.records import Mode
from sayso.views.formats import write_format
from sayso.views.formats.statement_fields import LISTS, statement_fields
from tests.views.formats.holdings import DAY, TEXT, URL, holding, with_statement

TWO = [holding(), holding(f'{TEXT} Then,\nshe said: "no".', outlet=None, published=None)]


def rows(name: str, convention: str | None = None) -> list[dict[str, str]]:
    text = b"".join(write_format(name, TWO, convention=convention)).decode()
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_row_a_statement() -> None:
    first, second = rows("csv")
    words = TWO[0].found[0].entry.words
    assert (first["words"], first["speaker"], first["person"]) == (words, "Ilse Varga", "7")
    assert (first["said"], first["published"], first["url"]) == ("2024-11-01", "2024-11-01", URL)
    assert second["published"] == second["outlet"] == ""
    assert "\n" in second["words"]
    assert [it["verbatim"] for it in json.loads(first["figures"])] == ["dozens", "some 4,200"]
    assert list(first) == list(statement_fields(TWO[0], TWO[0].found[0], None))


def test_pandas_and_polars_read_the_csv() -> None:
    data = b"".join(write_format("csv", TWO))
    assert list(pandas.read_csv(io.BytesIO(data))["id"]) == [it.found[0].entry.id for it in TWO]
    assert polars.read_csv(data).height == 2


def test_parquet_holds_the_same_with_lists_as_lists() -> None:
    data = b"".join(write_format("parquet", TWO, convention="acled"))
    table = pyarrow.parquet.read_table(io.BytesIO(data))
    first = table.to_pylist()[0]
    expected = statement_fields(TWO[0], TWO[0].found[0], "acled")
    assert set(first) == set(expected)
    assert {k: v for k, v in first.items() if k not in LISTS} == {
        k: v for k, v in expected.items() if k not in LISTS
    }
    assert [it["best"] for it in first["figures"]] == [12.0, 4200.0]
    assert [it["name"] for it in first["places"]] == ["Port Ness", "Tarnwick"]
    assert polars.read_parquet(io.BytesIO(data)).height == 2
    assert list(pandas.read_parquet(io.BytesIO(data))["published"]) == [DAY, None]


def test_a_row_a_figure_in_the_terms_of_ucdp() -> None:
    vague, hedged = rows("figures", "acled")[:2]
    assert (vague["verbatim"], vague["best"], vague["convention"]) == ("dozens", "12", "acled")
    assert (hedged["hedge"], hedged["best"], hedged["convention"]) == ("about", "4200", "")
    assert hedged["source_original"] == "Ilse Varga"
    assert hedged["source_office"] == "Harbour Ledger"
    assert (hedged["source_date"], hedged["source_article"]) == ("2024-11-01", URL)
    assert rows("figures")[0]["best"] == ""


def test_a_row_a_time_with_its_words_beside_the_edtf() -> None:
    (time,) = rows("edtf")[:1]
    assert edtf.parse_edtf(time["edtf"]) == edtf.parse_edtf("2024-11")
    assert time["verbatim"] == TEXT[22:]
    assert (time["anchor"], time["anchor_date"]) == ("publication", "2024-11-01")
    assert (time["granularity"], time["earliest"]) == ("month", "2024-11-01")


@pytest.mark.parametrize(
    ("said", "published", "expected"),
    [
        (True, True, ("2024-11-01T00:00:00+00:00", "Said")),
        (False, True, ("2024-11-01T00:00:00+00:00", "Published")),
        (False, False, ("2024-11-02T07:00:00+00:00", "Added to the ledger")),
    ],
)
def test_a_timeline_has_what_timesketch_needs(
    said: bool, published: bool, expected: tuple[str, str]
) -> None:
    one = holding(published=DAY if published else None)
    one = one if said else with_statement(one, said_on=None, mode=Mode.INDIRECT)
    text = b"".join(write_format("timesketch", [one])).decode()
    (event,) = csv.DictReader(io.StringIO(text, newline=""))
    assert (event["datetime"], event["timestamp_desc"]) == expected
    assert datetime.datetime.fromisoformat(event["datetime"]).tzinfo
    assert event["message"].startswith("Ilse Varga: that dozens")
