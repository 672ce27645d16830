"""Hedges and bounds, by the words before a number and the words after it."""

from functools import cache
from typing import NamedTuple

from sayso.lexicon import table
from sayso.reading.quantities.numerals import starts_numeral
from sayso.reading.quantities.tokens import Tokens
from sayso.records import Relation

__all__ = ["Hedge", "hedge_after", "hedge_before"]

_BETWEEN = frozenset(table("relations")["between"]["words"])
_BLOCKED: dict[str, frozenset[str]] = {
    hedge: frozenset(words) for hedge, words in table("relations")["blocked"].items()
}
_LONGEST = 6  # words of a hedge
_FARTHEST = 5  # words between a hedge and its number
_SIGNS = frozenset("<>=")
_MARKS = frozenset("\"'“”‘’«»(")


class Hedge(NamedTuple):
    """A relation, the words that say it, and their tokens `[first, last)`."""

    relation: Relation
    form: str
    first: int
    last: int


def hedge_before(tokens: Tokens, first: int, free: int) -> Hedge | None:
    """The hedge before the number at `first`, from the token `free` on; a bound outdoes `about`.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> hedge_before(split_tokens("no fewer than 600 shells"), 3, 0).relation
    <Relation.AT_LEAST: 'at_least'>
    """
    nearest = _nearest(tokens, first, free)
    if nearest is None or nearest.relation is not Relation.APPROX:
        return nearest
    farther = _nearest(tokens, nearest.first, free)
    return farther or nearest


def hedge_after(tokens: Tokens, last: int) -> Hedge | None:
    """The hedge after a number whose last token is before `last`: or more, -plus, +.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> hedge_after(split_tokens("200 or less"), 1).relation
    <Relation.AT_MOST: 'at_most'>
    """
    first = last + (tokens.word(last) == "-" and tokens.glued(last))
    rows = _rows("after", tokens.language)
    if tokens.word(first) not in _edges("after", tokens.language):
        return None
    for end in range(first + 4, first, -1):
        form = _form(tokens, first, end)
        goes_on = tokens.word(end) in {"than", "a", "an"} or starts_numeral(tokens, end)
        if form in rows and not goes_on:
            return Hedge(rows[form], form, last, end)
    return None


def _nearest(tokens: Tokens, first: int, free: int) -> Hedge | None:
    at, edges = first, _edges("before", tokens.language)
    while at > free and first - at <= _FARTHEST:
        if tokens.word(at - 1) in edges and (hedge := _ending(tokens, at, free)):
            return None if _is_blocked(tokens, hedge) else hedge
        step = _filler(tokens, at, first)
        if not step:
            return None
        at -= step
    return None


def _ending(tokens: Tokens, last: int, free: int) -> Hedge | None:
    """The longest hedge that ends before the token `last`."""
    rows = _rows("before", tokens.language)
    for first in range(max(free, last - _LONGEST), last):
        form = _form(tokens, first, last)
        if form in rows:
            return Hedge(rows[form], form, first, last)
    return None


def _form(tokens: Tokens, first: int, last: int) -> str:
    return " ".join(tokens.word(at) for at in range(first, last))


def _filler(tokens: Tokens, at: int, first: int) -> int:
    """How many words before the token `at` may stand between a hedge and the number at `first`."""
    word = tokens.word(at - 1)
    if word in _BETWEEN or word in _MARKS or tokens.kind(at - 1) == "currency":
        return 1
    if word in {"a", "an"} and at < first:  # a further 20
        return 1
    return 2 if word == "of" and tokens.word(at - 2) == "total" else 0


def _is_blocked(tokens: Tokens, hedge: Hedge) -> bool:
    """Whether the word before makes it no hedge: talk about two things, go up to 100,000."""
    before = tokens.word(hedge.first - 1)
    if before in _BLOCKED.get(hedge.form, ()) or (before in _SIGNS and hedge.form in _SIGNS):
        return True
    carrying = _BLOCKED["carrying up to"]
    return hedge.form == "up to" and any(
        tokens.word(at) in carrying for at in range(hedge.first - 4, hedge.first)
    )


@cache
def _rows(place: str, language: str) -> dict[str, Relation]:
    rows = table("relations")[place].get(language, {})
    return {form: Relation(name) for name, forms in rows.items() for form in forms}


@cache
def _edges(place: str, language: str) -> frozenset[str]:
    """The words of the rows that stand next to the number."""
    edge = -1 if place == "before" else 0
    return frozenset(form.split()[edge] for form in _rows(place, language))
