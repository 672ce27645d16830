"""Numbers that are dates, years or clock times; the reader of times has those."""

from sayso.lexicon import words
from sayso.reading.quantities.numerals import Numeral
from sayso.reading.quantities.tokens import Tokens

__all__ = ["is_clock_time", "is_date", "is_year"]

_MONTHS = words("labels", "months")
_CLOCK = words("labels", "clock")
_JOINS = frozenset({"and", "or", "to", "through", "-", "–"})
_ALSO_WORDS = frozenset({"may", "march", "mars", "mar", "mei", "mai", "sep", "dec", "jan"})
_YEARS = range(1400, 2101)


def is_year(tokens: Tokens, at: int) -> bool:
    """Whether the token at `at` is written as years are.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> [is_year(split_tokens(text), 0) for text in ("1979", "1,979", "3979")]
    [True, False, False]
    """
    word = tokens.word(at)
    return word.isdecimal() and len(word) == 4 and int(word) in _YEARS


def is_date(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether a month stands by: Oct. 31, 31 October, Oct. 28 and 29, October 3, 2024."""
    first, word = numeral.first, tokens.word(numeral.first)
    if not word.isdecimal() or numeral.last > first + 1:
        return False
    if len(word) == 4:
        return _is_month(tokens, _back(tokens, first, frozenset({","})))
    return len(word) < 3 and (
        _is_month(tokens, _back(tokens, first, _JOINS))
        or _is_month(tokens, _on(tokens, numeral.last))
    )


def is_clock_time(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether it is a time of day: 6 p.m., 0900 GMT, three o'clock, from 6 to 9 a.m."""
    last = _on(tokens, numeral.last)
    if tokens.word(last) == "hours":  # 1230 hours
        return len(tokens.word(last - 1)) == 4 and tokens.word(last - 1).isdecimal()
    return tokens.word(last) in _CLOCK and not numeral.scale > 1


def _back(tokens: Tokens, first: int, joins: frozenset[str]) -> int:
    """Where a month before the number at `first` can stand, another day between."""
    before = first - 1
    if tokens.word(before) in joins and _is_day(tokens, before - 1):
        before -= 2
    return before - (tokens.word(before) == ".")


def _on(tokens: Tokens, last: int) -> int:
    """Where a month or an hour's `p.m.` after `last` can stand, another day or hour between."""
    joined = tokens.word(last) in _JOINS and tokens.kind(last + 1) == "digits"
    return last + 2 if joined else last


def _is_day(tokens: Tokens, at: int) -> bool:
    return tokens.kind(at) == "digits" and len(tokens.word(at)) < 3


def _is_month(tokens: Tokens, at: int) -> bool:
    word = tokens.word(at)
    return word in _MONTHS and (word not in _ALSO_WORDS or tokens.capital(at))
