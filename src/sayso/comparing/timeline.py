"""The timeline of reports: what is told of, when it was told, when it was published."""

from collections.abc import Iterable, Iterator

from sayso.comparing.days import as_day, days_said
from sayso.comparing.positions.claimed import clause_at
from sayso.records import (
    Interval,
    KeptReading,
    Moment,
    MomentKind,
    Span,
    Statement,
    Timex,
    begun_in,
)

__all__ = ["find_timeline"]


def find_timeline(readings: Iterable[KeptReading]) -> tuple[Moment, ...]:
    """Every moment that the readings tell, in order of days; the order of reports is no matter.

    A time that nobody can date, such as "soon", is left out; a report of no day has no publication.
    """
    found = {moment for kept in readings for moment in _moments(kept)}
    return tuple(sorted(found, key=lambda it: it.order))


def _moments(kept: KeptReading) -> Iterator[Moment]:
    said = days_said(kept.reading)
    report = kept.reading.report
    if report.published is not None:
        day = Interval(earliest=report.published, latest=report.published, anchor="publication")
        yield _moment(kept, (MomentKind.PUBLISHED, day, report.title or kept.address), None)
    for statement in kept.statements:
        if statement.id in said:
            words = " … ".join(_line(span, report.text) for span in statement.content)
            yield _moment(kept, (MomentKind.SAID, said[statement.id], words), statement)
        yield from _happened(kept, statement)


def _happened(kept: KeptReading, statement: Statement) -> Iterator[Moment]:
    """What the statement says of times that can be dated, each with its clause."""
    text, times = kept.reading.report.text, kept.reading.times
    for piece in statement.content:
        for time in begun_in(times, piece):
            days = _days(time)
            if days is not None:
                clause = clause_at(text, time.span, statement.content)
                told = (MomentKind.HAPPENED, days, _line(clause, text))
                yield _moment(kept, told, statement, time_words=_line(time.span, text))


def _days(time: Timex) -> Interval | None:
    earliest, latest = as_day(time.earliest), as_day(time.latest)
    if (earliest is None and latest is None) or time.type not in {"DATE", "TIME"}:
        return None
    return Interval(earliest=earliest, latest=latest, anchor=time.anchor or time.id)


def _moment(
    kept: KeptReading,
    what: tuple[MomentKind, Interval, str],
    statement: Statement | None,
    *,
    time_words: str | None = None,
) -> Moment:
    kind, days, words = what
    report = kept.reading.report
    speaker = kept.reading.person(statement.speaker) if statement else None
    return Moment(
        kind=kind,
        days=days,
        words=words,
        time_words=time_words,
        speaker=speaker.name if speaker else None,
        person=kept.numbers.get(speaker.id) if speaker else None,
        outlet=report.outlet,
        statement=statement.id if statement else None,
        report=report.id,
        address=kept.address,
    )


def _line(span: Span, text: str) -> str:
    return " ".join(span.of(text).split())
