"""Numbers that only name a size: dozens, several hundred, tens of thousands."""

from decimal import Decimal
from typing import NamedTuple

from sayso.lexicon import table, words
from sayso.reading.quantities.spelled import Part, read_scales
from sayso.reading.quantities.tokens import Tokens

__all__ = ["Size", "read_couple", "read_size"]

_PLURALS: dict[str, list[int]] = table("numerals")["plurals"]
_FEW = words("numerals", "few")
_AFTER_SIZES = words("numerals", "after_sizes")
_NEED_OF = frozenset({"tens", "scores"})


class Size(NamedTuple):
    """The tokens `[first, last)` that name a size, and the least and most that they can mean."""

    first: int
    last: int
    low: Decimal
    high: Decimal


def read_size(tokens: Tokens, at: int) -> Size | None:
    """The size that the words at `at` name, with `several` or `a few` before them.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> read_size(split_tokens("tens of thousands of shells"), 0)
    Size(first=0, last=3, low=Decimal('10000'), high=Decimal('99999'))
    """
    few = _few_before(tokens, at)
    word = tokens.word(at)
    plural = word if word in _PLURALS else f"{word}s" if few < at else ""
    if plural not in _PLURALS:
        return None
    if plural in _NEED_OF and tokens.word(at + 1) not in _AFTER_SIZES:
        return None
    low, high = _PLURALS[plural]
    last = at + 1
    while tokens.word(last) == "of" and tokens.word(last + 1) in _PLURALS and last < at + 5:
        scale = _PLURALS[tokens.word(last + 1)][0]
        low, high, last = low * scale, (high + 1) * scale - 1, last + 2
    return Size(few, last, Decimal(low), Decimal(high))


def read_couple(tokens: Tokens, at: int) -> Part | None:
    """`a couple of hundred`, `a couple thousand`: two of them, more or less."""
    of = tokens.word(at - 1) == "of"
    if tokens.word(at - 1 - of) != "couple":
        return None
    scales = read_scales(tokens, at)
    article = tokens.word(at - 2 - of) == "a"
    return Part(at - 1 - of - article, scales.last, scales.value * 2) if scales else None


def _few_before(tokens: Tokens, at: int) -> int:
    """Where `a few`, `several` or `many` before `at` begin; `at` where none does."""
    before = at - 1 - (tokens.word(at - 1) == "of")
    if tokens.word(before) not in _FEW:
        return at
    return before - (tokens.word(before - 1) == "a")
