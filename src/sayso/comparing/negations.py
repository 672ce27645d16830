"""Words that say "not", counted where they deny something."""

from collections.abc import Sequence
from functools import cache

from sayso.comparing.words import read_words
from sayso.lexicon import table

__all__ = ["count_negations"]


def count_negations(forms: Sequence[str]) -> int:
    """How many words deny something; `no less than` before a figure denies nothing.

    >>> count_negations("we did not pay no less than 9".split())
    1
    """
    text = f" {' '.join(forms)} "
    for phrase in _bounds():
        text = text.replace(f" {phrase} ", " ")
    return sum(form in table("drift")["negation"]["words"] for form in text.split())


@cache
def _bounds() -> tuple[str, ...]:
    phrases: list[str] = table("drift")["negation"]["bounds"]
    return tuple(" ".join(word.form for word in read_words(phrase)) for phrase in phrases)
