"""Forms of names that follow from others."""

import unicodedata
from collections.abc import Iterator

from sayso.lexicon import words
from sayso.reading.places.spelling import fold_name

__all__ = ["is_latin", "people_of", "without_kind"]


def is_latin(name: str) -> bool:
    """Whether all its letters are Latin."""
    return all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in name)


def people_of(adjective: str) -> Iterator[str]:
    """The adjective of a place, and what its people are called."""
    yield adjective
    if adjective.endswith("man"):
        yield adjective[:-3] + "men"
    elif not adjective.endswith(("s", "sh", "ch", "ese")):
        yield adjective + "s"


def without_kind(name: str) -> list[str]:
    """Kings County as Kings, Dagestan, Respublika as Dagestan; nothing where no word falls."""
    kinds = set(map(fold_name, words("toponymy", "division_words")))
    parts = name.replace(",", " ").split()
    kept = [part for part in parts if fold_name(part) not in kinds]
    return [" ".join(kept)] if kept and len(kept) < len(parts) else []
