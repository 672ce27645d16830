"""Statements as CSV (RFC 4180), a row a statement; lists in a column are JSON."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

import msgspec

from sayso.records import Holding
from sayso.views.formats.statement_fields import statement_fields

__all__ = ["delimited_lines", "statement_lines"]

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def statement_lines(reports: Iterable[Holding], convention: str | None) -> Iterator[bytes]:
    """A row a statement, with its figures, claims, times and places as lists."""
    return delimited_lines(
        statement_fields(report, found, convention) for report in reports for found in report.found
    )


def delimited_lines(rows: Iterable[Mapping[str, Any]]) -> Iterator[bytes]:
    """The rows under a heading of their names; what is unknown is empty."""
    line = _writer()
    for number, row in enumerate(rows):
        if number == 0:
            yield line(row.keys())
        yield line(_cell(value) for value in row.values())


def _writer() -> Callable[[Iterable[Any]], bytes]:
    """What makes a line of cells."""
    file = io.StringIO(newline="")
    writer = csv.writer(file)

    def line(cells: Iterable[Any]) -> bytes:
        writer.writerow(cells)
        written = file.getvalue()
        file.seek(0)
        file.truncate()
        return written.encode("utf-8", "replace")

    return line


def _cell(value: Any) -> Any:
    return _ENCODER.encode(value).decode() if isinstance(value, list) else value
