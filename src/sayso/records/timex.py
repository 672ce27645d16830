"""Times as words, as TIMEX3 and as intervals."""

import datetime
from dataclasses import dataclass

from sayso.records.text import Span

__all__ = ["Interval", "Timex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """From the earliest to the latest day it can have been; open (None) where nothing bounds it.

    `anchor` says what the days hang on: `publication`, `utterance` or the id of a time.
    """

    earliest: datetime.date | None = None
    latest: datetime.date | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A time mentioned in a report; `type`, `value` and `mod` are TIMEX3 (Pustejovsky et al. 2003).

    `type` is DATE, TIME, DURATION or SET.
    """

    id: str
    span: Span
    type: str
    value: str | None = None
    mod: str | None = None
    earliest: datetime.datetime | datetime.date | None = None
    latest: datetime.datetime | datetime.date | None = None
    anchor: str | None = None
