"""Drift of the source: somebody else's words, or one person's given to many."""

from collections.abc import Iterator

from sayso.comparing.speakers import is_unnamed
from sayso.comparing.statements.clauses import plain_forms
from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.comparing.statements.sentences import telling_words
from sayso.comparing.statements.telling import Telling
from sayso.comparing.words import read_words
from sayso.lexicon import words
from sayso.records import DriftKind, Person, PersonKind

__all__ = ["speaker_changed"]


def speaker_changed(rendering: Rendering) -> Iterator[Departure]:
    """In the record somebody else says this, or one person does where the report has many."""
    person, label = rendering.telling.person, rendering.label
    if person is None or not label or is_unnamed(label):
        return
    if rendering.voice is False and not _is_another_office(rendering.telling, person):
        yield departure(DriftKind.SPEAKER_CHANGED, label, person.name, grave=True)
    elif person.kind is PersonKind.GROUP or _is_state(person, label):
        yield departure(DriftKind.SPEAKER_CHANGED, label, person.name)


def _is_another_office(telling: Telling, person: Person) -> bool:
    """Whether the report names an office alone, and nothing says that it is this person's.

    "The finance chief" may have been taken for the chief executive who spoke before.
    """
    source = telling.statement.source
    if len(source) != 1 or person.office is None:
        return False
    named = telling_words(plain_forms(telling.text, *source[0]))
    own = {word.form for known in (person.name, person.office) for word in read_words(known)}
    return len(named) > 1 and own.isdisjoint(named[:-1]) and named[-1] in own


def _is_state(person: Person, label: str) -> bool:
    """A whole government is named for one who does not speak for a body."""
    for_a_body = not words("tellings", "for_a_body").isdisjoint(label.lower().split())
    return person.kind is PersonKind.GOVERNMENT and not for_a_body
