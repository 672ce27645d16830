"""In whose words each word of the text stands."""

from collections.abc import Sequence

from sayso.reading.speakers.tokens import Tokens
from sayso.records import Statement

__all__ = ["content_holders"]


def content_holders(tokens: Tokens, statements: Sequence[Statement]) -> list[int]:
    """For every word the number of the innermost statement that it is content of; -1 where none."""
    pieces = []
    for number, statement in enumerate(statements):
        for span in statement.content:
            first, after = tokens.range(span)
            if first < after:
                pieces.append((first, -after, number))
    pieces.sort()
    return _painted(len(tokens), [(first, -after, number) for first, after, number in pieces])


def _painted(length: int, pieces: Sequence[tuple[int, int, int]]) -> list[int]:
    """The number of the last piece to begin among those not over, for every word; in one pass."""
    holders = [-1] * length
    opened: list[tuple[int, int]] = []
    place = 0
    for first, after, number in [*pieces, (length, length, -1)]:
        place = _fill(holders, opened, (place, first))
        opened.append((after, number))
    return holders


def _fill(holders: list[int], opened: list[tuple[int, int]], bounds: tuple[int, int]) -> int:
    place, end = bounds
    while place < end:
        while opened and opened[-1][0] <= place:
            opened.pop()
        if not opened:
            break
        stop = min(end, opened[-1][0])
        holders[place:stop] = [opened[-1][1]] * (stop - place)
        place = stop
    return end
