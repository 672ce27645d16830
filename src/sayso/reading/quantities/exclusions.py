"""Numbers that count nothing: dates, clock times, codes, names, addresses, ages, list numbers."""

import re
from collections.abc import Callable

from sayso.lexicon import words
from sayso.reading.quantities.ages import is_age
from sayso.reading.quantities.codes import is_code
from sayso.reading.quantities.days import is_clock_time, is_date
from sayso.reading.quantities.numerals import Numeral
from sayso.reading.quantities.tokens import Tokens
from sayso.reading.quantities.units import read_unit

__all__ = ["counts_nothing"]

_SUFFIXES = words("labels", "ordinal_suffixes")
_ORDINALS = words("labels", "ordinal_words")
_STREETS = words("labels", "streets")
_NAMES, _ALWAYS = words("labels", "names"), words("labels", "always")
_IDIOMS = re.compile(
    r"\b(?:" + "|".join(sorted(words("labels", "idioms"))).replace(" ", r"[\s-]") + r")\b",
    re.IGNORECASE,
)
_IDIOMS_IN_DIGITS = frozenset({"24", "401", "911"})
# Of a number as great as 1E100 there is no remainder.
_TWENTY, _MILLION = 20, 1_000_000
_LONGEST_IDIOM = 20  # characters before and after its number
_IN_ADDRESSES = frozenset({".", "st", "nd", "rd", "th"})
_LISTED = frozenset({("(", ")"), ("(", ","), (",", ")"), ("(", ".")})
_JOINS = frozenset({"and", "or", "to", ","})


def counts_nothing(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether the words around `numeral` make it a date, a code, a name or the like.

    >>> from sayso.reading.quantities.numerals import read_numeral
    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> tokens = split_tokens("a Boeing 737 with 162 people")
    >>> [counts_nothing(tokens, read_numeral(tokens, at)) for at in (2, 4)]
    [True, False]
    """
    return any(rule(tokens, numeral) for rule in _RULES)


def _ordinal(tokens: Tokens, numeral: Numeral) -> bool:
    """31st, the 1990s, his 40s, twenty-first."""
    last = numeral.last
    if tokens.glued(last) and tokens.word(last) in _SUFFIXES:
        return True
    hyphen = tokens.word(last) == "-"
    follows = numeral.form == "words" and tokens.word(last + hyphen) in _ORDINALS
    if not follows or numeral.value is None:
        return False
    return _TWENTY <= numeral.value < _MILLION and numeral.value % 10 == 0


def _address(tokens: Tokens, numeral: Numeral) -> bool:
    """1600 Pennsylvania Avenue, 2301 8th Ave., the 3200 block."""
    money = tokens.kind(numeral.first - 1) == "currency"
    if money or numeral.scale > 1 or not tokens.word(numeral.first).isdecimal():
        return False
    for at in range(numeral.last, numeral.last + 5):
        if tokens.word(at) in _STREETS and at > numeral.last and tokens.capital(at):
            return True
        goes_on = tokens.capital(at) or tokens.kind(at) == "digits"
        if not goes_on and tokens.word(at) not in _IN_ADDRESSES:
            return tokens.word(numeral.last) == "block"
    return False


def _list_number(tokens: Tokens, numeral: Numeral) -> bool:
    """The 2 of `2. Second, the army` at the head of a line, (2), and the goals of (63, 81)."""
    first, last = numeral.first, numeral.last
    if not tokens.word(first).isdecimal() or len(tokens.word(first)) > 3 or not tokens.glued(last):
        return False
    if (tokens.word(first - 1), tokens.word(last)) in _LISTED:
        return True
    gap = tokens.text[tokens.ends[first - 1] : tokens.starts[first]] if first else "\n"
    ended = tokens.kind(first - 1) == "break" or tokens.word(first - 1) in {".", ";"}
    heads = (ended or "\n" in gap) and tokens.word(last) in {".", ")"}
    return heads and tokens.kind(last + 1) == "word"


def _name(tokens: Tokens, numeral: Numeral) -> bool:
    """Flight 17, Room 5100, Resolution 1718, No. 10, aged 65."""
    before = numeral.first - 1
    if tokens.word(before) == "." and tokens.glued(before):
        before -= 1
        if tokens.word(before) == "no":
            return True
    if tokens.word(before) in _JOINS and tokens.kind(before - 1) == "digits":
        return tokens.word(before - 2) in _ALWAYS  # ages 10 and 7
    named = tokens.word(before) in _NAMES and tokens.capital(before)
    return tokens.word(before) in _ALWAYS or (named and read_unit(tokens, numeral) is None)


def _idiom(tokens: Tokens, numeral: Numeral) -> bool:
    """Square one, one-on-one, zero tolerance, 24/7, a 401k."""
    if numeral.form == "digits" and tokens.word(numeral.first) not in _IDIOMS_IN_DIGITS:
        return False
    place = tokens.starts[numeral.first]
    start, end = max(0, place - _LONGEST_IDIOM), tokens.ends[numeral.last - 1] + _LONGEST_IDIOM
    found = _IDIOMS.finditer(tokens.text, start, end)
    return any(match.start() <= place < match.end() for match in found)


_RULES: tuple[Callable[[Tokens, Numeral], bool], ...] = (
    is_code,
    _ordinal,
    is_clock_time,
    is_date,
    _address,
    _list_number,
    _name,
    _idiom,
    is_age,
)
