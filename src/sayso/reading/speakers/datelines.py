"""Where a text says from where and when it was sent: `OSLO, March 12 (Alder) - `."""

import numpy as np

from sayso.lexicon import table
from sayso.reading.speakers.tokens import Tokens

__all__ = ["dateline_of"]

_PARAGRAPHS = 5  # of the top: title, subtitle, byline, day, lead
_LONGEST = 16  # words and marks before the dash
_DASHES = frozenset({"--", "–", "—"})
_MARKS = frozenset({",", ".", "(", ")", "/", "&"})


def dateline_of(tokens: Tokens) -> range:
    """The words of the dateline, which names a place and an agency and nobody who speaks."""
    breaks = np.flatnonzero(np.diff(tokens.layout.paragraph))[: _PARAGRAPHS - 1] + 1
    for first in (0, *breaks.tolist()):
        ahead = range(first, min(first + _LONGEST, len(tokens)))
        dash = next((at for at in ahead if _is_dash(tokens, at)), first)
        if tokens.layout.together(first, dash) and _is_dateline(tokens, range(first, dash)):
            return range(first, dash)
    return range(0)


def _is_dash(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    return word in _DASHES or (word == "-" and not tokens.glued(index))


def _is_dateline(tokens: Tokens, head: range) -> bool:
    """Nothing but names, figures and marks, and a day, a bracket or a name in capitals."""
    said = [tokens.words[at] for at in head]
    if not said or not all(word in _MARKS or word[0].isupper() or word.isdigit() for word in said):
        return False
    day = any(map(str.isdigit, said)) and not _months().isdisjoint(map(str.lower, said))
    return "(" in said or (said[0].isupper() and len(said[0]) > 1) or day


def _months() -> frozenset[str]:
    calendar = table("calendar")
    return frozenset((*calendar["months"], *calendar["month_abbreviations"]))
