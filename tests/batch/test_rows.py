"""A reading as rows: nothing of it is left out unawares, and no sign is too odd."""

from dataclasses import fields
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.batch.rows import rows_of
from sayso.batch.schema import TABLES, arrow_schema
from sayso.pipeline import read_text
from sayso.records import (
    Claim,
    Person,
    Place,
    Quantity,
    Quotation,
    Report,
    Statement,
    Timex,
)

# What has a column of another name, or several.
ELSEWHERE = {"claims", "said_on"}


@pytest.mark.parametrize(
    ("table", "record"),
    [
        ("statements", Statement),
        ("claims", Claim),
        ("people", Person),
        ("quantities", Quantity),
        ("times", Timex),
        ("places", Place),
        ("quotations", Quotation),
    ],
)
def test_every_field_has_a_column(table: str, record: Any) -> None:
    assert {field.name for field in fields(record)} - ELSEWHERE <= {*TABLES[table]}


def test_every_field_of_a_report_has_a_column() -> None:
    assert {field.name for field in fields(Report)} - {"id"} <= {*TABLES["reports"]}


@settings(max_examples=12, deadline=None)
@given(st.text(st.characters(), max_size=80))
def test_any_text_fits_the_tables(words: str) -> None:
    reading = read_text(f'"It is {words} so," Tom Brandt said on Monday of 8,000 men in Kursk.')
    for table, rows in rows_of(reading, document="d").items():
        found = pa.Table.from_pylist(rows, schema=arrow_schema(table))
        assert found.num_rows == len(rows)
    (report,) = rows_of(reading, document="d")["reports"]
    assert len(report["text"]) == len(reading.report.text)
