"""Which codes a pattern can start with, so that most words need no pattern at all."""

import re
from dataclasses import dataclass

__all__ = ["Start", "start_of"]

_PIECE = re.compile(r"\(\?P<\w+>|\(\?[:!=]|\)|\||\?|\[[^\]]*\]")
_NO_CODES: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Start:
    """The codes that come `first` and `second` in what a pattern matches.

    `single` is whether it matches some one code alone, `empty` whether it matches nothing at all.
    """

    first: frozenset[str] = _NO_CODES
    second: frozenset[str] = _NO_CODES
    single: bool = False
    empty: bool = False

    def __or__(self, other: "Start") -> "Start":
        """Where the one or the other is matched."""
        return Start(
            first=self.first | other.first,
            second=self.second | other.second,
            single=self.single or other.single,
            empty=self.empty or other.empty,
        )

    def __add__(self, other: "Start") -> "Start":
        """Where the other is matched after the one."""
        first, second = self.first, self.second
        if self.empty:
            first, second = first | other.first, second | other.second
        if self.single:
            second |= other.first
        single = (self.single and other.empty) or (self.empty and other.single)
        return Start(first=first, second=second, single=single, empty=self.empty and other.empty)


_NOTHING = Start(empty=True)


def start_of(pattern: str) -> Start:
    """How what `pattern` matches can start.

    >>> start = start_of("(?:[ab]?[c]|(?P<x>[d]))[e]")
    >>> sorted(start.first), sorted(start.second), start.single
    (['a', 'b', 'c', 'd'], ['c', 'e'], False)
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
    return Start(first=frozenset(piece[1:-1]), single=True)
