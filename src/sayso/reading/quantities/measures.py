"""One number of a text with its meaning."""

import re
from decimal import Decimal
from typing import NamedTuple

from sayso.reading.quantities.counted import is_total, subject_before
from sayso.reading.quantities.days import is_date, is_year
from sayso.reading.quantities.digits import plain_decimal
from sayso.reading.quantities.exclusions import counts_nothing
from sayso.reading.quantities.figure import Figure
from sayso.reading.quantities.labels import names_something
from sayso.reading.quantities.numerals import Numeral, read_numeral
from sayso.reading.quantities.parts import DURATIONS, Parts, read_parts
from sayso.reading.quantities.ranges import Pair, is_range, is_score, read_pair, read_proportion
from sayso.reading.quantities.rates import Rate, rate_after, rate_before
from sayso.reading.quantities.tokens import Tokens
from sayso.reading.quantities.units import percent_before
from sayso.records import Relation

__all__ = ["Found", "read_figure"]

_LEADS = frozenset({"between", "from"})
_CHANGING = frozenset({"percent", "percentage point", "basis point", "factor"})
_POINTS = frozenset({"point", "percentage point"})
_RATES = re.compile(r"rates?\b|basis|per ?cent|%|inflation|yield|central bank", re.IGNORECASE)
_AROUND = 1_500  # characters in which talk of rates makes half a point 50 basis points
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}")


class Found(NamedTuple):
    """A figure, or None where a number counts nothing, and the token to go on from."""

    figure: Figure | None
    last: int


class _Measure(NamedTuple):
    """A value in its unit."""

    value: Decimal | None
    unit: str | None


def read_figure(tokens: Tokens, at: int, free: int) -> Found:
    """What the number at the token `at` is; the tokens before `free` belong to others.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> figure = read_figure(split_tokens("some 1,200 casualties a day"), 1, 0).figure
    >>> figure.relation.value, figure.value, figure.counted, figure.per
    ('approx', Decimal('1200'), 'casualties', 'day')
    """
    numeral = read_numeral(tokens, at)
    if numeral is None or numeral.first < free:
        return Found(None, at + 1)
    pair = read_pair(tokens, numeral, free)
    if pair and is_score(tokens, pair):
        return Found(None, pair.second.last)
    bounds = pair if pair and is_range(tokens, pair) else None
    if bounds and any(_is_day(tokens, side) for side in (bounds.first, bounds.second)):
        return Found(None, bounds.second.last)
    numeral = _joined(bounds) if bounds else read_proportion(tokens, numeral) or numeral
    if counts_nothing(tokens, numeral):
        return Found(None, numeral.last)
    unit = bounds.unit if bounds else None
    figure = _figure(tokens, read_parts(tokens, numeral, unit=unit, free=free))
    named = names_something(tokens, figure)
    return Found(None, numeral.last) if named else Found(figure, figure.after)


def _is_day(tokens: Tokens, side: Numeral) -> bool:
    return is_date(tokens, side) or is_year(tokens, side.first)


def _joined(pair: Pair) -> Numeral:
    first, second = pair.first, pair.second
    return Numeral(first.first, second.last, None, "range", pair.low, pair.high, second.scale)


def _figure(tokens: Tokens, parts: Parts) -> Figure:
    noun, first = parts.noun, _first(tokens, parts)
    after = noun.last if noun else parts.last
    value, unit = _measure(tokens, parts)
    relation = _relation(parts)
    low, high = _bounds(relation, value, parts)
    rate = _rate(tokens, (first, after), unit)
    counted = noun.words if noun else None
    if counted is None and unit in _CHANGING:
        counted = subject_before(tokens, first)
    return Figure(
        first=first,
        last=parts.last,
        number=parts.numeral.first,
        after=rate.last if rate else after,
        form=parts.numeral.form,
        value=value,
        low=low,
        high=high,
        relation=relation,
        hedged=parts.before is not None or parts.after is not None,
        unit=unit,
        counted=counted,
        known=noun is not None and noun.known,
        per=rate.per if rate else None,
        total=unit != "percent" and is_total(tokens, first, after),
    )


def _first(tokens: Tokens, parts: Parts) -> int:
    """The first token of all that says the quantity: its hedge, currency, or `between`."""
    if parts.before:
        return parts.before.first
    first = parts.money.first if parts.money else parts.numeral.first
    return first - (parts.numeral.form == "range" and tokens.word(first - 1) in _LEADS)


def _measure(tokens: Tokens, parts: Parts) -> _Measure:
    """The value in the unit that it is kept in: half a point of a rate is 50 basis points."""
    numeral, value = parts.numeral, _value(tokens, parts)
    unit = parts.money or parts.unit
    if unit is None:
        kind = {"fraction": "fraction", "fold": "factor"}.get(numeral.form)
        return _Measure(value, percent_before(tokens, numeral, alone=parts.noun is None) or kind)
    if unit.name == "pound" and numeral.scale >= 1_000:
        return _Measure(value, "GBP")
    if unit.name in _POINTS and numeral.form == "fraction" and _tells_rates(tokens, numeral):
        return _Measure(value and plain_decimal(value * 100), "basis point")
    return _Measure(value, unit.name)


def _value(tokens: Tokens, parts: Parts) -> Decimal | None:
    numeral, unit = parts.numeral, parts.unit
    if numeral.value is None:
        return None
    if parts.noun and not (unit or parts.money) and _groups_by_point(tokens, numeral):
        return numeral.value * 1_000
    return plain_decimal((numeral.value + unit.more) * unit.size) if unit else numeral.value


def _groups_by_point(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the point of `8.000 troops` groups thousands: what is counted has no decimals."""
    written = tokens.phrase(numeral.first, numeral.last)
    return tokens.language == "en" and _THOUSANDS.fullmatch(written) is not None


def _tells_rates(tokens: Tokens, numeral: Numeral) -> bool:
    start = tokens.starts[numeral.first]
    return _RATES.search(tokens.text, max(0, start - _AROUND), start + _AROUND) is not None


def _relation(parts: Parts) -> Relation:
    fixed = {"size": Relation.VAGUE, "range": Relation.BETWEEN}.get(parts.numeral.form)
    if fixed:
        return fixed
    if parts.numeral.plus:
        return Relation.APPROX if parts.numeral.plus == "odd" else Relation.AT_LEAST
    before = parts.before.relation if parts.before else None
    if parts.after and before in {None, Relation.APPROX, Relation.EXACT}:
        return parts.after.relation
    return before or (Relation.APPROX if parts.numeral.form == "couple" else Relation.EXACT)


def _bounds(
    relation: Relation, value: Decimal | None, parts: Parts
) -> tuple[Decimal | None, Decimal | None]:
    """What the words assert: at least the first, at most the second."""
    size = parts.unit.size if parts.unit else 1
    if parts.numeral.low is not None and parts.numeral.high is not None:
        return parts.numeral.low * size, parts.numeral.high * size
    if relation in {Relation.AT_LEAST, Relation.MORE_THAN}:
        return value, None
    if relation in {Relation.AT_MOST, Relation.LESS_THAN, Relation.ALMOST}:
        return None, value
    return None, None


def _rate(tokens: Tokens, figure: tuple[int, int], unit: str | None) -> Rate | None:
    """What the number is counted by; durations have no `every day` before them."""
    first, after = figure
    rate = rate_after(tokens, after)
    if rate or unit in DURATIONS:
        return rate
    before = rate_before(tokens, first)
    return Rate(before, after) if before else None
