"""Transcripts as JSON: an object a turn, in lines, in a list, or under `turns`."""

import json
from collections.abc import Mapping
from dataclasses import replace

from sayso.errors import UnreadableRecordError
from sayso.intake.days import read_day
from sayso.intake.metadata import Metadata, as_line, as_url
from sayso.intake.turns import cut_turn
from sayso.records import Span, Turn

__all__ = ["is_rows", "read_rows"]

_DAYS = ("held", "date", "day", "published")
_Row = Mapping[str, object]


def is_rows(text: str) -> bool:
    """Whether `text` is JSON: all of it, or its first line, is an object or a list of them.

    >>> is_rows('{"speaker": "VARGA", "text": "We tried."}'), is_rows("[Via interpreter] We tried.")
    (True, False)
    """
    start = text.lstrip()
    if not start.startswith(("{", "[")):
        return False
    return _parsed(start.partition("\n")[0]) is not None or _parsed(start) is not None


def read_rows(text: str, *, name: str) -> tuple[Metadata, str, tuple[Turn, ...]]:
    """Metadata, the words of all rows with their speakers as labels, and the turns in them."""
    rows = _rows(text, name)
    said = [_line(row) for row in rows]
    whole = "".join(line for _, line in said)
    turns: list[Turn] = []
    at = 0
    for row, (label, line) in zip(rows, said, strict=True):
        span = Span(at, at + len(line))
        turn = cut_turn(whole, _speaker(row), span, spoken=at + label)
        if turn and "text" in row:
            turns.append(
                replace(turn, interpreted=turn.interpreted or bool(row.get("interpreted")))
            )
        at = span.end
    return _metadata(rows), whole, tuple(turns)


def _parsed(text: str) -> list[_Row] | None:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if isinstance(value, dict):
        turns = value.get("turns")
        value = [value, *turns] if isinstance(turns, list) else [value]
    return (
        value if isinstance(value, list) and all(isinstance(row, dict) for row in value) else None
    )


def _rows(text: str, name: str) -> list[_Row]:
    whole = _parsed(text)
    if whole is not None:
        return whole
    rows: list[_Row] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            row = _parsed(line)
            if row is None:
                raise UnreadableRecordError(
                    f"Line {number} of {name} is no JSON object; mend or delete it."
                )
            rows += row
    return rows


def _speaker(row: _Row) -> str | None:
    return as_line(_words(row, "speaker"))


def _words(row: _Row, key: str) -> str:
    value = row.get(key)
    return value if isinstance(value, str) else ""


def _line(row: _Row) -> tuple[int, str]:
    """The length of the label and the whole line that the row becomes."""
    if _words(row, "gap"):
        return 0, f"[gap: {as_line(_words(row, 'gap')) or ''}]\n"
    if not _words(row, "text").strip():
        return 0, ""
    label = f"{_speaker(row)}: " if _speaker(row) else ""
    return len(label), f"{label}{_words(row, 'text')}\n"


def _metadata(rows: list[_Row]) -> Metadata:
    """What the first row without words states, or the object around the turns."""
    stated = next((row for row in rows if "text" not in row and "gap" not in row), {})
    return Metadata(
        title=as_line(_words(stated, "title")),
        url=as_url(_words(stated, "url")),
        day=next((day for key in _DAYS if (day := read_day(_words(stated, key)))), None),
        venue=as_line(_words(stated, "venue")),
        coverage=as_line(_words(stated, "coverage")),
    )
