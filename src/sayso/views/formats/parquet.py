"""Statements as a table of Apache Parquet, a row a statement; lists are lists."""

import datetime
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import islice
from typing import Any

from sayso.packages import needed
from sayso.records import Holding
from sayso.views.formats.statement_fields import LISTS, statement_fields

__all__ = ["parquet_file"]

_GROUP = 1_000  # rows that are compressed together
_STRUCTS = {
    "figures": {
        "text": "verbatim hedge unit kind per population included excluded as_of convention",
        "number": "low best high",
    },
    "claims": {
        "text": "head polarity certainty tense role plover mode actor recipient condition",
        "flag": "forecast",
    },
    "times": {
        "text": "verbatim edtf earliest latest granularity timex anchor",
        "day": "anchor_date",
    },
    "places": {
        "text": "name kind",
        "whole": "geonames",
        "number": "latitude longitude",
        "flag": "stands_for_government",
    },
}
_COLUMNS = {
    "text": "id words speaker office affiliation source cue mode kind within said said_anchor "
    "report title outlet url address language content",
    "whole": "person",
    "number": "confidence",
    "day": "said_earliest said_latest published",
}


def parquet_file(reports: Iterable[Holding], convention: str | None) -> Iterator[bytes]:
    """The file in pieces; BadRequestError where what writes such tables is not installed."""
    pyarrow = needed("pyarrow", extra="tables", what="Parquet")
    from pyarrow.parquet import ParquetWriter

    rows = (
        statement_fields(report, found, convention) for report in reports for found in report.found
    )
    schema, pieces = _schema(pyarrow), _Pieces()
    with ParquetWriter(pieces, schema, compression="zstd") as writer:
        while group := list(islice(rows, _GROUP)):
            plain = [_plain(row) for row in group]
            writer.write_table(pyarrow.Table.from_pylist(plain, schema=schema))
            yield pieces.taken()
    yield pieces.taken()


class _Pieces:
    """A file that is handed on as it is written."""

    closed = False

    def __init__(self) -> None:
        self._waiting: list[bytes] = []
        self._size = 0

    def write(self, data: bytes) -> int:
        self._waiting.append(bytes(data))
        self._size += len(data)
        return len(data)

    def tell(self) -> int:
        return self._size

    def flush(self) -> None:
        """Nothing is kept back."""

    def close(self) -> None:
        """Nothing was opened."""

    def taken(self) -> bytes:
        """What was written since it was last asked."""
        taken, self._waiting = b"".join(self._waiting), []
        return taken


def _schema(pyarrow: Any) -> Any:
    kinds = {
        "text": pyarrow.string(),
        "whole": pyarrow.int64(),
        "number": pyarrow.float64(),
        "flag": pyarrow.bool_(),
        "day": pyarrow.date32(),
    }

    def columns(named: dict[str, str]) -> list[Any]:
        return [
            pyarrow.field(name, kinds[kind])
            for kind, names in named.items()
            for name in names.split()
        ]

    lists = [
        pyarrow.field(name, pyarrow.list_(pyarrow.struct(columns(_STRUCTS[name]))))
        for name in LISTS
    ]
    return pyarrow.schema([*columns(_COLUMNS), *lists])


def _plain(row: dict[str, Any]) -> dict[str, Any]:
    """The row with figures as floating-point numbers and moments as text."""
    lists = {
        name: [{key: _value(key, value) for key, value in one.items()} for one in row[name]]
        for name in LISTS
    }
    return {**row, **lists}


def _value(name: str, value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime.date) and name in {"earliest", "latest"}:
        return value.isoformat()
    return value.date() if isinstance(value, datetime.datetime) else value
