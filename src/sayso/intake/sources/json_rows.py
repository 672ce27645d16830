"""Reports in JSON: an object a line (JSON Lines), one object, or a list of them."""

import json
import re
from collections.abc import Iterator

from sayso.errors import UnreadableReportError
from sayso.intake.files import MAX_BYTES
from sayso.intake.sources.columns import Columns, find_columns, row_item
from sayso.intake.sources.part import Found, Part
from sayso.records import UnreadableItem

__all__ = ["is_json", "json_items"]

_OPENS = re.compile(rb'(?:\xef\xbb\xbf)?\s*+(?:\[\s*+)?+\{\s*+"')


def is_json(head: bytes) -> bool:
    """Whether bytes that begin with `head` are objects in JSON.

    >>> is_json(b'{"text": "Ships wait."}'), is_json(b"[Applause] {Ships wait}")
    (True, False)
    """
    return _OPENS.match(head) is not None


def json_items(part: Part, given: Columns) -> Iterator[Found]:
    """The reports in JSON; of lines, one that is broken does not stop the rest.

    UnreadableReportError where the first object has no text: none of the others would.
    """
    first = part.stream.readline(MAX_BYTES + 1)
    row = _parsed(first)
    rows = _lines(part, row) if isinstance(row, dict) else _listed(part, first)
    for number, value in rows:
        if number == 1 and isinstance(value, dict):
            find_columns(value, given, table_name=part.name)
        yield _found(part, value, given, number=number)


def _found(part: Part, value: object, given: Columns, *, number: int) -> Found:
    if not isinstance(value, dict):
        name = part.within(number).name
        return UnreadableItem(name=name, reason=f"{name} is no JSON object; mend or delete it.")
    try:
        columns = find_columns(value, given, table_name=part.within(number).name)
    except UnreadableReportError as error:
        return UnreadableItem(name=part.within(number).name, reason=str(error))
    return row_item(part, value, columns, number=number)


def _lines(part: Part, row: object) -> Iterator[tuple[int, object]]:
    yield 1, row
    number = 1
    while line := part.stream.readline(MAX_BYTES + 1):
        number += 1
        if line.strip():
            yield number, _parsed(line)


def _listed(part: Part, first: bytes) -> Iterator[tuple[int, object]]:
    """An object over several lines, or a list of them."""
    rest = part.stream.read(MAX_BYTES + 1)
    value = _parsed(first + rest)
    if len(rest) > MAX_BYTES or value is None:
        raise UnreadableReportError(
            f"{part.name} is damaged JSON, or a list of more than {MAX_BYTES // 1_000_000} MB; "
            "write an object a line instead."
        )
    yield from enumerate(value if isinstance(value, list) else [value], 1)


def _parsed(data: bytes) -> object:
    """The value, or None where `data` is no JSON."""
    try:
        value: object = json.loads(data)
    except (ValueError, RecursionError):
        return None
    return value
