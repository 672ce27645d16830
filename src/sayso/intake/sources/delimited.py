"""Tables in CSV (RFC 4180) and its relatives, a report a row."""

import csv
import io
import re
from collections.abc import Iterator

from sayso.errors import UnreadableReportError
from sayso.intake.decoding import decode
from sayso.intake.files import MAX_BYTES
from sayso.intake.sources.columns import Columns, find_columns, is_header, row_item
from sayso.intake.sources.part import Found, Part

__all__ = ["delimited_items", "is_delimited"]

_DELIMITERS = ",;\t|"
_HEAD = 65_536
_LINE_END = re.compile(r"\r\n|\n|\r")


def is_delimited(head: bytes, given: Columns) -> bool:
    """Whether `head` begins with the names of columns that hold reports."""
    return _delimiter(head, given) is not None


def delimited_items(part: Part, given: Columns) -> Iterator[Found]:
    """The reports in a table, row by row."""
    head = part.stream.peek(_HEAD)[:_HEAD]
    csv.field_size_limit(MAX_BYTES)  # of the whole process; its own 131,072 cut long reports off
    lines = io.TextIOWrapper(
        part.stream, decode(head, name=part.name).encoding, errors="replace", newline=""
    )
    rows = csv.reader(lines, delimiter=_delimiter(head, given) or ",")
    try:
        names = [name.lstrip("\ufeff").strip() for name in next(rows)]
        columns = find_columns(names, given, table_name=part.name)
        for number, row in enumerate(rows, 1):
            if any(row):
                cells = dict(zip(names, row, strict=False))
                yield row_item(part, cells, columns, number=number)
    except csv.Error as error:
        raise UnreadableReportError(
            f"{part.name} cannot be read on from line {rows.line_num} ({error}); mend that line."
        ) from error
    finally:
        lines.detach()  # or it would close the stream under whoever opened it


def _delimiter(head: bytes, given: Columns) -> str | None:
    try:
        line = _LINE_END.split(decode(head, name="").text.lstrip("\ufeff"), maxsplit=1)[0]
    except UnreadableReportError:
        return None
    for delimiter in _DELIMITERS:
        if is_header(next(csv.reader([line], delimiter=delimiter), []), given):
            return delimiter
    return None
