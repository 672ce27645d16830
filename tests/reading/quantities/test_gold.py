"""Our own sentences: every quantity with its span, value, relation, bounds, unit, noun and rate."""

import json
from pathlib import Path
from typing import Any

import pytest

from sayso.reading.quantities import read_quantities
from sayso.records import Quantity
from tests.gold import below_floor, same_corpus

GOLD = Path(__file__).with_name("gold.jsonl")
ROWS: list[dict[str, Any]] = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
NUMBERS = ("value", "low", "high")
WORDS = ("relation", "unit", "counted", "per", "part_of", "total")
UNSAID = {"relation": "exact", "total": False}


def _found(quantity: Quantity, text: str, surfaces: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {"surface": quantity.span.of(text)}
    for name in NUMBERS:
        number = getattr(quantity, name)
        found[name] = None if number is None else round(float(number), 9)
    for name in WORDS:
        found[name] = getattr(quantity, name)
    return found | {"part_of": surfaces.get(quantity.part_of or "")}


def _read(text: str) -> list[dict[str, Any]]:
    quantities = read_quantities(text, report_id="r")
    surfaces = {quantity.id: quantity.span.of(text) for quantity in quantities}
    return [_found(quantity, text, surfaces) for quantity in quantities]


def _wanted(row: dict[str, Any]) -> list[dict[str, Any]]:
    blank = dict.fromkeys((*NUMBERS, *WORDS)) | UNSAID
    return [
        blank
        | quantity
        | {name: round(quantity[name], 9) for name in NUMBERS if quantity.get(name) is not None}
        for quantity in row["quantities"]
    ]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_every_surface_stands_in_its_sentence(row: dict[str, Any]) -> None:
    places = [row["text"].index(quantity["surface"]) for quantity in row["quantities"]]
    assert places == sorted(places)


def test_sentences_read_as_by_hand() -> None:
    right = [_read(row["text"]) == _wanted(row) for row in ROWS]
    none = [not _read(row["text"]) for row in ROWS if not row["quantities"]]
    figures = {
        "sentences": 100 * sum(right) / len(right),
        "without_any": 100 * sum(none) / len(none),
    }
    assert same_corpus("own_quantities", [GOLD])
    assert not below_floor("own_quantities", figures), figures
