"""Where the sentences of a report begin and end, for what is looked for beside a mention."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache, lru_cache

from sayso.lexicon import words
from sayso.records import Span

__all__ = ["sentence_at", "sentences_of_text"]

_KEPT = 16
_BREAK = re.compile(r"\n\s*\n|[.!?][\"'”’)\]]{0,3}\s")
_LONGEST_ABBREVIATION = 12


@lru_cache(maxsize=_KEPT)
def sentences_of_text(text: str) -> tuple[Span, ...]:
    """The sentences of a text, one after the other, with nothing in between.

    >>> sentences_of_text("Gen. Ode spoke. Rain fell.")
    (Span(start=0, end=16), Span(start=16, end=26))
    """
    ends = [found.end() for found in _BREAK.finditer(text) if _ends(text, found)]
    starts = [0, *ends]
    return tuple(
        Span(start, end)
        for start, end in zip(starts, [*ends, len(text)], strict=True)
        if end > start
    )


def sentence_at(text: str, place: int) -> Span:
    """The sentence in which the character at `place` stands."""
    sentences: Sequence[Span] = sentences_of_text(text)
    at = bisect_right(sentences, place, key=lambda span: span.start) - 1
    return sentences[at] if sentences else Span(0, 0)


def _ends(text: str, found: re.Match[str]) -> bool:
    """Whether a sentence ends there: not after an abbreviation or an initial."""
    if found.group()[0] != ".":
        return True
    before = text[max(0, found.start() - _LONGEST_ABBREVIATION) : found.start()]
    word = re.split(r"[\s(\"'“‘]", before)[-1]
    is_initial = word[-1:].isupper() and (len(word) == 1 or "." in word)
    return not (is_initial or word.lower() in _abbreviations())


@cache
def _abbreviations() -> frozenset[str]:
    return frozenset(word.lower() for word in words("abbreviations", "with_full_stop"))
