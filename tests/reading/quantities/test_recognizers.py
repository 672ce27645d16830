"""Microsoft Recognizers-Text's English test cases (MIT) for numbers, ranges, money and per cent.

They ask for every number that is written, so `numbers` leaves out the few cases whose numbers count
nothing by our contract; `numbers_of_all` does not.
"""

import json
from collections.abc import Iterable
from typing import Any

import pytest

from sayso.reading.quantities import read_quantities
from sayso.records import Quantity, Relation
from tests.gold import SHARED, below_floor, same_corpus

SPECS = SHARED / "data" / "recognizers-specs" / "Specs"
NAMES = {
    "numbers": "Number/English/NumberModel.json",
    "ranges": "Number/English/NumberRangeModel.json",
    "money": "NumberWithUnit/English/CurrencyModel.json",
    "percent": "Number/English/PercentModel.json",
}
COUNT_NOTHING = {
    "192.168.1.2": "the address of a machine",
    "Any time to meet on 5/17/2018?": "a date",
    "My phone number is +1-222-2222/2222": "a telephone number",
    "SCP-173": "a code",
    "Exercises nrs. 22,24,26,31.": "labels",
    "Exercise nr. 22,240,260,310.": "labels",
    "Let's try one last time": "one that only introduces",
    "we will be working on releasing version two and a previous version will still be maintained": (
        "a label"
    ),
    "they were playing three-nought-four": "a name",
}
# Their units without an ISO code, and ours.
UNITS = {
    "Dollar": "USD",
    "Pound": "GBP",
    "Cent": "cent",
    "Pence": "penny",
    "Penny": "penny",
    "Franc": "FRF",
    "Finnish markka": "FIM",
    "Peseta": "ESP",
    "Netherlands guilder": "NLG",
    "Rupee": "INR",
    "Satoshi": "satoshi",
    "Bitcoin": "BTC",
}
SIDES = {
    Relation.MORE_THAN: "(",
    Relation.AT_LEAST: "[",
    Relation.LESS_THAN: ")",
    Relation.AT_MOST: "]",
}

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SPECS.exists(), reason="the shared data are not beside the checkout"),
]


def _cases(name: str) -> list[tuple[str, list[dict[str, Any]]]]:
    rows = json.loads((SPECS / NAMES[name]).read_text("utf-8-sig"))
    return [(row["Input"], [each["Resolution"] for each in row["Results"]]) for row in rows]


def _share(right: Iterable[bool]) -> float:
    marks = list(right)
    return 100 * sum(marks) / len(marks)


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b))


def _numbers(quantities: tuple[Quantity, ...]) -> list[float]:
    """The numbers written, those of a range apart."""
    pairs = (
        (quantity.low, quantity.high)
        if quantity.relation is Relation.BETWEEN
        else (quantity.value, None)
        for quantity in quantities
    )
    return [float(number) for pair in pairs for number in pair if number is not None]


def _right_numbers(text: str, resolutions: list[dict[str, Any]]) -> bool:
    """Every number they find in order and no other; those with a unit go to their other models."""
    wanted = [float(each["value"]) for each in resolutions]
    quantities = read_quantities(text, report_id="r")
    if not wanted:
        return all(quantity.unit for quantity in quantities)
    found = _numbers(quantities)
    return len(found) == len(wanted) and all(map(_close, found, wanted))


def _interval(quantity: Quantity) -> tuple[str, float | None, float | None]:
    """A quantity in their notation: `(20,)` is more than 20, `[` and `]` hold the bound itself."""
    low, high = (None if x is None else float(x) for x in (quantity.low, quantity.high))
    if quantity.relation is Relation.EXACT and quantity.value is not None:
        return "", float(quantity.value), float(quantity.value)
    return SIDES.get(quantity.relation, ""), low, high


def _is_interval(found: tuple[str, float | None, float | None], wanted: str) -> bool:
    """Whether both bounds agree; for one bound also whether it is held itself."""
    low, high = wanted[1:-1].split(",")
    bounds = (float(low) if low else None, float(high) if high else None)
    one = wanted[0] if low and not high else wanted[-1] if high and not low else ""
    return found[1:] == bounds and found[0] == one


def _right_ranges(text: str, resolutions: list[dict[str, Any]]) -> bool:
    wanted = [each["value"] for each in resolutions]
    quantities = read_quantities(text, report_id="r")
    exact = [quantity for quantity in quantities if quantity.relation is Relation.EXACT]
    ranges = [_interval(quantity) for quantity in quantities if quantity not in exact]
    points = [_interval(quantity) for quantity in exact]
    found = [any(_is_interval(one, each) for one in (*ranges, *points)) for each in wanted]
    return all(found) and len(ranges) <= len(wanted)


def _right_money(text: str, resolutions: list[dict[str, Any]]) -> bool:
    wanted = [
        (float(each["value"]), each.get("isoCurrency") or UNITS.get(each["unit"]))
        for each in resolutions
        if each.get("value")
    ]
    found = [
        (float(quantity.value), quantity.unit)
        for quantity in read_quantities(text, report_id="r")
        if quantity.value is not None
        and quantity.unit is not None
        and (quantity.unit.isupper() or quantity.unit in UNITS.values())
    ]
    return found == wanted


def _right_percent(text: str, resolutions: list[dict[str, Any]]) -> bool:
    wanted = [float(each["value"].rstrip("%")) for each in resolutions if each["value"] != "null"]
    found = [
        float(quantity.value)
        for quantity in read_quantities(text, report_id="r")
        if quantity.unit == "percent" and quantity.value is not None
    ]
    return found == wanted


def test_recognizers() -> None:
    figures = {
        "numbers": _share(
            _right_numbers(*case) for case in _cases("numbers") if case[0] not in COUNT_NOTHING
        ),
        "numbers_of_all": _share(_right_numbers(*case) for case in _cases("numbers")),
        "ranges": _share(_right_ranges(*case) for case in _cases("ranges")),
        "money": _share(_right_money(*case) for case in _cases("money")),
        "percent": _share(_right_percent(*case) for case in _cases("percent")),
    }
    assert same_corpus("recognizers", [SPECS / path for path in NAMES.values()])
    assert not below_floor("recognizers", figures), figures


def test_what_is_left_out_is_among_the_cases() -> None:
    assert COUNT_NOTHING.keys() <= {text for text, _ in _cases("numbers")}
