"""Whether two statements can be of one speaker, and of one occasion."""

import datetime

from sayso.comparing.speakers import same_speaker
from sayso.comparing.utterances.days import may_be_one_day
from sayso.comparing.utterances.sayings import Saying
from sayso.records import PersonKind

__all__ = ["Voices", "may_be_one_occasion", "voices_of"]

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
    if same is False and _is_named(one) and _is_named(other):
        return Voices.APART
    abroad = one.countries and other.countries and one.countries.isdisjoint(other.countries)
    return Voices.APART if abroad else Voices.OPEN


def _is_named(saying: Saying) -> bool:
    """Whether a person is known by a name; "its chief executive" may be anybody who is one."""
    name = saying.speaker or ""
    return saying.kind is PersonKind.PERSON and any(word[:1].isupper() for word in name.split())


def may_be_one_occasion(one: Saying, other: Saying) -> bool:
    """Whether both can have been said on one day, and both before what their reports are about.

    What a report tells of an earlier occasion may be in a report of that occasion, days older.
    """
    if one.earlier != other.earlier:
        before, now = (one, other) if one.earlier else (other, one)
        if _latest(now) >= _latest(before) - datetime.timedelta(days=1):
            return False
    return may_be_one_day(one.day, other.day)


def _latest(saying: Saying) -> datetime.date:
    return (saying.day.latest if saying.day else None) or datetime.date.max
