"""Reports as a ledger holds them, made by hand; towns, people and outlets are invented."""

import datetime
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from sayso.records import (
    Anchor,
    Entry,
    Held,
    Holding,
    Interval,
    Item,
    Judgement,
    JudgementKind,
    Mode,
    Person,
    PersonKind,
    Place,
    Quantity,
    Reading,
    Relation,
    Report,
    Span,
    Statement,
    Timex,
    mention_id,
    text_id,
)

DAY = datetime.date(2024, 11, 1)
FETCHED = datetime.datetime(2024, 11, 1, 18, 5, tzinfo=datetime.UTC)
TEXT = "Mayor Ilse Varga said that dozens of dockers, “some 4,200 in all”, had left Port Ness."
URL = "https://example.org/strike"


def holding(text: str = TEXT, **report: Any) -> Holding:
    """A report with one statement: all words after "said", with a figure, a time and two places."""
    told: dict[str, Any] = {"title": "Strike", "outlet": "Harbour Ledger", "url": URL}
    own = Report(id=text_id(text), text=text, **{**told, "published": DAY, **report})
    cue = Span(text.index("said"), text.index("said") + 4)
    content = Span(cue.end + 1, len(text))
    statement = Statement(
        id=mention_id(own.id, "s", cue, content),
        source=(Span(0, cue.start - 1),),
        cue=(cue,),
        content=(content,),
        mode=Mode.MIXED,
        speaker="p1",
        said_on=Interval(earliest=DAY, latest=DAY, anchor="publication"),
        confidence=0.5,
    )
    kind = PersonKind.PERSON
    reading = Reading(
        report=own,
        statements=(statement,),
        people=(Person(id="p1", name="Ilse Varga", office="Mayor", kind=kind),),
        quantities=tuple(_quantities(own, statement)),
        times=(_time(own, content),),
        places=(
            _place(own, content, name="Port Ness", latitude=58.5, longitude=-6.25),
            _place(own, content, name="Tarnwick", latitude=57.0, longitude=-5.5),
        ),
    )
    item = Item(name="strike.html", data=b"<p>" + text.encode(), fetched_at=FETCHED)
    return Holding(
        reading=reading,
        item=item,
        reader="test 1",
        added_at="2024-11-02T07:00:00+00:00",
        known={"p1": "Ilse Varga"},
        found=(held(own, statement),),
    )


def held(report: Report, statement: Statement, **changes: Any) -> Held:
    """The statement as a search finds it."""
    entry = Entry(
        id=statement.id,
        words=" … ".join(span.of(report.text) for span in statement.content),
        speaker="Ilse Varga",
        person=7,
        office="Mayor",
        mode=statement.mode,
        said_on=statement.said_on,
        report=report.id,
        address="strike.html",
        **{name: getattr(report, name) for name in ("title", "outlet", "url", "published")},
        content=statement.content,
        reading=1,
    )
    return Held(entry=replace(entry, **changes), statement=statement)


def with_reading(one: Holding, **changes: Any) -> Holding:
    """The holding with other mentions in its reading."""
    return replace(one, reading=replace(one.reading, **changes))


def with_statement(one: Holding, entry: Any = None, **changes: Any) -> Holding:
    """The holding with its statement changed, and what is shown of it."""
    statement = replace(one.reading.statements[0], **changes)
    shown = held(one.reading.report, statement, **(entry or {}))
    return replace(with_reading(one, statements=(statement,)), found=(shown,))


def judged(one: Holding, kind: JudgementKind, **change: Any) -> Holding:
    """The holding with a decision of Ana's about its statement."""
    statement = one.reading.statements[0]
    span = statement.content[0]
    anchor = Anchor(mention=statement.id, span=span, words=span.of(one.reading.report.text))
    decision = Judgement(
        number=1,
        kind=kind,
        made_by="ana",
        made_at="2024-11-03T09:00:00+00:00",
        reason="seen on the recording",
        anchor=anchor,
        change=change,
    )
    return replace(one, judgements=(*one.judgements, decision))


def _quantities(report: Report, statement: Statement) -> Iterable[Quantity]:
    for words, relation in (("dozens", Relation.VAGUE), ("some 4,200", Relation.APPROX)):
        at = report.text.find(words)
        if at >= 0:
            span = Span(at, at + len(words))
            yield Quantity(
                id=mention_id(report.id, "q", span),
                span=span,
                value=None if relation is Relation.VAGUE else Decimal(4200),
                low=Decimal(12) if relation is Relation.VAGUE else None,
                relation=relation,
                counted="dockers",
                statement=statement.id,
            )


def _time(report: Report, content: Span) -> Timex:
    return Timex(
        id=mention_id(report.id, "t", content),
        span=content,
        type="DATE",
        value="2024-11",
        earliest=DAY,
        latest=datetime.date(2024, 11, 30),
        anchor="publication",
    )


def _place(report: Report, span: Span, **told: Any) -> Place:
    return Place(id=mention_id(report.id, "p", span) + told["name"], span=span, **told)
