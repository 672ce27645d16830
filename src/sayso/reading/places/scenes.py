"""Each name of a text with what its neighbours and its other mentions tell of it."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.lexicon import words as listed
from sayso.reading.places.gazetteer import NUMBER, Candidates, Gazetteer
from sayso.reading.places.names import Name, Words
from sayso.reading.places.surroundings import kind_told, parent_of
from sayso.records import PlaceKind, Span

__all__ = ["Scene", "scenes_of"]

_PLACING = listed("toponymy", "placing")


class Scene(NamedTuple):
    """One name among the words and names of its text.

    `kind` is what it is told to be, `within` the number of the name told as what it lies in,
    `holding` the places that a name may mean which is told to lie in this one. `placed` are the
    entries of names that stand after a preposition of place somewhere.

    `head` is its last word, `left` and `right` the words beside it, all in small letters; `single`
    is a name of one word, `led` and `followed` one with a capital beside it in its sentence.
    """

    words: Words
    name: Name
    candidates: Candidates
    kind: PlaceKind | None
    within: int | None
    holding: Candidates | None
    placed: frozenset[tuple[int, int]]
    head: str
    left: str
    right: str
    single: bool
    led: bool
    followed: bool

    def before(self, step: int) -> str:
        """The word so far before the name, in small letters."""
        return self.words.small(self.name.first - step)

    def after(self, step: int) -> str:
        """The word so far beyond the one after the name, in small letters."""
        return self.words.small(self.name.after + step)

    @property
    def span(self) -> Span:
        """The characters of the name."""
        return self.words.span(self.name.first, self.name.after)

    def has(self, kind: PlaceKind) -> bool:
        """Whether it may mean a place of that kind."""
        return NUMBER[kind] in self.candidates.kinds


def scenes_of(words: Words, names: Sequence[Name], gazetteer: Gazetteer) -> list[Scene]:
    """The scenes of names that stand in order and apart."""
    known = {name.stretch: gazetteer.candidates(name.stretch) for name in names}
    candidates = [known[name.stretch] for name in names]
    parents = [parent_of(words, names, number) for number in range(len(names))]
    within = [
        None if parent is None or own.inside.isdisjoint(candidates[parent].among) else parent
        for own, parent in zip(candidates, parents, strict=True)
    ]
    holders = {outer: inner for inner, outer in enumerate(within) if outer is not None}
    placed = frozenset(name.stretch for name in names if words.small(name.first - 1) in _PLACING)
    return [
        Scene(
            words=words,
            name=name,
            candidates=candidates[number],
            kind=kind_told(words, name),
            within=within[number],
            holding=candidates[holders[number]] if number in holders else None,
            placed=placed,
            head=words.small(name.after - 1),
            left=words.small(name.first - 1),
            right=words.small(name.after),
            single=name.after == name.first + 1,
            led=words.capital(name.first - 1) and not words.opens(name.first),
            followed=words.capital(name.after) and not words.opens(name.after),
        )
        for number, name in enumerate(names)
    ]
