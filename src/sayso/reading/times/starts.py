"""Which codes a pattern can start with, so that most words need no pattern at all."""

import re
from dataclasses import dataclass

__all__ = ["Start", "start_of"]

_PIECE = re.compile(r"\(\?P<\w+>|\(\?[:!=]|\)|\||\?|\[[^\]]*\]")
_NO_CODES: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Start:
    """The codes that come `first` and `second` in what a pattern matches.

    `alone` are those that it matches with nothing after them, `empty` whether it matches nothing.
    """

    first: frozenset[str] = _NO_CODES
    second: frozenset[str] = _NO_CODES
    alone: frozenset[str] = _NO_CODES
    empty: bool = False

    def __or__(self, other: "Start") -> "Start":
        """Where the one or the other is matched."""
        return Start(
            first=self.first | other.first,
            second=self.second | other.second,
            alone=self.alone | other.alone,
            empty=self.empty or other.empty,
        )

    def __add__(self, other: "Start") -> "Start":
        """Where the other is matched after the one."""
        return Start(
            first=self.first | other.first if self.empty else self.first,
            second=self.second
            | (other.second if self.empty else _NO_CODES)
            | (other.first if self.alone else _NO_CODES),
            alone=(self.alone if other.empty else _NO_CODES)
            | (other.alone if self.empty else _NO_CODES),
            empty=self.empty and other.empty,
        )


_NOTHING = Start(empty=True)


def start_of(pattern: str) -> Start:
    """How what `pattern` matches can start.

    >>> start = start_of("(?:[ab]?[c]|(?P<x>[d]))[e]")
    >>> sorted(start.first), sorted(start.second), sorted(start.alone)
    (['a', 'b', 'c', 'd'], ['c', 'e'], [])
    """
    pieces = _PIECE.findall(pattern)
    pieces.reverse()
    return _either(pieces)


def _either(pieces: list[str]) -> Start:
    """The start of alternatives; eats their `)`."""
    start = _sequence(pieces)
    while pieces and pieces.pop() == "|":
        start |= _sequence(pieces)
    return start


def _sequence(pieces: list[str]) -> Start:
    start = _NOTHING
    while pieces and pieces[-1] not in "|)":
        piece = pieces.pop()
        part = _either(pieces) if piece.startswith("(") else _one_of(piece)
        if piece in ("(?!", "(?="):
            continue
        if pieces and pieces[-1] == "?":
            pieces.pop()
            part |= _NOTHING
        start += part
    return start


def _one_of(piece: str) -> Start:
    """The start of a class of codes, `[ab]`."""
    codes = frozenset(piece[1:-1])
    return Start(first=codes, alone=codes)
