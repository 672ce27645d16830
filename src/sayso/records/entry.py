"""A statement with what a reader wants to see of its report."""

import datetime
from dataclasses import dataclass

from sayso.records.statement import Kind, Mode
from sayso.records.text import Spans
from sayso.records.timex import Interval

__all__ = ["Blank", "Entry", "Failure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement of the ledger in words.

    `words` is what was said, pieces joined by ` … `; `marked` are the places in it that a search
    found. `person` is the number of the person across reports, `speaker` the name that person has
    there, or else the one that the report gives; `reading` is the number of the reading it is of.
    """

    id: str
    words: str
    marked: Spans = ()
    speaker: str | None = None
    person: int | None = None
    office: str | None = None
    affiliation: str | None = None
    mode: Mode
    kind: Kind | None = None
    said_on: Interval | None = None
    report: str
    address: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    content: Spans = ()
    reading: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A document that could not be added; `reason` is a sentence, `failed_at` in UTC."""

    name: str
    reason: str
    failed_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """A report of the ledger that does not give its outlet, or its day, and nobody has yet."""

    address: str
    title: str | None = None
    outlet: str | None = None
    published: datetime.date | None = None
