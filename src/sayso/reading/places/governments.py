"""Capitals and seats that are named for those who govern there: "talks with Moscow"."""

from functools import cache

from sayso.lexicon import table, words
from sayso.reading.places.names import Name, Words

__all__ = ["names_government"]

_SPEECH = words("cues", "speech")
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_LONGEST_PAIR = 3  # words from one capital to the next in "between Seoul and the Kremlin"


def names_government(text: Words, name: Name) -> bool:
    """Whether the words beside a capital's name are of somebody who speaks, decides or deals."""
    return _acts(text, name.after) or _is_dealt_with(text, name.first) or _has(text, name.after)


def _acts(text: Words, after: int) -> bool:
    """Washington said; Beijing might intervene; Moscow has long denied; Seoul and Tokyo agreed."""
    while text.small(after) == "and" and text.capital(after + 1):
        after += 2
    after = _past_adverb(text, after)
    small = text.small(after)
    if small in _government("modals"):
        return text.small(after + 1) not in {"be", "have"}
    if small in _government("auxiliaries"):
        after = _past_adverb(text, after + 1)
        return text.small(after) in _government("acts") | _SPEECH
    return small in _government("acts") or small in _SPEECH


def _past_adverb(text: Words, index: int) -> int:
    adverb = text.small(index).endswith("ly") or text.small(index) in _government("adverbs")
    return index + 1 if adverb else index


def _is_dealt_with(text: Words, first: int) -> bool:
    """Talks with Moscow; relations between Seoul and Pyongyang; urged the Kremlin to withdraw."""
    first -= text.small(first - 1) == "the"
    if text.small(first - 1) in _government("dealing"):
        return True
    for back in range(1, 2 + _LONGEST_PAIR):
        if f"{text.small(first - back - 1)} {text.small(first - back)}" in _government("dealings"):
            return all(_joins(text, index) for index in range(first - back + 1, first))
    return False


def _joins(text: Words, index: int) -> bool:
    return text.small(index) in {"and", "the", ","} or text.capital(index)


def _has(text: Words, after: int) -> bool:
    """Moscow's intent; Seoul's closest allies."""
    if text.small(after) not in _POSSESSIVE:
        return False
    had = _government("had")
    return text.small(after + 1) in had or text.small(after + 2) in had


@cache
def _government(part: str) -> frozenset[str]:
    return frozenset(table("toponymy")["government"][part])
