"""One thing counted again and again: its figures over time."""

import datetime
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sayso.records.claim import Certainty
from sayso.records.quantity import Relation
from sayso.records.timex import Interval

__all__ = ["Contrast", "Overlap", "Point", "Scope", "Series"]


class Scope(StrEnum):
    """Whether a figure counts all there are, or some of them."""

    TOTAL = "total"
    PART = "part"


class Overlap(StrEnum):
    """How what two figures leave open lies to each other; tenfold where a nought was lost."""

    EQUAL = "equal"
    WITHIN = "within"
    OVERLAPS = "overlaps"
    DISJOINT = "disjoint"
    TENFOLD = "tenfold"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast:
    """Another figure of about the same day, by its id, and how this one lies to it."""

    other: str
    overlap: Overlap


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One figure of a series, as one report gives it.

    `low` and `high` bound it, both the value where it is flat or about; each is open (None) where
    the words leave it open. `counted` is what the report says is counted, `place` where, by name,
    and `within` what that lies in. `as_of` is the day it stands for, `said_on` the day it was said.
    `statement` is None where the report says it in its own words. `expected` is true of a figure
    that is foretold, `origin` is where it entered the news, where that is known. `id` is that of
    the quantity, `beside` are those of about the same day.
    """

    id: str
    words: str
    passage: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    relation: Relation
    counted: str
    unit: str | None = None
    per: str | None = None
    scope: Scope | None = None
    place: str | None = None
    within: tuple[str, ...] = ()
    certainty: Certainty | None = None
    expected: bool = False
    as_of: Interval | None = None
    said_on: Interval | None = None
    published: datetime.date | None = None
    speaker: str | None = None
    person: int | None = None
    outlet: str | None = None
    origin: str | None = None
    statement: str | None = None
    report: str
    address: str
    beside: tuple[Contrast, ...] = ()

    @property
    def day(self) -> datetime.date | None:
        """The last day it can stand for: that which it names, else that of speaking, else print.

        What holds "this month" holds until it is said, not until the month is over.
        """
        told = _last(self.said_on) or self.published
        named = _last(self.as_of)
        if self.as_of is None or named is None or told is None:
            return named or told
        begins = self.as_of.earliest or named
        return named if named <= told or begins > told else told


def _last(interval: Interval | None) -> datetime.date | None:
    return (interval.latest or interval.earliest) if interval else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The figures of one thing in order of their days; those of no day stand last.

    `names` are all the ways in which reports say what is counted.
    """

    thing: str
    names: tuple[str, ...]
    points: tuple[Point, ...]
