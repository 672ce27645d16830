"""Rates: a day, per capita, each month, daily, per 100,000 people."""

from typing import NamedTuple

from sayso.lexicon import table, words
from sayso.reading.quantities.counted import noun_after
from sayso.reading.quantities.numerals import read_numeral, starts_numeral
from sayso.reading.quantities.tokens import Tokens

__all__ = ["Rate", "rate_after", "rate_before"]

_AFTER_ARTICLE = frozenset(table("units")["rates"]["after_article"])
_NOT_BEFORE = frozenset(table("units")["rates"]["not_before"])
_ADVERBS: dict[str, str] = table("units")["rates"]["adverbs"]
_TIMES = frozenset(_ADVERBS.values())
_STOPS = words("counted", "stops")
_FARTHEST = 4  # words between what is counted and its rate
_BACK = 10  # words between `every day` and the number it goes with


class Rate(NamedTuple):
    """What a number is counted by, and the token after it."""

    per: str
    last: int


def rate_after(tokens: Tokens, at: int) -> Rate | None:
    """The rate in the few words from the token `at` on, in the same clause.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> rate_after(split_tokens("killed or wounded each day"), 0)
    Rate(per='day', last=5)
    """
    for place in range(at, at + _FARTHEST):
        rate = _rate(tokens, place)
        if rate or _ends_clause(tokens, place) or starts_numeral(tokens, place):
            return rate
    return None


def rate_before(tokens: Tokens, first: int) -> str | None:
    """The `day` of `Every day Russia loses about` before the number at `first`."""
    for place in range(first - 2, first - _BACK, -1):
        if _ends_clause(tokens, place):
            return None
        if tokens.word(place) in {"each", "every"} and tokens.word(place + 1) in _TIMES:
            return tokens.word(place + 1)
    return None


def _rate(tokens: Tokens, at: int) -> Rate | None:
    word = tokens.word(at)
    if word in _ADVERBS:
        return Rate(_ADVERBS[word], at + 1)
    if word == "per":
        return _per(tokens, at + 1)
    if word in {"each", "every", "a", "an"} or (word == "/" and tokens.glued(at)):
        return _each(tokens, at + 1)
    return None


def _per(tokens: Tokens, at: int) -> Rate | None:
    """`per day`, `per square mile`, `per 100,000 people`."""
    numeral = read_numeral(tokens, at) if starts_numeral(tokens, at) else None
    if numeral:
        noun = noun_after(tokens, numeral.last)
        last = noun.last if noun else numeral.last
        return Rate(tokens.phrase(at, last), last)
    if tokens.kind(at) != "word" or tokens.word(at) == "cent":
        return None
    last = at + 1 + (tokens.word(at) in {"square", "cubic"})
    return Rate(tokens.phrase(at, last).lower(), last)


def _each(tokens: Tokens, at: int) -> Rate | None:
    """`a share`, `each day`, `every three months`, but neither `a year ago` nor `a day care`."""
    hyphen = tokens.word(at) == "-"
    word, after = tokens.word(at + hyphen), tokens.word(at + hyphen + 1)
    if word in _AFTER_ARTICLE:
        goes_on = tokens.kind(at + hyphen + 1) == "word" and after not in _STOPS
        blocked = after in _NOT_BEFORE or (goes_on and not hyphen)
        return None if blocked else Rate(word, at + hyphen + 1)
    numeral = read_numeral(tokens, at) if tokens.word(at - 1) == "every" else None
    if numeral and tokens.word(numeral.last).rstrip("s") in _TIMES:
        return Rate(tokens.phrase(at, numeral.last + 1), numeral.last + 1)
    return None


def _ends_clause(tokens: Tokens, at: int) -> bool:
    return tokens.kind(at) not in {"word", "mark"} or tokens.word(at) in {".", ",", ";", ":", "?"}
