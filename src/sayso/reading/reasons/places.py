"""Behind a place: the signs that the name is one, weighed, and how many places are called so."""

from collections.abc import Iterator, Sequence

from sayso.reading.layout import Layout
from sayso.reading.places import possible_places
from sayso.reading.places.signs import strongest_signs
from sayso.records import Mark, Name, Reading, Reason

__all__ = ["place_reasons"]

_TOLD = 3  # signs that are named


def place_reasons(reading: Reading, layout: Layout, told: Sequence[Name]) -> Iterator[Reason]:
    """For each place the strongest signs for and against it, in logarithms of odds."""
    scenes = {scene.span.start: scene for scene in possible_places(layout, reading.people, told)}
    for place in reading.places:
        scene = scenes[place.span.start]
        signs = strongest_signs(scene)[:_TOLD]
        weighed = ", ".join(f"{name.replace('_', ' ')} {weight:+.1f}" for name, weight in signs)
        called = len(scene.candidates.numbers)
        because = f"{weighed}; {called} so called" if called > 1 else weighed
        yield Reason(of=place.id, mark=Mark.PLACE, rule="places.evidence", because=because)
