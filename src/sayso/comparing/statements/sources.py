"""Drift of the source: somebody else's words, or one person's given to many."""

from collections.abc import Iterator

from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.lexicon import words
from sayso.records import DriftKind, Person, PersonKind

__all__ = ["speaker_changed"]


def speaker_changed(rendering: Rendering) -> Iterator[Departure]:
    """In the record somebody else says this, or one person does where the report has many."""
    person, label = rendering.telling.person, rendering.label
    if person is None or not label:
        return
    if rendering.voice is False:
        yield departure(DriftKind.SPEAKER_CHANGED, label, person.name, grave=True)
    elif person.kind is PersonKind.GROUP or _is_state(person, label):
        yield departure(DriftKind.SPEAKER_CHANGED, label, person.name)


def _is_state(person: Person, label: str) -> bool:
    """A whole government is named for one who does not speak for a body."""
    for_a_body = not words("tellings", "for_a_body").isdisjoint(label.lower().split())
    return person.kind is PersonKind.GOVERNMENT and not for_a_body
