"""What is worth telling of what came into a ledger: watched people, departures, due forecasts."""

import datetime
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from sqlalchemy import Connection

from sayso.comparing.forecasts import find_forecasts
from sayso.ledger import (
    Bookmark,
    Ledger,
    arrived,
    departures,
    gather_only,
    judgements_in,
    last_arrivals,
    load_reading,
    names_in,
    readings_due,
    version_before,
)
from sayso.pipeline.maker import Clock
from sayso.pipeline.relating import relate
from sayso.records import (
    Foretelling,
    JudgementKind,
    KeptReading,
    Notice,
    NoticeKind,
    Reading,
    Severity,
    Statement,
)

__all__ = ["Wanted", "beginning", "notices"]

_AT_ONCE = 64  # readings or departures that are told of together: memory stays bounded
_GRAVITY = (Severity.NONE, Severity.DEPARTURE, Severity.SEVERE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be told.

    Statements of people of these names or numbers, departures that are `drift` or graver (None for
    none), and with `forecasts` those that fall due.
    """

    people: tuple[str, ...] = ()
    drift: Severity | None = Severity.SEVERE
    forecasts: bool = True


def beginning(ledger: Ledger, *, today: datetime.date) -> Bookmark:
    """From here on: what is in the ledger is not told, but what falls due today is."""
    with ledger.seen() as connection:
        reading, rendering = last_arrivals(connection)
    due = today - datetime.timedelta(days=1)
    return Bookmark(reading=reading, rendering=rendering, due=due)


def notices(
    ledger: Ledger, since: Bookmark, wanted: Wanted, *, clock: Clock
) -> Iterator[tuple[list[Notice], Bookmark]]:
    """What is to be told since a bookmark, some at a time, each time with the bookmark after it.

    In the order in which it came: statements, then departures, then what is due.
    """
    relate(ledger, clock=clock)
    today = clock().date()
    for step in (partial(_statements, today=today), _departures, partial(_due, today=today)):
        while True:
            with ledger.seen() as connection:  # not held while somebody is told
                found, after = step(connection, since, wanted)
            if after == since:
                break
            yield found, after
            since = after


def _statements(
    connection: Connection, since: Bookmark, wanted: Wanted, *, today: datetime.date
) -> tuple[list[Notice], Bookmark]:
    """What watched people say in the next readings, and what they foretell for this very day."""
    readings = arrived(connection, after=since.reading, limit=_AT_ONCE)
    found = [*_watched(connection, readings, wanted)] if wanted.people else []
    if wanted.forecasts and since.due == today:
        due = readings_due(connection, since=today, until=today, after=since.reading)
        found += _fallen_due(connection, due.intersection(readings), (today, today))
    return found, replace(since, reading=max([since.reading, *readings]))


def _departures(
    connection: Connection, since: Bookmark, wanted: Wanted
) -> tuple[list[Notice], Bookmark]:
    """The next departures that are grave enough."""
    found, last = departures(connection, after=since.rendering, limit=_AT_ONCE)
    grave = [it for it in found if _is_grave(it, wanted)]
    return grave, replace(since, rendering=last or since.rendering)


def _due(
    connection: Connection, since: Bookmark, wanted: Wanted, *, today: datetime.date
) -> tuple[list[Notice], Bookmark]:
    """The forecasts that fell due since the last day on which that was told."""
    if since.due >= today:
        return [], since
    first = since.due + datetime.timedelta(days=1)
    readings = readings_due(connection, since=first, until=today) if wanted.forecasts else set()
    return [*_fallen_due(connection, readings, (first, today))], replace(since, due=today)


def _is_grave(notice: Notice, wanted: Wanted) -> bool:
    if notice.verdict is None or wanted.drift is None:
        return False
    return _GRAVITY.index(notice.verdict.severity) >= _GRAVITY.index(wanted.drift)


def _watched(connection: Connection, readings: Sequence[int], wanted: Wanted) -> Iterator[Notice]:
    """What watched people say in these readings and did not in the text before."""
    for number, kept in gather_only(connection, readings, names=names_in(connection)):
        said = [it for it in kept.statements if _is_watched(kept, it, wanted)]
        before = version_before(connection, number) if said else None
        known = _told(load_reading(connection, before)) if before else set()
        notices = (_statement(kept, statement) for statement in said)
        yield from (notice for notice in notices if notice.words not in known)


def _is_watched(kept: KeptReading, statement: Statement, wanted: Wanted) -> bool:
    person = kept.reading.person(statement.speaker)
    if person is None or statement.speaker is None:
        return False
    number = str(kept.numbers.get(statement.speaker, ""))
    words = set((person.name or "").casefold().split())
    return any(it == number or {*it.casefold().split()} <= words for it in wanted.people)


def _told(reading: Reading) -> set[str]:
    return {_words(reading, it) for it in reading.statements}


def _words(reading: Reading, statement: Statement) -> str:
    pieces = (span.of(reading.report.text) for span in statement.content)
    return " … ".join(" ".join(piece.split()) for piece in pieces)


def _statement(kept: KeptReading, statement: Statement) -> Notice:
    reading = kept.reading
    person = reading.person(statement.speaker)
    return Notice(
        id=statement.id,
        kind=NoticeKind.STATEMENT,
        speaker=person.name if person else None,
        words=_words(reading, statement),
        statement=statement.id,
        address=kept.address,
        title=reading.report.title,
        outlet=reading.report.outlet,
        published=reading.report.published,
    )


def _fallen_due(
    connection: Connection, readings: Collection[int], days: tuple[datetime.date, datetime.date]
) -> Iterator[Notice]:
    """The forecasts of these readings that are due within the days, and of which nobody decided."""
    judgements = judgements_in(connection).values() if readings else ()
    gathered = gather_only(connection, readings, names=names_in(connection))
    board = find_forecasts(
        (kept for _, kept in gathered),
        judgements=[it for it in judgements if it.kind is JudgementKind.FORECAST],
        due=days[1],
    )
    for forecast in board.forecasts:
        if forecast.outcome is None and forecast.due and days[0] <= forecast.due:
            yield _forecast(forecast)


def _forecast(forecast: Foretelling) -> Notice:
    return Notice(
        id=f"{forecast.id}.due",
        kind=NoticeKind.FORECAST,
        speaker=forecast.speaker,
        words=forecast.words,
        statement=forecast.statement,
        address=forecast.address,
        outlet=forecast.outlet,
        published=forecast.published,
        due=forecast.due,
    )
