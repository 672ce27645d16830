"""Figures in the fields that datasets of events have: words, hedge, low, best, high."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from sayso.lexicon import table
from sayso.records import Holding, Quantity, Relation, Statement
from sayso.views.formats.edtf import edtf_of

__all__ = ["figure_fields", "figures_of"]

_HEDGES = {
    Relation.EXACT: "none",
    Relation.APPROX: "about",
    Relation.AT_MOST: "up_to",
    Relation.LESS_THAN: "up_to",
    Relation.AT_LEAST: "at_least",
    Relation.MORE_THAN: "more_than",
    Relation.ALMOST: "nearly",
    Relation.BETWEEN: "between",
    Relation.VAGUE: "vague",
}


def figures_of(
    report: Holding, statement: Statement, convention: str | None
) -> Iterator[dict[str, Any]]:
    """The fields of every figure in a statement."""
    for quantity in report.reading.quantities:
        if quantity.statement == statement.id:
            yield figure_fields(report, quantity, convention)


def figure_fields(report: Holding, quantity: Quantity, convention: str | None) -> dict[str, Any]:
    """One figure; a vague word has neither bounds nor a best value, unless by a convention.

    `best` is what the text gives where it is no mere bound, `kind` a flow where it is per day or
    the like; what the text includes or excludes is not read yet.
    """
    verbatim = quantity.span.of(report.reading.report.text)
    vague = quantity.relation is Relation.VAGUE
    agreed = _agreed(verbatim, convention) if vague else None
    return {
        "verbatim": verbatim,
        "hedge": _HEDGES[quantity.relation],
        "low": None if vague else quantity.low,
        "best": agreed if vague else _best(quantity),
        "high": None if vague else quantity.high,
        "unit": quantity.unit,
        "kind": "flow" if quantity.per else None,
        "per": quantity.per,
        "population": quantity.counted,
        "included": None,
        "excluded": None,
        "as_of": _as_of(report, quantity),
        "convention": convention if agreed is not None else None,
    }


def _best(quantity: Quantity) -> Decimal | None:
    return None if quantity.value in (quantity.low, quantity.high) else quantity.value


def _agreed(words: str, convention: str | None) -> Decimal | None:
    """What the convention takes just these words for.

    >>> _agreed("Dozens", "acled"), _agreed("hundreds of thousands", "acled")
    (Decimal('12'), None)
    """
    figures = table("conventions")[convention] if convention else {}
    figure = figures.get(" ".join(words.lower().split()))
    return None if figure is None else Decimal(figure)


def _as_of(report: Holding, quantity: Quantity) -> str | None:
    time = next((one for one in report.reading.times if one.id == quantity.as_of), None)
    return edtf_of(time.earliest, time.latest) if time else None
