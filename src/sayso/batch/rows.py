"""A reading as rows of tables."""

import datetime
from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal
from math import isfinite
from typing import Any

import msgspec

from sayso.batch.found import Row
from sayso.records import Reading

__all__ = ["rows_of"]

_KEPT = (datetime.date, datetime.datetime, Decimal)


def rows_of(reading: Reading, *, document: str) -> dict[str, list[Row]]:
    """The rows that a document's reading adds to each table."""
    plain = msgspec.to_builtins(reading, builtin_types=_KEPT)
    report = plain["report"]
    rows: dict[str, list[Row]] = {name: plain[name] for name in _MENTIONS}
    rows["claims"] = [*_claims(plain)]
    rows["statements"] = [_statement(row, report["text"]) for row in plain["statements"]]
    rows["quantities"] = [_quantity(row) for row in plain["quantities"]]
    rows["times"] = [{**row, **_days(row)} for row in plain["times"]]
    key = {"document": document, "report": report["id"]}
    rows["reports"] = [report]
    return {name: [{**_clean(row), **key} for row in found] for name, found in rows.items()}


# Reasons are told on a page when somebody asks; a batch has none.
_ELSEWHERE = {"report", "own_claims", "reasons"}
_MENTIONS = tuple(field.name for field in fields(Reading) if field.name not in _ELSEWHERE)


def _claims(plain: dict[str, Any]) -> Iterator[Row]:
    """Those of the statements with their statement, then the report's own with none."""
    owners = [(row["id"], row["claims"]) for row in plain["statements"]]
    for statement, claims in (*owners, (None, plain["own_claims"])):
        for claim in claims:
            forecast = claim["forecast"]
            window = forecast["window"] if forecast else None
            yield {**claim, "statement": statement, "forecast": bool(forecast), "window": window}


def _statement(row: dict[str, Any], text: str) -> Row:
    said = row["said_on"] or {}
    words = {
        f"{part}_words": " … ".join(text[start:end] for start, end in row[part])
        for part in ("source", "cue", "content")
    }
    days = {f"said_{end}": said.get(end) for end in ("earliest", "latest", "anchor")}
    return {**row, **words, **days}


def _quantity(row: dict[str, Any]) -> Row:
    bounds = {name: _number(row[name]) for name in ("value", "low", "high")}
    return {**row, **bounds, "exact": None if row["value"] is None else str(row["value"])}


def _number(value: Decimal | None) -> float | None:
    """The nearest number that a column can hold; none where it would be infinite."""
    number = None if value is None else float(value)
    return number if number is not None and isfinite(number) else None


def _days(row: dict[str, Any]) -> Row:
    """As they are written, since some are days and some are moments."""
    ends = {end: row[end] for end in ("earliest", "latest")}
    return {end: day.isoformat() if day else None for end, day in ends.items()}


def _clean(value: Any) -> Any:
    """Without lone surrogates, which Parquet cannot hold; every sign stays at its place."""
    match value:
        case str():
            return value.encode("utf-8", "replace").decode("utf-8")
        case dict():
            return {name: _clean(part) for name, part in value.items()}
        case _:
            return value
