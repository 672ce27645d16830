"""Readings of one statement, built by hand, for what compares many; all in them is invented."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

from sayso.records import (
    Certainty,
    Claim,
    Forecast,
    Interval,
    KeptReading,
    Mode,
    Person,
    Polarity,
    Quantity,
    Reading,
    Report,
    Span,
    Statement,
    Tense,
    Timex,
    mention_id,
    text_id,
)

DAY = datetime.date(2024, 11, 1)


def day(number: int) -> datetime.date:
    """So many days after the first."""
    return DAY + datetime.timedelta(days=number)


def kept(
    words: str,
    *,
    head: str = "",
    speaker: str = "Ilse Varga",
    said: datetime.date | None = DAY,
    outlet: str | None = "The Harbour Ledger",
    **told: object,
) -> KeptReading:
    """A report in which a speaker says `words`; `head` is the head of what is claimed.

    `told` are fields of the claim.
    """
    text = f"{words} {speaker} said."
    report = Report(id=text_id(f"{text}{outlet}{said}"), text=text, outlet=outlet, published=said)
    content, cue = Span(0, len(words)), Span(len(text) - 5, len(text) - 1)
    statement = Statement(
        id=mention_id(report.id, "s", cue, content),
        source=(),
        cue=(cue,),
        content=(content,),
        mode=Mode.INDIRECT,
        speaker="p1",
        said_on=Interval(earliest=said, latest=said) if said else None,
        claims=_claims(report, head, told),
    )
    return KeptReading(
        reading=Reading(
            report=report, statements=(statement,), people=(Person(id="p1", name=speaker),)
        ),
        address=f"https://example.org/{report.id}",
    )


def counting(one: KeptReading, figure: str, quantity: Quantity) -> KeptReading:
    """The same report with a figure read where it says `figure`."""
    at = one.reading.report.text.index(figure)
    span = Span(at, at + len(figure))
    read = replace(
        quantity,
        id=mention_id(one.reading.report.id, "q", span),
        span=span,
        statement=one.reading.statements[0].id,
    )
    return replace(one, reading=replace(one.reading, quantities=(*one.reading.quantities, read)))


def foretelling(one: KeptReading, window: str, days: Sequence[datetime.date | None]) -> KeptReading:
    """The same report with its claim a forecast for the time that it calls `window`."""
    report = one.reading.report
    at = report.text.index(window)
    time = Timex(
        id=mention_id(report.id, "t", Span(at, at + len(window))),
        span=Span(at, at + len(window)),
        type="DATE",
        earliest=days[0],
        latest=days[1],
    )
    statement = one.reading.statements[0]
    claims = tuple(
        replace(it, forecast=Forecast(window=time.id), tense=Tense.FUTURE)
        for it in statement.claims
    )
    return replace(
        one,
        reading=replace(
            one.reading, times=(time,), statements=(replace(statement, claims=claims),)
        ),
    )


def _claims(report: Report, head: str, told: dict[str, object]) -> tuple[Claim, ...]:
    if not head:
        return ()
    at = report.text.index(head)
    span = Span(at, at + len(head))
    plain = Claim(
        id=mention_id(report.id, "c", span),
        head=span,
        polarity=Polarity.POSITIVE,
        certainty=Certainty.ASSERTED,
        tense=Tense.PAST,
    )
    fields: dict[str, object] = told
    return (replace(plain, **fields),)  # type: ignore[arg-type]
