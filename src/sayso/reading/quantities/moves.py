"""Verbs of change that stand far before a number: gone up by a third since May, from 227 to 261."""

from sayso.lexicon import words
from sayso.reading.quantities.tokens import Tokens

__all__ = ["MOVED", "moved_by"]

MOVED = words("counted", "changes") | words("counted", "rising") | words("counted", "falling")
"""Words that tell of a change."""
_REACH = 12  # words from the "by" to the number
_ENDS = frozenset({".", "?", "!", ";", ""})


def moved_by(tokens: Tokens, first: int) -> str | None:
    """The verb of a change that is told with its size before the token `first`, in one sentence.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> moved_by(split_tokens("It fell by a third from 300 to 200"), 6)
    'fell'
    """
    for at in range(first - 1, max(0, first - 1 - _REACH), -1):
        word = tokens.word(at)
        if word in _ENDS or tokens.kind(at) == "break":
            return None
        if word == "by":
            near = (tokens.word(at - 1), tokens.word(at - 2))
            return next((verb for verb in near if verb in MOVED), None)
    return None
