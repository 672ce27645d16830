"""Which codes a pattern can start with, so that most words need no pattern at all."""

import re

__all__ = ["first_codes"]

_PIECE = re.compile(r"\(\?P<\w+>|\(\?[:!=]|\)|\||\?|\[[^\]]*\]")


def first_codes(pattern: str) -> frozenset[str]:
    """The codes that a match of `pattern` can start with.

    >>> sorted(first_codes("(?:[ab]?[c]|(?P<x>[d]))[e]"))
    ['a', 'b', 'c', 'd']
    """
    pieces = _PIECE.findall(pattern)
    pieces.reverse()
    return frozenset(_either(pieces)[0])


def _either(pieces: list[str]) -> tuple[set[str], bool]:
    """The first codes of alternatives, and whether one of them matches nothing; eats its `)`."""
    codes, empty = _sequence(pieces)
    while pieces and pieces.pop() == "|":
        more, also_empty = _sequence(pieces)
        codes |= more
        empty |= also_empty
    return codes, empty


def _sequence(pieces: list[str]) -> tuple[set[str], bool]:
    codes: set[str] = set()
    empty = True
    while pieces and pieces[-1] not in "|)":
        piece = pieces.pop()
        more, skippable = _either(pieces) if piece.startswith("(") else (set(piece[1:-1]), False)
        if piece in ("(?!", "(?="):
            continue
        if pieces and pieces[-1] == "?":
            pieces.pop()
            skippable = True
        codes |= more if empty else set()
        empty &= skippable
    return codes, empty
