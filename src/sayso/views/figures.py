"""Figures and times in a few words, for the margin of a table."""

import datetime
from decimal import Decimal
from fractions import Fraction

from sayso.lexicon import table
from sayso.records import Interval, Quantity, Relation, Report, Timex
from sayso.views.printable import folded, printable
from sayso.views.signs import relation_mark

__all__ = ["day_words", "digits_words", "figure_words", "interval_words", "time_words"]

# A longer number is no figure a person reads; its own words are shown instead.
_LONGEST = 18
_MOST_PARTS = 20
_ROUNDING = Fraction(1, 1_000_000)
_PLACES = Decimal("0.0001")
_INVARIABLE = frozenset({"percent", "fraction"})
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def figure_words(quantity: Quantity, report: Report) -> str:
    """The figure with the sign of its relation, what it counts and per what."""
    number = _number(quantity)
    if number is None:
        return folded(printable(quantity.span.of(report.text)), head=6, tail=2)
    per = quantity.per and f"per {quantity.per}"
    unit = "of" if quantity.unit == "fraction" and quantity.counted else _unit(quantity)
    parts = (relation_mark(quantity.relation), number, unit, quantity.counted, per)
    return printable(" ".join(part for part in parts if part))


def time_words(time: Timex, report: Report) -> str:
    """The words of a time and, where they were resolved, the days they stand for."""
    said = folded(printable(time.span.of(report.text)), head=6, tail=2)
    days = _days(time.earliest, time.latest)
    return f"{said} ({days})" if days else said


def day_words(day: datetime.date) -> str:
    """A day as people write it, the same in every language setting of the machine.

    >>> day_words(datetime.date(2024, 10, 31))
    '31 Oct 2024'
    """
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def interval_words(interval: Interval) -> str:
    """The days of an interval, with month and year once; empty where both ends are open."""
    return _days(interval.earliest, interval.latest)


def _number(quantity: Quantity) -> str | None:
    if quantity.relation is Relation.BETWEEN and quantity.low and quantity.high:
        low, high = digits_words(quantity.low), digits_words(quantity.high)
        return f"{low}–{high}" if low and high else None
    if quantity.value is not None and quantity.unit == "fraction":
        return _fraction_words(quantity.value) or digits_words(quantity.value)
    return None if quantity.value is None else digits_words(quantity.value)


def _unit(quantity: Quantity) -> str | None:
    """The unit, in the plural beside any number but one: days, basis points, feet."""
    unit = quantity.unit
    if not unit or quantity.value == 1 or unit in _INVARIABLE:
        return unit
    forms = (f"{unit}s", f"{unit}es", unit.replace("foot", "feet"))
    known: list[str] = table("units")["words"].get(unit, [])
    return next((form for form in forms if form in known), unit)


def _fraction_words(value: Decimal) -> str | None:
    """`1/3` for a share that is one of a few parts, as people say it."""
    if not (value.is_finite() and 0 < value < 1):
        return None
    near = Fraction(value).limit_denominator(_MOST_PARTS)
    exact = abs(near - Fraction(value)) < _ROUNDING
    return f"{near.numerator}/{near.denominator}" if exact else None


def digits_words(value: Decimal) -> str | None:
    """The value with commas; None where nobody could read it.

    >>> digits_words(Decimal(8000))
    '8,000'
    >>> digits_words(Decimal(5) / 3)
    '1.6667'
    """
    if not value.is_finite() or abs(value.adjusted()) > _LONGEST:
        return None
    rounded = value.quantize(_PLACES) if _is_endless(value) else value
    return f"{rounded:,f}"


def _is_endless(value: Decimal) -> bool:
    """Whether it has more places than anybody wrote: two thirds."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < -_LONGEST


def _days(earliest: datetime.date | None, latest: datetime.date | None) -> str:
    if earliest and latest:
        return _stretch(earliest, latest)
    if earliest:
        return f"from {day_words(earliest)}"
    return f"until {day_words(latest)}" if latest else ""


def _stretch(first: datetime.date, last: datetime.date) -> str:
    """Both days, with month and year once where they share them."""
    start, end = day_words(first).split(), day_words(last).split()
    if start == end:
        return " ".join(end)
    while start[-1:] == end[len(start) - 1 : len(start)]:
        start.pop()
    return f"{' '.join(start)} – {' '.join(end)}"
