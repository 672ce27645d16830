"""Our own sentences: every claim with its polarity, certainty, time, condition and event."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.gold import below_floor, same_corpus
from tests.reading.claims.agreement import agreements
from tests.reading.claims.parsed import PARSED, read_parsed

GOLD = Path(__file__).with_name("gold.jsonl")
ROWS: list[dict[str, Any]] = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_every_head_stands_in_its_sentence(row: dict[str, Any]) -> None:
    given = [claim.get(key) for claim in row["claims"] for key in ("head", "condition", "window")]
    assert all(words in row["text"] for words in given if words)


def test_there_are_enough_sentences() -> None:
    assert len({row["text"] for row in ROWS}) >= 200
    assert sum(row["half"] == "unseen" for row in ROWS) >= 100


def test_sentences_read_as_by_hand() -> None:
    figures = {half: _share(half) for half in ("tuning", "unseen")}
    assert same_corpus("own_claims", [GOLD, PARSED])
    assert not below_floor("own_claims", figures), figures


def _share(half: str) -> float:
    right = [
        agrees
        for row in ROWS
        if row["half"] == half
        for _, agrees in agreements(row, *read_parsed(row["text"]))
    ]
    return 100 * sum(right) / len(right)
