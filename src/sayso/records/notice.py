"""What whoever watches the news is told of."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from sayso.records.finding import Drift, Verdict

__all__ = ["Notice", "NoticeKind"]


class NoticeKind(StrEnum):
    """Somebody who is watched spoke, a report departs from others, or a forecast is due."""

    STATEMENT = "statement"
    DRIFT = "drift"
    FORECAST = "forecast"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One piece of news; `id` is the same however often it is told.

    `words` are those that were said, `statement` is the id of the statement, `address` where its
    report was published or found. Of a departure there are the verdict, its kinds, and `beside`,
    the words it was laid beside; of a forecast `due`, the last day of its window.
    """

    id: str
    kind: NoticeKind
    speaker: str | None
    words: str
    statement: str
    address: str
    title: str | None = None
    outlet: str | None = None
    published: datetime.date | None = None
    verdict: Verdict | None = None
    drift: tuple[Drift, ...] = ()
    beside: str | None = None
    due: datetime.date | None = None
