"""Names that are people's, though places are called so too."""

import re
from collections.abc import Iterator, Sequence

from sayso.reading.places.names import Name, Words
from sayso.reading.places.naming import Naming
from sayso.records import Person, PersonKind

__all__ = ["without_people"]

_WORD = re.compile(r"\S+")
_SURELY = frozenset({Naming.PLACE, Naming.MORE_THAN_PLACE})


def without_people(words: Words, names: Sequence[Name], people: Sequence[Person]) -> list[Name]:
    """The names that are no part of the name of one of these people, or surely a place's.

    Where the encoder sees a place, 85 % are places, though only 30 % of all that people seem to own
    (LGL).
    """
    taken = {
        start
        for person in people
        if person.kind is PersonKind.PERSON
        for start in _starts(words, person)
    }
    return [
        name
        for name in names
        if name.named in _SURELY or words.span(name.first, name.after).start not in taken
    ]


def _starts(words: Words, person: Person) -> Iterator[int]:
    """Where words of the person's name begin in the mentions; a title before it is not of it."""
    parts = frozenset(person.name.lower().split())
    for span in person.mentions:
        for word in _WORD.finditer(span.of(words.layout.text)):
            if word[0].lower() in parts:
                yield span.start + word.start()
