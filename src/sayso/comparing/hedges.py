"""How the words beside a figure leave it open: about, up to, more than, or not at all."""

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.comparing.words import read_words
from sayso.lexicon import table

__all__ = ["Hedge", "hedge_at"]

Hedge = tuple[str, tuple[int, int]]
"""The side on which a figure is left open, and the words that do so."""

_LONGEST = 6


def hedge_at(forms: Sequence[str], figure: int) -> Hedge | None:
    """The hedge of the figure at that place of `forms`, if it has one.

    >>> hedge_at(["as", "many", "as", "8000"], 3), hedge_at(["go", "up", "to", "9"], 3)
    (('upper', (0, 3)), None)
    """
    return _before(forms, figure) or _after(forms, figure)


def _before(forms: Sequence[str], figure: int) -> Hedge | None:
    end = figure
    while end:
        for size in range(min(_LONGEST, end), 0, -1):
            words = tuple(forms[end - size : end])
            side = _rows("before").get(words)
            if side:
                return None if _blocked(forms, end - size, words) else (side, (end - size, end))
        if forms[end - 1] not in _between():
            return None
        end -= 1
    return None


def _after(forms: Sequence[str], figure: int) -> Hedge | None:
    for size in range(_LONGEST, 0, -1):
        words = tuple(forms[figure + 1 : figure + 1 + size])
        side = _rows("after").get(words) if len(words) == size else None
        if side:
            return side, (figure + 1, figure + 1 + size)
    return None


def _blocked(forms: Sequence[str], start: int, words: tuple[str, ...]) -> bool:
    """`go up to 9` is motion, `talk about 9` is talk."""
    blocked: Mapping[str, list[str]] = table("relations")["blocked"]
    return start > 0 and forms[start - 1] in blocked.get(" ".join(words), ())


@cache
def _between() -> frozenset[str]:
    return frozenset(table("relations")["between"]["words"])


@cache
def _rows(place: str) -> Mapping[tuple[str, ...], str]:
    """Words of each hedge in normal form → the side that it leaves open."""
    sides: Mapping[str, str] = table("drift")["sides"]
    return {
        tuple(word.form for word in read): sides[relation]
        for relation, hedges in table("relations")[place]["en"].items()
        if relation in sides
        for hedge in hedges
        if (read := read_words(hedge))
    }
