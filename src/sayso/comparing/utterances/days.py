"""The day on which a statement's words were said, as far as its report tells."""

import datetime

from sayso.records import Interval, Reading, Span, Statement, Timex

__all__ = ["APART", "day_said", "may_be_one_day"]

# Characters round the source and the words of saying in which the day stands: "said on Thursday".
_NEAR = 80
# Reports of a press conference came up to two days after it in all that were looked at.
_LATEST = 3
APART = _LATEST + 1
"""Days by which the reports of one utterance may lie apart, at most."""


def day_said(reading: Reading, statement: Statement) -> Interval | None:
    """The day beside the words of saying, or that of the speaker's words before; None unknown.

    Where the report names none, the words were said within the days before it was published.
    """
    if statement.said_on is not None:
        return statement.said_on
    own = _day_beside(reading, statement)
    if own is None:
        return _before(reading.report.published)
    return Interval(earliest=own, latest=own, anchor="publication")


def may_be_one_day(one: Interval | None, other: Interval | None) -> bool:
    """Whether both can be the same day, give or take one for the time zones between them.

    >>> first, second = datetime.date(2024, 5, 2), datetime.date(2024, 5, 5)
    >>> may_be_one_day(Interval(earliest=first, latest=first), Interval(earliest=second))
    False
    """
    if one is None or other is None:
        return True
    return _ends_before(one, other) and _ends_before(other, one)


def _ends_before(one: Interval, other: Interval) -> bool:
    if one.earliest is None or other.latest is None:
        return True
    return one.earliest <= other.latest + datetime.timedelta(days=1)


def _before(published: datetime.date | None) -> Interval | None:
    if published is None:
        return None
    earliest = published - datetime.timedelta(days=_LATEST)
    return Interval(earliest=earliest, latest=published, anchor="publication")


def _day_beside(reading: Reading, statement: Statement) -> datetime.date | None:
    said = [*statement.source, *statement.cue]
    if not said:
        return None
    sentence = _around(reading.report.text, min(said), max(said))
    days = [
        (abs(time.span.start - said[0].end), day)
        for time in reading.times
        if sentence.covers(time.span)
        and not any(span.covers(time.span) for span in statement.content)
        and (day := _single_day(time)) is not None
        and _can_be_said(day, reading.report.published)
    ]
    return min(days)[1] if days else None


def _around(text: str, first: Span, last: Span) -> Span:
    """The attribution and what stands near it in the same paragraph."""
    start = max(text.rfind("\n", 0, first.start) + 1, first.start - _NEAR)
    end = text.find("\n", last.end)
    return Span(start, min(last.end + _NEAR, len(text) if end < 0 else end))


def _single_day(time: Timex) -> datetime.date | None:
    if time.type not in {"DATE", "TIME"} or time.earliest is None or time.latest is None:
        return None
    first, last = _date(time.earliest), _date(time.latest)
    return first if first == last else None


def _date(moment: datetime.date) -> datetime.date:
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def _can_be_said(day: datetime.date, published: datetime.date | None) -> bool:
    """What a report tells was not said after it, give or take the time zones."""
    return published is None or day <= published + datetime.timedelta(days=1)
