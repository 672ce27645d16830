"""Whether two statements can be of one speaker."""

from sayso.comparing.speakers import same_speaker
from sayso.comparing.utterances.sayings import Saying
from sayso.records import PersonKind

__all__ = ["Voices", "voices_of"]

from enum import StrEnum


class Voices(StrEnum):
    """How the speakers of two statements stand to each other."""

    SAME = "same"
    """One person, or one body."""
    OPEN = "open"
    """A body, a group or nobody named may stand for a person who spoke for it."""
    APART = "apart"
    """Two people, or speakers of two countries, whose words stay apart however alike they are."""


def voices_of(one: Saying, other: Saying) -> Voices:
    """How the speakers of two statements stand to each other; two people are never one voice."""
    if one.speaker is None or other.speaker is None:
        return Voices.OPEN
    same = one.speaker == other.speaker or same_speaker(one.speaker, other.speaker)
    if same:
        return Voices.SAME
    named = one.kind is PersonKind.PERSON and other.kind is PersonKind.PERSON
    if named and same is False:
        return Voices.APART
    abroad = one.countries and other.countries and one.countries.isdisjoint(other.countries)
    return Voices.APART if abroad else Voices.OPEN
