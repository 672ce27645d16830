"""Figures spelled in words, read as the figures they are."""

from collections.abc import Sequence
from decimal import Decimal

from sayso.comparing.forms import decimal_form
from sayso.lexicon import table

__all__ = ["FIGURE_OPENERS", "number_at"]

FIGURE_OPENERS = frozenset(
    {*table("numerals")["ones"], *table("numerals")["tens"], "a", "an", "half"}
)
"""Words that a spelled figure may open with."""

_TEN = 10
_HUNDRED = 100
# A figure of more digits than anybody says is left as it stands.
_LONGEST = 24


def number_at(forms: Sequence[str]) -> tuple[str, int] | None:
    """The figure that `forms` open with and how many of them it takes; None where none does.

    A lone "one" stays a word: it counts less often than it points ("one of the reasons").

    >>> number_at(["half", "a", "million", "men"]), number_at(["two", "hundred", "and", "six"])
    (('500000', 3), ('206', 4))
    """
    if not _may_open(forms[0]):
        return None
    value, taken = _group(forms)
    if not taken:
        return None
    value, taken = _halved(value, taken, forms)
    value, taken = _scaled(value, taken, forms)
    if taken == 1 and value == 1:
        return ("one", 1)
    return decimal_form(value), taken


def _may_open(form: str) -> bool:
    return form[0].isdigit() or form in FIGURE_OPENERS


def _group(forms: Sequence[str]) -> tuple[Decimal, int]:
    """A figure below a thousand, or one in digits; nothing taken where there is none."""
    if forms[0] == "half":
        half = forms[1:2] == ["a"] and _scale(forms, 2) is not None
        return Decimal("0.5"), 2 * half
    value, taken = _one(forms) or _below_hundred(forms)
    if taken and forms[taken : taken + 1] == ["hundred"]:
        value, taken = value * _HUNDRED, taken + 1
        return _added(value, taken, forms)
    return value, taken


def _one(forms: Sequence[str]) -> tuple[Decimal, int] | None:
    """`a hundred`, `a million`."""
    if forms[0] not in {"a", "an"}:
        return None
    return Decimal(1), int(forms[1:2] == ["hundred"] or _scale(forms, 1) is not None)


def _below_hundred(forms: Sequence[str]) -> tuple[Decimal, int]:
    ones, tens = table("numerals")["ones"], table("numerals")["tens"]
    if not forms:
        return Decimal(0), 0
    if forms[0] in tens:
        unit = ones.get(forms[1], 0) if len(forms) > 1 else 0
        joined = 0 < unit < _TEN
        return Decimal(tens[forms[0]] + joined * unit), 1 + joined
    if forms[0] in ones:
        return _quarters(forms) or (Decimal(ones[forms[0]]), 1)
    return _digits(forms[0])


def _digits(form: str) -> tuple[Decimal, int]:
    if len(form) <= _LONGEST and form.replace(".", "", 1).isdecimal():
        return Decimal(form), 1
    return Decimal(0), 0


def _quarters(forms: Sequence[str]) -> tuple[Decimal, int] | None:
    quarters = forms[1:2] == ["quarters"] and forms[0] == "three"
    return (Decimal("0.75"), 2) if quarters else None


def _added(value: Decimal, taken: int, forms: Sequence[str]) -> tuple[Decimal, int]:
    """`two hundred` and the `(and) six` after it."""
    joined = taken + (forms[taken : taken + 1] == ["and"])
    more, used = _below_hundred(forms[joined:])
    if used and not forms[joined][0].isdigit():
        return value + more, joined + used
    return value, taken


def _halved(value: Decimal, taken: int, forms: Sequence[str]) -> tuple[Decimal, int]:
    """`three and a half`, `3 ½`."""
    if list(forms[taken : taken + 3]) == ["and", "a", "half"]:
        return value + Decimal("0.5"), taken + 3
    if list(forms[taken : taken + 1]) in (["0.5"], ["0.25"], ["0.75"]) and value == int(value):
        return value + Decimal(forms[taken]), taken + 1
    return value, taken


def _scaled(value: Decimal, taken: int, forms: Sequence[str]) -> tuple[Decimal, int]:
    """`eight thousand`, `two million five hundred thousand`."""
    total, least = Decimal(0), None
    while True:
        scale = _scale(forms, taken)
        if scale is None or (least is not None and scale >= least):
            return (total + value, taken)
        total, least, taken = total + value * scale, scale, taken + 1
        if taken >= len(forms) or forms[taken][0].isdigit() or not _may_open(forms[taken]):
            return total, taken
        value, used = _group(forms[taken:])
        if not used:
            return total, taken
        taken += used


def _scale(forms: Sequence[str], at: int) -> Decimal | None:
    """A multiplier of a figure; `thousands` alone is a vague word, so plurals are none."""
    form = forms[at] if at < len(forms) else ""
    if form.endswith("s") or form == "hundred":
        return None
    scale = table("numerals")["scales"].get(form)
    return Decimal(scale) if scale is not None else None
