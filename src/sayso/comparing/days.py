"""On which day something was said, as far as a report tells."""

import datetime
from collections.abc import Sequence

from sayso.comparing.sentences import sentence_at
from sayso.records import Interval, Reading, Span, Statement, Timex, begun_in

__all__ = ["as_day", "days_said"]


def days_said(reading: Reading) -> dict[str, Interval]:
    """For each statement, by its id, the day of saying; a statement of an unknown day is not there.

    It is the one that was read; else the day named beside the saying ("said on Thursday"); else
    the only such day of the same speaker in this report.
    """
    own: dict[str, Interval] = {}
    for statement in reading.statements:
        day = statement.said_on or _beside(statement, reading)
        if day is not None:
            own[statement.id] = day
    of_speaker: dict[str, set[Interval]] = {}
    for statement in reading.statements:
        if statement.id in own and statement.speaker:
            of_speaker.setdefault(statement.speaker, set()).add(own[statement.id])
    for statement in reading.statements:
        days = of_speaker.get(statement.speaker or "", set())
        if len(days) == 1:
            own.setdefault(statement.id, *days)
    return own


def as_day(moment: datetime.date | None) -> datetime.date | None:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def _beside(statement: Statement, reading: Reading) -> Interval | None:
    """The one day that the sentence of the cue names outside what is said."""
    if not statement.cue:
        return None
    sentence = sentence_at(reading.report.text, statement.cue[0].start)
    named = [
        time for time in begun_in(reading.times, sentence) if not _covered(time, statement.content)
    ]
    days = {(day, time.id) for time in named if (day := _one_day(time)) is not None}
    if len({day for day, _ in days}) != 1:
        return None
    day, anchor = min(days)
    return Interval(earliest=day, latest=day, anchor=anchor)


def _covered(time: Timex, content: Sequence[Span]) -> bool:
    return any(piece.covers(time.span) for piece in content)


def _one_day(time: Timex) -> datetime.date | None:
    earliest, latest = as_day(time.earliest), as_day(time.latest)
    return earliest if earliest == latest and time.type in {"DATE", "TIME"} else None
