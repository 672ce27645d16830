"""What happened, was said and was published, in order."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from sayso.records.timex import Interval

__all__ = ["Moment", "MomentKind"]


class MomentKind(StrEnum):
    """What a moment is of: what is told of, the telling, or a report's publication."""

    HAPPENED = "happened"
    SAID = "said"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """One entry of a timeline, with its days from the earliest to the latest.

    `words` are what happens then as it is said, what is said, or the report's title; `time_words`
    is the time as the report has it, None where the report's own day is meant.
    """

    kind: MomentKind
    days: Interval
    words: str
    time_words: str | None = None
    speaker: str | None = None
    person: int | None = None
    outlet: str | None = None
    statement: str | None = None
    report: str
    address: str

    @property
    def order(self) -> tuple[datetime.date, datetime.date, int, int, str, str, str]:
        """By the first day, then the last; what happened before what is said of it.

        What was until a day comes before what was on it.
        """
        first = self.days.earliest or self.days.latest or datetime.date.max
        last = self.days.latest or datetime.date.max
        kind = list(MomentKind).index(self.kind)
        return (
            first,
            last,
            int(self.days.earliest is not None),
            kind,
            self.report,
            self.statement or "",
            self.words,
        )
