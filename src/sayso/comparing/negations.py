"""Words that say "not", counted where they deny something."""

from collections.abc import Sequence
from functools import cache

from sayso.comparing.words import read_words
from sayso.lexicon import table

__all__ = ["count_negations", "denials", "hidden_denials", "negations", "parity"]


def count_negations(forms: Sequence[str]) -> int:
    """How many words deny something; `no less than` before a figure denies nothing.

    >>> count_negations("we did not pay no less than 9".split())
    1
    """
    text = f" {' '.join(forms)} "
    for phrase in _bounds():
        text = text.replace(f" {phrase} ", " ")
    return sum(form in negations() for form in text.split())


def parity(forms: Sequence[str]) -> int:
    """Whether the words say "not" an odd number of times: 1, or 0."""
    return count_negations(forms) % 2


@cache
def negations() -> frozenset[str]:
    """Words that say "not" aloud."""
    return frozenset(table("drift")["negation"]["words"])


@cache
def denials() -> frozenset[str]:
    """Words that say "not", aloud or hidden in another word: `denied`, `without`."""
    return negations() | hidden_denials()


@cache
def hidden_denials() -> frozenset[str]:
    """Words that hold a "not" without saying it."""
    return frozenset(table("tellings")["negation"]["hidden"])


@cache
def _bounds() -> tuple[str, ...]:
    phrases: list[str] = table("drift")["negation"]["bounds"]
    return tuple(" ".join(word.form for word in read_words(phrase)) for phrase in phrases)
