"""Units and money: percent, basis points, miles per hour, $6.5bn, 30 MUSD, half an hour."""

from decimal import Decimal
from typing import NamedTuple

from sayso.lexicon import table
from sayso.reading.quantities.numerals import Numeral
from sayso.reading.quantities.spelled import read_scales
from sayso.reading.quantities.tokens import Tokens

__all__ = ["Unit", "percent_before", "read_money", "read_unit", "unit_at"]

_SIGNS: dict[str, str] = table("currencies")["signs"]
_DOLLARS: dict[str, str] = table("currencies")["dollars"]
_PREFIXES: dict[str, str] = table("currencies")["prefixes"]
_CODES = {code.lower(): code for code in table("currencies")["codes"]["words"]}
_SYMBOLS: dict[str, str] = table("units")["symbols"]
_SPACED = frozenset(table("units")["spaced"]["symbols"])
_TIMES_THAT = frozenset(table("units")["times_that"]["words"])
_BETWEEN = frozenset(table("units")["between"]["words"])
_ARTICLES = frozenset({"a", "an", "one", "1"})
_LONGEST = 4  # words of a unit

# What each form means: the unit's name, and how many of it one is.
_FORMS: dict[str, tuple[str, int]] = {
    **{code: (name, 1) for code, name in _CODES.items()},
    **{f"m{code}": (name, 1_000_000) for code, name in _CODES.items()},
    **{
        form: (name, 1)
        for rows in (table("units")["words"], table("currencies")["words"])
        for name, forms in rows.items()
        for form in forms
    },
    **{form: (row["unit"], row["size"]) for form, row in table("units")["multiples"].items()},
    **{sign: (name, 1) for sign, name in _SIGNS.items()},
}
_STARTS = frozenset(form.split()[0] for form in _FORMS)


class Unit(NamedTuple):
    """A unit by its name, its tokens `[first, last)`, and how many of it the written unit is.

    `more` is the half of `a year and a half`, which stands after the unit.
    """

    name: str
    first: int
    last: int
    size: int = 1
    more: Decimal = Decimal(0)


def read_money(tokens: Tokens, first: int, free: int) -> Unit | None:
    """The currency written before the number at `first`, from the token `free` on.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> read_money(split_tokens("US$ 5"), 2, 0)
    Unit(name='USD', first=0, last=2, size=1, more=Decimal('0'))
    """
    before = first - 1
    if before < free:
        return None
    if tokens.kind(before) == "currency":
        return _signed(tokens, before, free)
    if tokens.word(before) == "." and tokens.glued(before):
        before -= 1
    word = tokens.word(before)
    if word in _CODES and tokens.text[tokens.starts[before]].isupper():
        return Unit(_CODES[word], before, first)
    return Unit(_PREFIXES[word], before, first) if word in _PREFIXES else None


def percent_before(tokens: Tokens, numeral: Numeral, *, alone: bool) -> str | None:
    """The unit of `percent of 10`, where nothing that is counted follows."""
    before = " ".join(tokens.word(at) for at in range(numeral.first - 3, numeral.first))
    said = before.endswith(("percent of", "percents of", "per cent of"))
    return "percent" if said and alone else None


def _signed(tokens: Tokens, sign: int, free: int) -> Unit:
    name, letters = _SIGNS.get(tokens.word(sign), tokens.word(sign)), tokens.word(sign - 1)
    if name != "USD" or sign - 1 < free or letters not in _DOLLARS:
        return Unit(name, sign, sign + 1)
    word = letters in {"a", "s", "r"} or (letters == "us" and not tokens.capital(sign - 1))
    if word and not tokens.glued(sign):  # a $4 million film, it cost us $4 million
        return Unit(name, sign, sign + 1)
    return Unit(_DOLLARS[letters], sign - 1, sign + 1)


def read_unit(tokens: Tokens, numeral: Numeral) -> Unit | None:
    """The unit after `numeral`, with what may stand between: an hour, of a point, more days.

    >>> from sayso.reading.quantities.numerals import read_numeral
    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> tokens = split_tokens("three-quarters of a percentage point")
    >>> read_unit(tokens, read_numeral(tokens, 0)).name
    'percentage point'
    """
    at = numeral.last
    if tokens.glued(at) and tokens.kind(at) == "word":
        return _attached(tokens, at)
    if tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1):
        return unit_at(tokens, at + 1, numeral)
    of = at + (tokens.word(at) == "of")
    article = of + (tokens.word(of) in _ARTICLES)
    if article > of and numeral.form == "fraction":
        return unit_at(tokens, article, numeral)
    if of > at:
        return unit_at(tokens, of, numeral) if numeral.form == "size" else None
    between = at + (tokens.word(at) in _BETWEEN)
    return unit_at(tokens, at, numeral) or (
        unit_at(tokens, between, numeral) if between > at else None
    )


def unit_at(tokens: Tokens, at: int, numeral: Numeral) -> Unit | None:
    """The longest unit whose first word is the token at `at`."""
    if tokens.word(at) not in _STARTS:
        return _symbol(tokens, at) if tokens.kind(at) == "word" else None
    ends: list[int] = []
    words: list[str] = []
    place = at
    while len(words) < _LONGEST and tokens.kind(place) != "break":
        words.append(tokens.word(place))
        ends.append(place + 1)
        place += 2 if tokens.word(place + 1) == "-" and tokens.glued(place + 1) else 1
    for count in range(len(words), 0, -1):
        known = _FORMS.get(" ".join(words[:count]))
        if words[:count] == ["times", "that"] and _tells_what(tokens, ends[count - 1]):
            continue
        if known and _fits(tokens, at, numeral):
            return _with_rest(tokens, Unit(known[0], at, ends[count - 1], known[1]))
    return None


def _tells_what(tokens: Tokens, after: int) -> bool:
    """Whether a clause follows: warned three times that it would fall, not three times that sum."""
    return tokens.kind(after) in {"word", "number"} and tokens.word(after) not in _TIMES_THAT


def _attached(tokens: Tokens, at: int) -> Unit | None:
    raw = tokens.phrase(at, at + 1)
    if raw in _SYMBOLS:
        return Unit(_SYMBOLS[raw], at, at + 1)
    known = _FORMS.get(tokens.word(at))
    return Unit(known[0], at, at + 1, known[1]) if known else None


def _symbol(tokens: Tokens, at: int) -> Unit | None:
    raw = tokens.phrase(at, at + 1)
    return Unit(_SYMBOLS[raw], at, at + 1) if raw in _SPACED else None


def _with_rest(tokens: Tokens, unit: Unit) -> Unit:
    """`75 USD million` has its scale after the code, `a year and a half` its half."""
    if [tokens.word(at) for at in range(unit.last, unit.last + 3)] == ["and", "a", "half"]:
        return unit._replace(last=unit.last + 3, more=Decimal("0.5"))
    scales = read_scales(tokens, unit.last) if unit.name in _CODES.values() else None
    return unit._replace(last=scales.last, size=scales.scale) if scales else unit


def _fits(tokens: Tokens, at: int, numeral: Numeral) -> bool:
    """Whether the word is a unit here: not the `won` of `8 won`, the `second` of `two second`."""
    word = tokens.word(at)
    if tokens.kind(at) == "currency":
        return tokens.kind(at + 1) != "digits"  # it belongs to what follows
    if word == "won":
        return numeral.scale >= 1_000 or tokens.kind(at + 1) in {"break", "mark"}
    return word != "second" or tokens.word(at - 1) == "-" or numeral.form == "digits"
