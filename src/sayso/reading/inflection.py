"""The forms under which a dictionary may have an inflected word."""

from collections.abc import Iterator
from functools import lru_cache

from sayso.lexicon import table

__all__ = ["dictionary_forms"]

_SHORTEST = 3  # letters of a stem: "sees" is no form of "se"
# Endings and what stands in their place in the dictionary form.
_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ying", "ie"),
    ("ing", ""), ("ing", "e"), ("ed", ""), ("ed", "e"), ("es", ""), ("s", ""),
)  # fmt: skip


@lru_cache(maxsize=1 << 12)
def dictionary_forms(word: str) -> tuple[str, ...]:
    """What a word in small letters may be an inflection of, the word itself first.

    >>> dictionary_forms("planned"), dictionary_forms("sent")
    (('planned', 'plann', 'plan', 'planne'), ('sent', 'send'))
    """
    irregular = table("inflection")["irregular"].get(word)
    if irregular:
        return (word, irregular)
    return tuple(dict.fromkeys((word, *_stems(word.rpartition("-")[2]))))


def _stems(word: str) -> Iterator[str]:
    yield word
    for ending, instead in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST:
            yield stem + instead
            if instead == "" and stem[-1] == stem[-2]:
                yield stem[:-1]
