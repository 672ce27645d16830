"""Where a phrase names several who speak together: "Blinken and Austin", "A, B and C"."""

from collections.abc import Iterable, Mapping

from sayso.reading.speakers.mentions import Mention
from sayso.reading.speakers.offices import PREPOSITIONS
from sayso.reading.speakers.roles import role_of
from sayso.reading.speakers.tokens import Tokens

__all__ = ["joints"]

_JOINS = frozenset({"and", "nor"})
_NO_JOINT = frozenset({"who", "which", "that", "including", "like", "such", "whose"})
_LONGEST_TITLE = 8  # words between commas after a name in a list


def joints(tokens: Tokens, names: Iterable[Mention], *, bounds: tuple[int, int]) -> list[int]:
    """The commas and the "and" between the heads of the phrase; none where it has one head.

    They stand before any preposition and in none of the `names` inside it.
    """
    inside = {name.first: name.after for name in names}
    first, after = bounds
    cuts: list[int] = []
    index = first
    while index < after:
        index = inside.get(index, index)
        small = tokens.small(index) if index < after else "who"
        if small in _JOINS and first < index < after - 1:
            return [*cuts, index]
        if small in PREPOSITIONS or small in _NO_JOINT:
            return []
        if small == ",":
            index = _past_comma(tokens, index, (after, inside, cuts))
        index += 1
    return []


def _past_comma(tokens: Tokens, comma: int, told: tuple[int, Mapping[int, int], list[int]]) -> int:
    """The last word before the next head: a comma in a list is a cut, one before a title none.

    Past the end where what follows the comma is neither a name nor "Democrat of Iowa, and Roe".
    """
    after, names, cuts = told
    if comma + 1 in names and not _is_role(tokens, comma + 1):
        cuts.append(comma)
        return comma
    if tokens.at(comma + 1) == "and" and comma + 2 in names:
        return comma
    title = range(comma + 1, min(after, comma + _LONGEST_TITLE))
    end = next((index for index in title if tokens.words[index] == ","), after)
    listed = tokens.at(end + 1) == "and" and end + 2 in names and not _is_role(tokens, end + 2)
    return end if listed else after


def _is_role(tokens: Tokens, index: int) -> bool:
    """Whether it tells a second office of one person: "X, Head of A, and Chair of B"."""
    return role_of(tokens.at(index)) is not None and tokens.at(index + 1) in PREPOSITIONS
