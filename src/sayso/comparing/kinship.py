"""Words that are forms of one another, or that reports put for one another."""

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from sayso.comparing.words import read_words
from sayso.lexicon import table

__all__ = ["family", "kin", "stem"]

_SHORTEST = 4
_NAMES = ("names", "adjectives", "seats")


@lru_cache(maxsize=1 << 12)
def stem(form: str) -> str:
    """The word without its ending.

    >>> stem("desperation"), stem("desperate"), stem("provocations")
    ('desper', 'desper', 'provoc')
    """
    for ending in _endings() if form.endswith(_endings()) else ():
        if form.endswith(ending) and len(form) - len(ending) >= _SHORTEST:
            return form[: -len(ending)]
    return form


@cache
def _endings() -> tuple[str, ...]:
    return tuple(table("kinship")["endings"])


def kin(forms: Iterable[str], others: Iterable[str]) -> list[str]:
    """Those words that are a form of one of the others, or say nearly the same.

    >>> kin(["soldiers", "guns"], ["troops"]), kin(["moderating"], ["modifying"])
    (['soldiers'], [])
    """
    families = {name for other in others for name in family(other)}
    return [form for form in forms if not family(form).isdisjoint(families)]


@lru_cache(maxsize=1 << 12)
def family(form: str) -> frozenset[str]:
    """The stem and the rows of like words that it stands in, by number.

    >>> family("Moscow".lower()) & family("Russian".lower()) != frozenset()
    True
    """
    root = stem(form)
    return frozenset({root, *(f"#{row}" for row in _rows().get(root, ()))})


@cache
def _rows() -> Mapping[str, list[int]]:
    rows: dict[str, list[int]] = {}
    for number, row in enumerate([*table("kinship")["same"], *_countries()]):
        for word in row:
            read = read_words(word)
            if len(read) == 1:
                rows.setdefault(stem(read[0].form), []).append(number)
    return rows


def _countries() -> list[list[str]]:
    """A country, its people and the seat that stands for its government."""
    return [
        [country, *(name for key in _NAMES for name in names.get(key, ()))]
        for country, names in table("countries").items()
    ]
