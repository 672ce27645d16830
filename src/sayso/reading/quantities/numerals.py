"""Numbers of every form, as values: digits, words, fractions and sizes."""

from decimal import Decimal
from typing import NamedTuple

from sayso.lexicon import table
from sayso.reading.quantities.digits import plain_decimal
from sayso.reading.quantities.fractions import read_fraction, with_fraction
from sayso.reading.quantities.spelled import Part, read_whole
from sayso.reading.quantities.tokens import Tokens
from sayso.reading.quantities.vague import read_couple, read_size

__all__ = ["Numeral", "numeral_starts", "read_numeral", "starts_numeral"]

_MINUS = frozenset({"-", "−", "minus", "negative"})
_COMPARES = frozenset({"as", "the", "that", "what", "its", "their"})
_KINDS = frozenset({"digits", "power", "fraction"})
_FOLDS: dict[str, int] = table("numerals")["folds"]
_SINGLE: dict[str, list[str]] = table("numerals")["single"]
_SINGLE_UNITS, _LONG_UNITS = frozenset(_SINGLE["units"]), frozenset(_SINGLE["long"])
_BEFORE_SINGLE = frozenset(_SINGLE["before"])
_BEFORE_LONG = frozenset(_SINGLE["before_long"]) | _BEFORE_SINGLE
_SCALES = frozenset(table("numerals")["scales"])
_WORDS = frozenset(
    word
    for key in ("ones", "tens", "scales", "plurals", "denominators", "folds")
    for word in table("numerals")[key]
)


class Numeral(NamedTuple):
    """A number before its meaning: its tokens `[first, last)` and its value, or a size's bounds.

    `form` is digits, words, fraction, fold, couple, size or range; `plus` the word inside
    `40-plus thousand`.
    """

    first: int
    last: int
    value: Decimal | None
    form: str
    low: Decimal | None = None
    high: Decimal | None = None
    scale: int = 1
    plus: str = ""


def numeral_starts(tokens: Tokens) -> list[int]:
    """The tokens with which a number can begin, in order."""
    return [
        at
        for at, (kind, word) in enumerate(zip(tokens.kinds, tokens.words, strict=True))
        if kind in _KINDS
        or word in _WORDS
        or (word in _SINGLE_UNITS and tokens.word(at - 1) in {"a", "an"})
    ]


def starts_numeral(tokens: Tokens, at: int) -> bool:
    """Whether a number can begin with the token at `at`, so that the rest is worth reading."""
    word = tokens.word(at)
    if word in _WORDS or tokens.kind(at) in _KINDS:
        return True
    return word in _SINGLE_UNITS and tokens.word(at - 1) in {"a", "an"}


def read_numeral(tokens: Tokens, at: int) -> Numeral | None:
    """The number whose first digit or number word is the token at `at`.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> read_numeral(split_tokens("two and a half million"), 0).value
    Decimal('2500000')
    """
    if tokens.language != "en":
        whole = read_whole(tokens, at) if tokens.kind(at) in _KINDS else None
        return _numeral(tokens, whole, "digits") if whole else None
    if tokens.kind(at) in _KINDS:
        return _counting(tokens, at)
    return _fold(tokens, at) or _single(tokens, at) or _sized(tokens, at) or _counting(tokens, at)


def _fold(tokens: Tokens, at: int) -> Numeral | None:
    """Tenfold, and twice where it compares: twice as many, twice the size."""
    word = tokens.word(at)
    if word not in _FOLDS or (not word.endswith("fold") and tokens.word(at + 1) not in _COMPARES):
        return None
    return Numeral(at, at + 1, Decimal(_FOLDS[word]), "fold")


def _single(tokens: Tokens, at: int) -> Numeral | None:
    """The one of `more than a year` and `in a century`: its article; the unit is read after it."""
    word, before = tokens.word(at), tokens.word(at - 2)
    if word not in _SINGLE_UNITS or tokens.word(at - 1) not in {"a", "an"}:
        return None
    known = _BEFORE_LONG if word in _LONG_UNITS else _BEFORE_SINGLE
    halved = [tokens.word(place) for place in range(at + 1, at + 4)] == ["and", "a", "half"]
    return Numeral(at - 1, at, Decimal(1), "words") if before in known or halved else None


def _sized(tokens: Tokens, at: int) -> Numeral | None:
    """Dozens, several hundred, a couple of thousand."""
    size = read_size(tokens, at)
    if size:
        return Numeral(size.first, size.last, None, "size", size.low, size.high)
    couple = read_couple(tokens, at)
    return _numeral(tokens, couple, "couple") if couple else None


def _counting(tokens: Tokens, at: int) -> Numeral | None:
    share = read_fraction(tokens, at)
    if share:
        return _numeral(tokens, share, "fraction" if share.value < 1 else "words")
    whole = read_whole(tokens, at)
    if whole and tokens.word(at) in _SCALES:
        whole = _one_scale(tokens, whole)
    if whole is None:
        return None
    part = with_fraction(tokens, whole)
    if part.value < 1 and part is not whole:
        return _numeral(tokens, part, "fraction")
    form = "digits" if tokens.kind(at) in _KINDS else "words"
    return _numeral(tokens, part, form)


def _one_scale(tokens: Tokens, whole: Part) -> Part | None:
    """`a hundred`, `hundred thousand`; a scale word alone, as in `per hundred`, is no number."""
    if tokens.word(whole.first - 1) in {"a", "an"}:
        return whole._replace(first=whole.first - 1)
    return whole if whole.last > whole.first + 1 else None


def _numeral(tokens: Tokens, part: Part, form: str) -> Numeral:
    first, value = part.first, part.value
    alone = tokens.kind(first - 2) == tokens.kind(part.last) == "break"  # `- 10` in a table
    if tokens.word(first - 1) in _MINUS and (alone or _negates(tokens, first - 1)):
        first, value = first - 1, -value
    return Numeral(first, part.last, plain_decimal(value), form, scale=part.scale, plus=part.plus)


def _negates(tokens: Tokens, at: int) -> bool:
    """Whether the minus at `at` is a sign: it touches the number and nothing before it."""
    if tokens.kind(at) == "word":
        return tokens.word(at - 1) != "or"  # plus or minus 3
    return tokens.glued(at + 1) and not (tokens.glued(at) and tokens.word(at - 1) not in {"(", "<"})
