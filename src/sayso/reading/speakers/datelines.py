"""Where a text says from where and when it was sent: `OSLO, March 12 (Alder) - `."""

import numpy as np

from sayso.lexicon import table
from sayso.reading.speakers.tokens import Tokens

__all__ = ["dateline_of"]

_PARAGRAPHS = 5  # of the top: title, subtitle, byline, day, lead
_LONGEST = 16  # words and marks before the dash
_DASHES = frozenset({"-", "--", "–", "—"})
_MARKS = frozenset({",", ".", "(", ")", "/", "&"})


def dateline_of(tokens: Tokens) -> range:
    """The words of the dateline, which names a place and an agency and nobody who speaks."""
    breaks = np.flatnonzero(np.diff(tokens.layout.paragraph))[: _PARAGRAPHS - 1] + 1
    for first in (0, *breaks.tolist()):
        head = tokens.words[first : first + _LONGEST]
        dash = next((at for at, word in enumerate(head) if word in _DASHES), 0)
        whole = tokens.layout.together(first, first + dash)
        if whole and _is_dateline(tokens, range(first, first + dash)):
            return range(first, first + dash)
    return range(0)


def _is_dateline(tokens: Tokens, head: range) -> bool:
    """Nothing but names, figures and marks, and a day, a bracket or a name in capitals."""
    said = [tokens.words[at] for at in head]
    if not said or not all(word in _MARKS or word[0].isupper() or word.isdigit() for word in said):
        return False
    return "(" in said or said[0].isupper() or not _months().isdisjoint(map(str.lower, said))


def _months() -> frozenset[str]:
    calendar = table("calendar")
    return frozenset((*calendar["months"], *calendar["month_abbreviations"]))
