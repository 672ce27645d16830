"""Whole reports and single cases with figures: value, relation, bounds, noun and rate."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from sayso.reading import Encoder, read_report
from sayso.reading.quantities import read_quantities
from sayso.records import Quantity, Report, Span
from tests.gold import SHARED, below_floor, same_corpus

CASES = SHARED / "data" / "cases.json"
REPORTS = SHARED / "data" / "reports"
SAME = {"about": "approx", "equal": "exact"}
# The reports' gold has one name for what all of them count, in whatever words.
ALIKE = frozenset({"troop", "soldier", "force", "korean", "men", "casualtie"})

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not CASES.exists(), reason="the shared data are not beside the checkout"),
]


def _at(quantities: tuple[Quantity, ...], span: Span) -> Quantity | None:
    return next((quantity for quantity in quantities if quantity.span.overlaps(span)), None)


def _is_value(quantity: Quantity | None, value: float) -> bool:
    return bool(quantity and quantity.value is not None and float(quantity.value) == value)


def _counts(quantity: Quantity | None, wanted: str) -> bool:
    """Whether the noun is the one marked, or another for the same people; units are nouns too."""
    named = f"{quantity.counted} {quantity.unit}" if quantity else ""
    found, gold = _stems(named), _stems(wanted)
    return bool(found & gold) or bool(found & ALIKE and gold & ALIKE)


def _stems(words: str) -> set[str]:
    return {word.rstrip("s") for word in re.findall(r"\w+", words.lower())}


def _report_figures(encoder: Encoder) -> Iterator[tuple[tuple[Quantity, ...], dict[str, Any]]]:
    """Each annotated figure of the English reports with all that we read in its report."""
    for folder in sorted(path for path in REPORTS.iterdir() if path.is_dir()):
        origins = json.loads((folder / "origins.json").read_text("utf-8"))
        statements = [
            json.loads(line) for line in (folder / "gold.jsonl").read_text("utf-8").splitlines()
        ]
        for name in sorted({statement["report"] for statement in statements}):
            if origins[name].get("language", "en") != "en":
                continue
            text = (folder / name).read_text("utf-8").partition("\n\n")[2].rstrip("\n")
            read = read_report(Report(id=name, text=text), encoder).quantities
            figures = {
                tuple(figure["span"]): figure
                for statement in statements
                if statement["report"] == name and statement["mode"] != "own_voice"
                for figure in statement.get("quantities", [])
                if not isinstance(figure["value"], list)
            }
            yield from ((read, figure) for figure in figures.values())


def test_reports() -> None:
    counts: Counter[str] = Counter()
    for read, figure in _report_figures(Encoder()):
        found = _at(read, Span(*figure["span"]))
        value = _is_value(found, figure["value"])
        relation = SAME.get(figure["relation"], figure["relation"])
        counts["all"] += 1
        counts["value"] += value
        counts["relation"] += value and found is not None and found.relation == relation
        counts["with_noun"] += bool(figure["counted"])
        counts["noun"] += bool(figure["counted"]) and _counts(found, figure["counted"])
    figures = {
        "value": 100 * counts["value"] / counts["all"],
        "value_and_relation": 100 * counts["relation"] / counts["all"],
        "counted": 100 * counts["noun"] / counts["with_noun"],
    }
    assert same_corpus("quantities", [*REPORTS.glob("*/*.txt"), *REPORTS.glob("*/gold.jsonl")])
    assert not below_floor("quantities", figures), figures


def _expected(figure: dict[str, Any], found: Quantity | None) -> Iterator[bool]:
    """Whether each thing that a case says of a figure was read so."""
    yield found is not None
    for name in ("value", "low", "high"):
        if figure[name] is not None:
            number = getattr(found, name, None)
            yield number is not None and float(number) == float(figure[name])
    if figure["relation"] != "exact":
        yield getattr(found, "relation", None) == figure["relation"]
    if figure.get("noun"):
        counted = getattr(found, "counted", None) or ""
        yield counted.lower().endswith(figure["noun"].lower().split()[-1])
    if figure.get("per"):
        yield getattr(found, "per", None) == figure["per"]


def test_cases() -> None:
    items = json.loads(CASES.read_text("utf-8"))["items"]
    right: list[bool] = []
    made_up = 0
    for item in (item for item in items if item["kind"] == "figure"):
        text = item["text"]
        read = read_quantities(text, report_id="r")
        made_up += len(read) - len(item["figures"])
        for figure in item["figures"]:
            start = text.index(figure["surface"])
            found = _at(read, Span(start, start + len(figure["surface"])))
            right.extend(_expected(figure, found))
    figures = {"expected": 100 * sum(right) / len(right), "not_made_up": -float(made_up)}
    assert same_corpus("quantity_cases", [CASES])
    assert not below_floor("quantity_cases", figures), figures
