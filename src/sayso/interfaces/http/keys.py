"""What each list is in order of, and by which its pages are told apart."""

import datetime
from hashlib import sha256

from sayso.interfaces.http.paging import Key
from sayso.records import (
    Contradiction,
    ContradictionKind,
    Foretelling,
    Judgement,
    KnownPerson,
    KnownStory,
    Moment,
    Point,
    Utterance,
)

__all__ = [
    "contradiction_key",
    "forecast_key",
    "judgement_key",
    "moment_key",
    "person_key",
    "point_key",
    "story_key",
    "utterance_key",
]


def story_key(story: KnownStory) -> Key:
    """The number, which rises with each story."""
    return (int(story.id),)


def person_key(person: KnownPerson) -> Key:
    """The number, which rises with each person."""
    return (person.number,)


def judgement_key(judgement: Judgement) -> Key:
    """The number, which rises with each decision."""
    return (judgement.number,)


def utterance_key(said: Utterance) -> Key:
    """The last day it can have been said on, then the number."""
    return _day(said.said_on.latest if said.said_on else None), int(said.id)


def point_key(point: Point) -> Key:
    """The day it is of, the day it was published, then the figure."""
    return _day(point.day), _day(point.published), point.id


def forecast_key(foretold: Foretelling) -> Key:
    """The day it is due, the day its window begins, then the claim."""
    begins = foretold.window.earliest if foretold.window else None
    return _day(foretold.due), _day(begins), foretold.id


def contradiction_key(found: Contradiction) -> Key:
    """The kind, the days of both positions, then their claims."""
    kind = list(ContradictionKind).index(found.kind)
    days = (it.day or datetime.date.min for it in (found.one, found.other))
    return kind, *map(_day, days), found.one.id, found.other.id


def moment_key(moment: Moment) -> Key:
    """The days and the report, as a timeline has them; the words in short, for they may be many."""
    first, last, kind, report, *words = moment.order
    told = repr((words, moment.time_words, moment.days.anchor))
    return (
        _day(first),
        _day(last),
        kind,
        report,
        sha256(told.encode("utf-8", "replace")).hexdigest(),
    )


def _day(day: datetime.date | None) -> str:
    """A day as letters that come in the order of days; none is after all."""
    return (day or datetime.date.max).isoformat()
