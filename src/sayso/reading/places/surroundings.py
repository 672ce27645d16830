"""What the words beside a name tell: which kind of place it is, and what it lies in."""

from collections.abc import Sequence
from functools import cache

from sayso.lexicon import table
from sayso.reading.places.names import Name, Words
from sayso.records import PlaceKind, Span

__all__ = ["is_kind", "kind_told", "parent_of", "with_kind"]

_LONGEST_LIST = 8  # words from a name to the "counties" that a list of them ends with
_LONGEST_BETWEEN = 4  # words from a name to what it lies in
_WITHIN = frozenset({"in", ",", "("})


@cache
def _kinds() -> dict[str, PlaceKind]:
    return {
        word: PlaceKind(kind) for kind, told in table("toponymy")["kinds"].items() for word in told
    }


def is_kind(word: str) -> bool:
    """Whether the word, in small letters, is one for a kind of place: region, city, oblast."""
    return word in _kinds()


def kind_told(words: Words, name: Name) -> PlaceKind | None:
    """The kind that the words tell: Kursk region, City of Kursk, Kursk and Bryansk oblasts."""
    last = words.small(name.after - 1)
    if name.after - name.first > 1 and last in _kinds():
        return _kinds()[last]
    after = words.small(name.after)
    if after in _kinds() and not words.capital(name.after + words.capital(name.after)):
        return _kinds()[after]
    if words.small(name.first - 1) == "of" and words.small(name.first - 2) in _kinds():
        return _kinds()[words.small(name.first - 2)]
    return _listed(words, name)


def _listed(words: Words, name: Name) -> PlaceKind | None:
    """The kind at the end of a list: Clarke, Oconee and Barrow counties."""
    if words.small(name.after) not in {",", "and"}:
        return None
    for index in range(name.after, name.after + _LONGEST_LIST):
        small = words.small(index)
        if small in {"counties", "provinces", "regions", "oblasts", "states", "districts"}:
            return _kinds().get(small) or _kinds().get(small.removesuffix("s"))
        if small not in {",", "and"} and not words.capital(index):
            return None
    return None


def parent_of(words: Words, names: Sequence[Name], index: int) -> int | None:
    """The number of the name that is told as what this one lies in: Paris, Texas."""
    if index + 1 >= len(names):
        return None
    one, other = names[index], names[index + 1]
    if other.first - one.after > _LONGEST_BETWEEN:
        return None
    between = [words.small(at) for at in range(one.after, other.first)]
    if len(between) == 1 and between[0] in _WITHIN:
        return index + 1
    if len(between) > 1 and between[-1] in {"in", ","} and _flat(between[:-1]):
        return index + 1
    return None


def _flat(between: Sequence[str]) -> bool:
    """Whether the words only name a kind: Dawson County, in Nebraska."""
    return all(word in _kinds() or word == "," for word in between)


def with_kind(words: Words, name: Name, kind: PlaceKind) -> Span:
    """The stretch of the name, and of a word for its kind that is a part of it: Kursk Region."""
    after = name.after
    if kind is not PlaceKind.CITY and words.capital(after) and not words.opens(after):
        after += _kinds().get(words.small(after)) is kind
    return words.span(name.first, after)
