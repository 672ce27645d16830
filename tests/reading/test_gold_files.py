"""The gold files of statements say what their README says they say."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from sayso.records import Mode, Span, Spans

GOLD = Path(__file__).parent / "gold"
ROLES = ("source", "cue", "content")


def _rows(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text("utf-8").splitlines()]


NESTING = _rows("nesting.jsonl")
FRESH = [*_rows("fresh_statements.jsonl"), *_rows("fresh_nesting.jsonl")]
ROWS = [*_rows("attribution.jsonl"), *NESTING, *FRESH]
TEXTS = [pytest.param(row, id=row["id"]) for row in ROWS]


def _places(piece: str, text: str) -> Iterator[int]:
    start = text.find(piece)
    while start >= 0:
        yield start
        start = text.find(piece, start + 1)


def _spans(statement: dict[str, Any], role: str, text: str) -> Spans:
    pieces = statement[role]
    numbers = statement.get("nth", {}).get(role, [1] * len(pieces))
    starts = [list(_places(piece, text))[n - 1] for piece, n in zip(pieces, numbers, strict=True)]
    return tuple(
        Span(start, start + len(piece)) for start, piece in zip(starts, pieces, strict=True)
    )


@pytest.mark.parametrize("row", TEXTS)
def test_every_piece_stands_where_it_says(row: dict[str, Any]) -> None:
    text = row["text"]
    for statement in row["statements"]:
        for role in ROLES:
            spans = _spans(statement, role, text)
            assert list(spans) == sorted(spans)
            assert all(piece == piece.strip() != "" for piece in statement[role])
            if role not in statement.get("nth", {}):
                assert all(len(list(_places(piece, text))) == 1 for piece in statement[role])
        assert statement["content"]
        assert statement["source"] or statement["cue"]
        assert statement["mode"] in set(Mode)


@pytest.mark.parametrize("row", TEXTS)
def test_a_statement_lies_in_the_content_of_the_one_it_is_told_in(row: dict[str, Any]) -> None:
    text, statements = row["text"], row["statements"]
    for number, inner in enumerate(statements):
        if inner.get("within") is not None:
            assert inner["within"] in set(range(len(statements))) - {number}
            told = _spans(statements[inner["within"]], "content", text)
            for role in ROLES:
                for span in _spans(inner, role, text):
                    assert any(piece.covers(span) for piece in told), (role, span.of(text))


@pytest.mark.parametrize("field", ["id", "text"])
def test_nothing_stands_twice(field: str) -> None:
    assert len({row[field] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in NESTING])
def test_only_near_misses_have_no_statement_within_another(row: dict[str, Any]) -> None:
    nested = any(statement.get("within") is not None for statement in row["statements"])
    assert nested != row["kind"].startswith("near miss")


def test_there_is_enough_to_measure_on() -> None:
    nested = [row for row in NESTING if not row["kind"].startswith("near miss")]
    assert len(nested) >= 120
    assert len(NESTING) - len(nested) >= 25
