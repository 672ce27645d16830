"""Figures in the fields of event datasets: hedges, bounds, and vague words by convention."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from sayso.records import Quantity, Relation, Span
from sayso.views.formats.figure import figure_fields, figures_of
from tests.views.formats.holdings import holding, with_reading

FIELDS = [
    *("verbatim", "hedge", "low", "best", "high", "unit", "kind", "per", "population"),
    *("included", "excluded", "as_of", "convention"),
]


def quantity(**told: Any) -> Quantity:
    return Quantity(**{"id": "q", "span": Span(27, 33), "value": None, **told})


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        pytest.param({"value": 8}, ("none", None, 8, None), id="flat"),
        pytest.param({"value": 8, "relation": "approx"}, ("about", None, 8, None), id="about"),
        pytest.param(
            {"value": 8, "high": 8, "relation": "at_most"}, ("up_to", None, None, 8), id="up to"
        ),
        pytest.param(
            {"value": 8, "high": 8, "relation": "less_than"}, ("up_to", None, None, 8), id="below"
        ),
        pytest.param(
            {"value": 8, "low": 8, "relation": "at_least"},
            ("at_least", 8, None, None),
            id="at least",
        ),
        pytest.param(
            {"value": 8, "low": 8, "relation": "more_than"}, ("more_than", 8, None, None), id="over"
        ),
        pytest.param({"value": 8, "relation": "almost"}, ("nearly", None, 8, None), id="nearly"),
        pytest.param(
            {"low": 8, "high": 9, "relation": "between"}, ("between", 8, None, 9), id="between"
        ),
        pytest.param(
            {"low": 12, "high": 99, "relation": "vague"}, ("vague", None, None, None), id="vague"
        ),
    ],
)
def test_hedge_and_bounds(told: dict[str, Any], expected: tuple[Any, ...]) -> None:
    values = {name: Decimal(told[name]) for name in ("value", "low", "high") if name in told}
    relation = Relation(told.get("relation", "exact"))
    fields = figure_fields(holding(), quantity(relation=relation, **values), None)
    assert list(fields) == FIELDS
    assert tuple(fields[name] for name in ("hedge", "low", "best", "high")) == expected


@pytest.mark.parametrize(
    ("words", "convention", "best"),
    [
        ("tens", "acled", 10),
        ("Dozens", "acled", 12),
        ("hundreds", "acled", 100),
        ("thousands", "acled", None),
        ("hundreds", "ccc", 200),
        ("thousands", "ccc", 2_000),
        ("tens of  thousands", "ccc", 20_000),
        ("hundreds of thousands", "ccc", None),
        ("dozens", "ccc", None),
        ("dozens", None, None),
    ],
)
def test_vague_words_count_by_a_named_convention_only(
    words: str, convention: str | None, best: int | None
) -> None:
    one = holding(f"Varga said {words} left.")
    vague = quantity(span=Span(11, 11 + len(words)), relation=Relation.VAGUE, low=Decimal(1))
    fields = figure_fields(one, vague, convention)
    assert (fields["best"], fields["hedge"], fields["verbatim"]) == (best, "vague", words)
    assert fields["convention"] == (convention if best else None)


def test_a_hedged_figure_stays_as_it_is_under_a_convention() -> None:
    one = holding()
    told = list(figures_of(one, one.reading.statements[0], "acled"))
    assert [(it["verbatim"], it["best"]) for it in told] == [("dozens", 12), ("some 4,200", 4200)]


def test_a_rate_is_a_flow_and_its_day_is_told() -> None:
    one = holding()
    time = one.reading.times[0]
    rate = quantity(value=Decimal(3), per="day", as_of=time.id)
    fields = figure_fields(with_reading(one, times=(replace(time),)), rate, None)
    assert (fields["kind"], fields["per"], fields["as_of"]) == ("flow", "day", "2024-11")
