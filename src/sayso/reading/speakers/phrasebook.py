"""Countries and institutions by any of their names, read off a run of words."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table
from sayso.reading.words import split_words

__all__ = ["Known", "known_at"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A country or institution found under one of its names: as `name`, `adjective` or `people`."""

    name: str
    form: str
    length: int
    country: bool


def known_at(words: Sequence[str], index: int, *, after: int | None = None) -> Known | None:
    """The longest name of a country or institution that begins at this word.

    >>> known = known_at(["the", "South", "Korean", "envoy"], 1)
    >>> known.name, known.form, known.length
    ('South Korea', 'adjective', 2)
    """
    end = len(words) if after is None else after
    for length, names in _book().get(words[index], ()):
        if index + length <= end:
            known = names.get(tuple(words[index : index + length]))
            if known is not None:
                return known
    return None


_Book = dict[str, list[tuple[int, dict[tuple[str, ...], Known]]]]


@cache
def _book() -> _Book:
    """By first word: the lengths of names that begin so, longest first, and these names."""
    found: dict[str, dict[int, dict[tuple[str, ...], Known]]] = {}
    for phrase, name, form, country in _rows():
        words = tuple(span.of(phrase) for span in split_words(phrase))
        known = Known(name=name, form=form, length=len(words), country=country)
        found.setdefault(words[0], {}).setdefault(len(words), {}).setdefault(words, known)
    return {
        first: sorted(lengths.items(), key=lambda item: -item[0])
        for first, lengths in found.items()
    }


def _rows() -> list[tuple[str, str, str, bool]]:
    rows = [
        (phrase, name, "name", False)
        for name, others in table("institutions").items()
        for phrase in (name, *others)
    ]
    for name, row in table("countries").items():
        rows += [(phrase, name, "name", True) for phrase in (name, *row.get("names", ()))]
        rows += [(phrase, name, "seat", True) for phrase in row.get("seats", ())]
        rows += [(phrase, name, "adjective", True) for phrase in row["adjectives"]]
        rows += [(phrase + "s", name, "people", True) for phrase in row["adjectives"]]
    return rows
