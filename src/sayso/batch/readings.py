"""Readings out of the tables that a batch wrote: the way back from `rows`."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec

from sayso.batch.folder import Folder
from sayso.intake.exchange.own import own_report
from sayso.packages import needed
from sayso.records import Reading

__all__ = ["part_readings"]

_TABLES = (
    "statements", "claims", "people", "quantities", "times", "places", "quotations",
)  # fmt: skip
_Rows = Mapping[str, list[dict[str, Any]]]


def part_readings(folder: Folder, part: str) -> Iterator[Reading]:
    """The readings of a part, by its file name, in order of their documents.

    Values of figures are those that were read; bounds, which are numbers in the tables, the
    decimals nearest to them.
    """
    tables = {name: _by_document(folder, name, part) for name in _TABLES}
    reports = _rows(folder, "reports", part)
    for report in sorted(reports, key=lambda row: str(row["document"])):
        found = {name: tables[name].get(report["document"], []) for name in _TABLES}
        line = msgspec.json.encode(_plain(report, found))  # as `sayso read` writes it
        yield own_report(line, str(report["document"])).reading


def _by_document(folder: Folder, table: str, part: str) -> dict[str, list[dict[str, Any]]]:
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in _rows(folder, table, part):
        found[row["document"]].append(row)
    return found


def _rows(folder: Folder, table: str, part: str) -> list[dict[str, Any]]:
    parquet = needed("pyarrow.parquet", extra="batch")
    path = f"{folder.root}/{table}/{part}"
    if not folder.files.exists(path):
        return []
    with folder.files.open(path, "rb") as file:
        rows: list[dict[str, Any]] = parquet.read_table(file).to_pylist()
    return rows


def _plain(report: dict[str, Any], found: _Rows) -> dict[str, Any]:
    claims: defaultdict[str | None, list[dict[str, Any]]] = defaultdict(list)
    for row in found["claims"]:
        forecast = {"window": row["window"]} if row["forecast"] else None
        claims[row["statement"]].append({**row, "forecast": forecast})
    return {
        "report": {**report, "id": report["report"]},
        "statements": [_statement(row, claims[row["id"]]) for row in found["statements"]],
        "own_claims": claims[None],
        "quantities": [_quantity(row) for row in found["quantities"]],
        **{name: found[name] for name in ("people", "times", "places", "quotations")},
    }


def _statement(row: dict[str, Any], claims: list[dict[str, Any]]) -> dict[str, Any]:
    said = {end: row[f"said_{end}"] for end in ("earliest", "latest", "anchor")}
    return {**row, "claims": claims, "said_on": said if any(said.values()) else None}


def _quantity(row: dict[str, Any]) -> dict[str, Any]:
    bounds = {name: None if row[name] is None else str(row[name]) for name in ("low", "high")}
    return {**row, **bounds, "value": row["exact"]}
