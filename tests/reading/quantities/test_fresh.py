"""Sentences of our own, written and labelled before they were first read: 58 of 62 were right then.

Each names only what it is about; whatever else was read of a quantity is not looked at.
"""

import json
from pathlib import Path
from typing import Any

from sayso.reading.quantities import read_quantities
from sayso.records import Quantity
from tests.gold import below_floor, same_corpus

FRESH = Path(__file__).with_name("fresh.jsonl")
ROWS: list[dict[str, Any]] = [json.loads(line) for line in FRESH.read_text("utf-8").splitlines()]
NUMBERS = {"value", "low", "high"}


def _right(row: dict[str, Any]) -> bool:
    text = row["text"]
    found = read_quantities(text, report_id="r")
    surfaces = {quantity.id: quantity.span.of(text) for quantity in found}
    if len(found) != len(row["quantities"]):
        return False
    return all(
        _agrees(quantity, wanted, surfaces.get(quantity.part_of or "", ""), text)
        for quantity, wanted in zip(found, row["quantities"], strict=True)
    )


def _agrees(quantity: Quantity, wanted: dict[str, Any], whole: str, text: str) -> bool:
    start = text.index(wanted["surface"])
    if not (quantity.span.start < start + len(wanted["surface"]) and start < quantity.span.end):
        return False
    fields = wanted.keys() - {"surface", "part_of"}
    if wanted.get("part_of", "") not in whole:
        return False
    return all(_same(getattr(quantity, field), wanted[field], field) for field in fields)


def _same(found: Any, wanted: Any, field: str) -> bool:
    if field in NUMBERS:
        return found is not None and abs(float(found) - wanted) < 1e-6
    return bool(found == wanted)


def test_fresh_sentences_stay_above_the_floor() -> None:
    wrong = [row["text"] for row in ROWS if not _right(row)]
    assert same_corpus("fresh_quantities", [FRESH])
    figures = {"sentences": 100 - 100 * len(wrong) / len(ROWS)}
    assert not below_floor("fresh_quantities", figures), wrong
