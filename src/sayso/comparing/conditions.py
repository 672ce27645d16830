"""What a claim hangs on: if, unless, provided, should it."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from sayso.comparing.words import read_words
from sayso.lexicon import table, words

__all__ = ["is_condition", "phrase_in", "phrase_of"]

_OPENING = 3


def is_condition(text: str, forms: Sequence[str]) -> bool:
    """Whether a clause of the record is what another one hangs on.

    >>> is_condition("Should it rain,", ["should", "it", "rain"])
    True
    >>> is_condition("Now, should they cross,", ["now", "should", "they", "cross"])
    True
    >>> is_condition("if you look at the roads,", ["if", "you", "look", "at", "the", "roads"])
    False
    """
    opening: list[str] = table("tellings")["conditions"]["opening"]
    if text[:1].isupper() and forms[0] in opening:
        return True
    subjects = words("tellings", "subjects")
    if any(verb in opening and it in subjects for verb, it in pairwise(forms[:_OPENING])):
        return True
    return bool(phrase_in(forms, "said")) and not phrase_in(forms, "not_one")


def phrase_in(forms: Sequence[str], row: str) -> str | None:
    """The first phrase of a row of conditions that stands among the words."""
    return phrase_of(forms, "conditions", row)


def phrase_of(forms: Sequence[str], part: str, row: str) -> str | None:
    """The first phrase of a row of `tellings` that stands among the words."""
    text = f" {' '.join(forms)} "
    return next((phrase for phrase in _phrases(part, row) if f" {phrase} " in text), None)


@cache
def _phrases(part: str, row: str) -> tuple[str, ...]:
    phrases: list[str] = table("tellings")[part][row]
    return tuple(" ".join(word.form for word in read_words(phrase)) for phrase in phrases)
