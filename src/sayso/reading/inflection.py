"""The forms under which a dictionary may have an inflected word."""

from collections.abc import Iterator
from functools import lru_cache

from sayso.lexicon import table

__all__ = ["dictionary_forms"]

_SHORTEST = 3  # letters of a stem: "sees" is no form of "se"
# By its last letter every ending, and what stands in its place in the dictionary form.
_ENDINGS = {
    "s": (("ies", "y"), ("es", ""), ("s", "")),
    "d": (("ied", "y"), ("ed", ""), ("ed", "e")),
    "g": (("ying", "ie"), ("ing", ""), ("ing", "e")),
}


@lru_cache(maxsize=1 << 12)
def dictionary_forms(word: str) -> tuple[str, ...]:
    """What a word in small letters may be an inflection of, the word itself first.

    >>> dictionary_forms("planned"), dictionary_forms("sent")
    (('planned', 'plann', 'plan', 'planne'), ('sent', 'send'))
    """
    irregular = table("inflection")["irregular"].get(word)
    if irregular:
        return (word, irregular)
    last = word.rpartition("-")[2]
    return tuple(dict.fromkeys((word, last, *_stems(last))))


def _stems(word: str) -> Iterator[str]:
    for ending, instead in _ENDINGS.get(word[-1:], ()):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem + instead
            if instead == "" and stem[-1] == stem[-2]:
                yield stem[:-1]
