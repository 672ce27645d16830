"""What a number was before, and by how much it moved: up from 900, rose 3 points to 40 percent."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from sayso.lexicon import words
from sayso.reading.quantities.figure import Figure
from sayso.reading.quantities.moves import MOVED, moved_by
from sayso.reading.quantities.tokens import Tokens
from sayso.records import Direction

__all__ = ["Change", "changes_of", "in_points"]

_COMPARED = words("counted", "compared")
_RISING, _FALLING = words("counted", "rising"), words("counted", "falling")
_MOVED_FROM = (["up", "from"], ["down", "from"])
_EARLIER = frozenset({"earlier", "ago", "before", "previously", "last", "previous", "prior"})
_BY = frozenset({"percent", "point", "percentage point", "basis point"})
_MORE = frozenset({"higher", "lower", "more", "fewer", "less"})
_REACH = 4  # words from a verb of change to its number: rose sharply by some
_LINK = 4  # words after a number in which a time can follow
_FAR = 8  # words between the two: 8,000 troops were there, up from 3,000
_ENDS = frozenset({".", "?", "!", ";"})


@dataclass(slots=True, kw_only=True)
class Change:
    """For one figure: the places of the one before it in time and of the one it moved by."""

    previous: int | None = None
    by: int | None = None
    direction: Direction | None = None


def changes_of(tokens: Tokens, figures: Sequence[Figure]) -> list[Change]:
    """What each figure changed from and by, as far as the words right before and between say."""
    changes = [Change() for _ in figures]
    sized = False  # whether the figure before tells by how much
    for place, (one, other) in enumerate(pairwise(figures)):
        by, sized = sized, False
        if other.first - one.after > _FAR:
            continue
        link = [tokens.word(at) for at in range(one.after, other.first)]
        if not _ENDS.isdisjoint(link):
            continue
        moved = _moved(tokens, one.first)
        sized = tokens.word(one.first - 1) == "by" and link[-1:] == ["from"] and bool(moved)
        if sized:
            continue
        way = _way([*moved, *link, tokens.word(other.after)])
        kind = _kind(tokens, (one, other), (link, moved))
        _note(changes, (place, kind), way)
        if by and kind == "to":
            changes[place + 1].by = place - 1
    return changes


def in_points(figures: Sequence[Figure], changes: Sequence[Change]) -> list[Figure]:
    """The figures, with the points by which a percentage moved as percentage points."""
    moved = {
        change.by
        for figure, change in zip(figures, changes, strict=True)
        if figure.unit == "percent"
    }
    return [
        replace(figure, unit="percentage point")
        if place in moved and figure.unit == "point"
        else figure
        for place, figure in enumerate(figures)
    ]


def _kind(
    tokens: Tokens, pair: tuple[Figure, Figure], told: tuple[Sequence[str], Sequence[str]]
) -> str | None:
    """How the two belong together: the first was before, the second was, or one is the change.

    `told` are the words between them and the verb of change before them.
    """
    (one, other), (link, moved) = pair, told
    said = " ".join(link).removeprefix(", ")
    if link[-2:] in _MOVED_FROM or (said == "from" and moved):
        return "from"
    if said in _COMPARED and _is_earlier(tokens, other.after):
        return "from"
    if link[-1:] == ["to"] and moved:
        before = tokens.word(one.first - 1)
        by = one.unit in _BY or before == "by"
        return "to" if before == "from" else "moved to" if by else None
    beside = tokens.word(other.after) in _MORE or link[-1:] in (["up"], ["down"])
    return "moved by" if other.unit in _BY and link[:1] == [","] and beside else None


def _is_earlier(tokens: Tokens, after: int) -> bool:
    """Whether a time long past follows: a year earlier, in the previous quarter."""
    return any(tokens.word(at) in _EARLIER for at in range(after, after + _LINK))


def _note(changes: list[Change], found: tuple[int, str | None], way: Direction | None) -> None:
    place, kind = found
    if kind is None:
        return
    told = changes[place if kind in {"from", "moved by"} else place + 1]
    if kind in {"from", "to"}:
        told.previous = place + 1 if kind == "from" else place
    else:
        told.by = place + 1 if kind == "moved by" else place
    told.direction = told.direction or way


def _moved(tokens: Tokens, first: int) -> list[str]:
    """The verb of change shortly before a number, if there is one in its clause."""
    for at in range(first - 1, max(-1, first - 1 - _REACH), -1):
        if tokens.kind(at) != "word":
            break
        if tokens.word(at) in MOVED:
            return [tokens.word(at)]
    far = moved_by(tokens, first) if tokens.word(first - 1) == "from" else None
    return [far] if far else []


def _way(said: Sequence[str]) -> Direction | None:
    for word in said:
        if word in _RISING:
            return Direction.UP
        if word in _FALLING:
            return Direction.DOWN
    return None
