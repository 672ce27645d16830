"""Clauses of a sentence, and how much of one stands in another."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from sayso.comparing.kinship import family
from sayso.comparing.statements.sentences import telling_words
from sayso.comparing.words import read_words
from sayso.lexicon import table

__all__ = ["Clause", "clauses_of", "families", "plain_forms", "share"]

_MARK = r"[,;:—–]\s|\s[-–—]\s|[.!?]\s(?![a-z])"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """Words between two marks, as printed and as forms."""

    text: str
    forms: tuple[str, ...]

    @property
    def weight(self) -> int:
        """How many of its words vouch for something."""
        return len(telling_words(self.forms))


def clauses_of(text: str) -> list[Clause]:
    """The clauses of a text; a piece without a word of weight belongs to what follows it.

    >>> [clause.text for clause in clauses_of("We will leave, and soon, if the wind drops.")]
    ['We will leave,', 'and soon,', 'if the wind drops.']
    """
    clauses: list[Clause] = []
    start = 0
    for end in [*(found.end() for found in _break().finditer(text)), len(text)]:
        forms = plain_forms(text, start, end)
        if telling_words(forms) or (end == len(text) and forms):
            clauses.append(Clause(text=text[start:end].strip(), forms=forms))
            start = end
    return clauses


def plain_forms(text: str, start: int, end: int) -> tuple[str, ...]:
    """The words in normal form; a month that is also a word, as May is, keeps its capital."""
    cased: list[str] = table("calendar")["cased"]
    return tuple(
        text[word.start : word.end]
        if word.form in cased and at and text[word.start].isupper()
        else word.form
        for at, word in enumerate(read_words(text, start, end))
        if word.form != "…"
    )


def share(one: Clause, other: Clause) -> float:
    """How many of the words of weight of one clause stand in the other, 0 to 1."""
    words = telling_words(one.forms)
    there = families(telling_words(other.forms))
    near = [word for word in words if not family(word).isdisjoint(there)]
    return len(near) / len(words) if words else 0.0


def families(forms: Iterable[str]) -> frozenset[str]:
    """Everything that the words may mean."""
    return frozenset(name for form in forms for name in family(form))


@cache
def _break() -> re.Pattern[str]:
    """A mark, or a word before which a clause ends."""
    words = "|".join(table("tellings")["breaks"])
    return re.compile(rf"{_MARK}|\s(?=(?:{words})\s)", re.IGNORECASE)
