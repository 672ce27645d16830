"""Spellings under which one name is printed: Zelensky and Zelenskiy, Antony and Anthony."""

import re
from functools import lru_cache

from sayso.reading.speakers.given import fold

__all__ = ["near_spellings", "sound"]

_LONGEST = 24  # letters; nothing longer is looked at for slips
_SOUNDS = (
    (re.compile(r"[^\w-]"), ""),
    (re.compile(r"(?:iy|yy|ij|ii|yi|y|ie|i)$"), "i"),
    (re.compile(r"th"), "t"),
    (re.compile(r"ph"), "f"),
    (re.compile(r"kh"), "h"),
    (re.compile(r"(?:ks|x)"), "x"),
    (re.compile(r"ou"), "u"),
    (re.compile(r"(\w)\1"), r"\1"),
)


@lru_cache(maxsize=1 << 11)
def sound(name: str) -> str:
    """A key that spellings of one name share.

    >>> sound("Zelenskyy") == sound("Zelenskiy") == sound("Zelensky")
    True
    """
    key = fold(name)
    for pattern, common in _SOUNDS:
        key = pattern.sub(common, key)
    return key


@lru_cache(maxsize=1 << 10)
def near_spellings(name: str) -> tuple[str, ...]:
    """The name with each one letter but the first left out: two that share one are a letter apart.

    >>> sorted(set(near_spellings("Wimes")) & set(near_spellings("Wines")))
    ['wi.es', 'wies']
    """
    small = fold(name)[:_LONGEST]
    places = range(1, len(small))
    slips = [small[:place] + "." + small[place + 1 :] for place in places]
    return (*slips, *(small[:place] + small[place + 1 :] for place in places), small)
