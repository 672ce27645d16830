"""How often a word stands in a cue, whatever stands around it."""

from collections.abc import Iterable
from functools import cache

from sayso.lexicon import table

__all__ = ["cue_level", "cue_levels"]


def cue_level(word: str) -> float:
    """Log odds that `word` is part of a cue, counted over PolNeAR train and rounded to halves.

    >>> cue_level("said"), cue_level("table")
    (2.5, -3.0)
    """
    return _levels().get(word.lower(), _usual())


def cue_levels(words: Iterable[str]) -> list[float]:
    """The level of each of these words in small letters."""
    levels, usual = _levels(), _usual()
    return [levels.get(word, usual) for word in words]


@cache
def _usual() -> float:
    """The level of a word that is in no row."""
    return float(table("cue_levels")["any"])


@cache
def _levels() -> dict[str, float]:
    rows = table("cue_levels")["words"].items()
    return {word: float(level) for level, words in rows for word in words.split()}
