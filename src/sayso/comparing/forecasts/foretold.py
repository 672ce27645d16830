"""The forecasts of one report."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass

from sayso.comparing.days import as_day, days_said
from sayso.comparing.positions.claimed import Claimed, claimed
from sayso.records import (
    Claim,
    Foretelling,
    Interval,
    KeptReading,
    Polarity,
    Role,
    Span,
    Stance,
    Statement,
    Timex,
)

__all__ = ["Foretold", "read_foretold"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretold:
    """A forecast with the words by which what is said of it later is known."""

    forecast: Foretelling
    claimed: Claimed

    @property
    def key(self) -> tuple[object, ...]:
        """What is the same where another report gives the same speaker the same forecast."""
        window = self.forecast.window
        days = (window.earliest, window.latest) if window else None
        stance = (self.claimed.position.who, self.forecast.polarity, self.forecast.condition)
        return (*stance, self.claimed.head, frozenset(self.claimed.weights), days)


def read_foretold(kept: KeptReading) -> Iterator[Foretold]:
    """The forecasts of a report that somebody in it makes, in order of its statements.

    Of two in one clause ("we expect that to happen") the one with a window stands for both.
    """
    said = days_said(kept.reading)
    times = {time.id: time for time in kept.reading.times}
    for statement in kept.statements:
        clauses: dict[Span, Foretold] = {}
        for claim in statement.claims if statement.speaker else ():
            if claim.forecast is None or claim.role is not Role.MAIN:
                continue
            known = claimed(kept, claim, (_stance(claim), statement, said.get(statement.id)))
            window = _ahead(times.get(claim.forecast.window or ""), known.position.day)
            made = _forecast(kept, (statement, claim, window), known)
            before = clauses.get(made.span)
            if before is None or (before.forecast.window is None and made.window is not None):
                clauses[made.span] = Foretold(forecast=made, claimed=known)
        yield from clauses.values()


def _ahead(time: Timex | None, day: datetime.date | None) -> Timex | None:
    """The time, unless it is over when it is spoken of: then it is the day of speaking."""
    latest = as_day(time.latest) if time else None
    return None if latest and day and latest <= day else time


def _stance(claim: Claim) -> Stance:
    return Stance.YES if claim.polarity is Polarity.POSITIVE else Stance.NO


def _forecast(
    kept: KeptReading, what: tuple[Statement, Claim, Timex | None], known: Claimed
) -> Foretelling:
    statement, claim, window = what
    text, position = kept.reading.report.text, known.position
    condition = " … ".join(" ".join(span.of(text).split()) for span in claim.condition)
    return Foretelling(
        id=claim.id,
        words=position.words,
        span=position.span,
        passage=position.passage,
        polarity=claim.polarity,
        certainty=claim.certainty,
        condition=condition or None,
        window=_interval(window),
        window_words=window.span.of(text) if window else None,
        speaker=position.speaker,
        person=position.person,
        said_on=position.said_on,
        published=position.published,
        outlet=position.outlet,
        statement=statement.id,
        report=position.report,
        address=position.address,
    )


def _interval(time: Timex | None) -> Interval | None:
    if time is None or not (time.earliest or time.latest):
        return None
    return Interval(
        earliest=as_day(time.earliest), latest=as_day(time.latest), anchor=time.anchor or time.id
    )
