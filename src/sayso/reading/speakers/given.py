"""What a given name tells, and names written in other ways."""

import unicodedata
from functools import cache, lru_cache

from sayso.lexicon import table
from sayso.reading.speakers.roles import Gender

__all__ = ["fold", "gender_of", "is_given"]


@lru_cache(maxsize=1 << 11)
def gender_of(name: str) -> Gender:
    """The gender that a given name tells, if one: the first part of a compound that tells any.

    >>> gender_of("Antony"), gender_of("Jo-Renee"), gender_of("Tae-yul")
    ('male', 'female', None)
    """
    folded = fold(name)
    for part in (folded, *folded.split("-")):
        if part in _names("male"):
            return "male"
        if part in _names("female"):
            return "female"
    return None


def is_given(name: str) -> bool:
    """Whether the word is known as a given name."""
    return gender_of(name) is not None


@lru_cache(maxsize=1 << 11)
def fold(name: str) -> str:
    """The name in small letters without accents, so that spellings of one name meet.

    >>> fold("Petró") == fold("PETRO")
    True
    """
    if name.isascii():
        return name.lower()
    apart = unicodedata.normalize("NFKD", name.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@cache
def _names(gender: str) -> frozenset[str]:
    return frozenset(table("given_names")[gender].split())
