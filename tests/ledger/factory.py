"""Readings for tests of the ledger, built by hand; towns, ministers and outlets are invented."""

import datetime
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sayso.ledger import Kept, Ledger, Read, keep
from sayso.records import (
    Certainty,
    Claim,
    Forecast,
    Identity,
    Interval,
    Item,
    Mode,
    Person,
    Place,
    Polarity,
    Quantity,
    Quotation,
    Reading,
    Relation,
    Report,
    Span,
    Statement,
    Tense,
    Timex,
    mention_id,
    text_id,
)

NOW = datetime.datetime(2024, 11, 5, 12, 30, tzinfo=datetime.UTC)
DAY = datetime.date(2024, 11, 1)
TEXT = (
    'Minister Ilse Varga said that some 4,200 dockers would strike on Friday in Port Ness: "Soon."'
)


def reading(
    text: str = TEXT,
    *,
    outlet: str | None = "The Harbour Ledger",
    url: str | None = None,
    published: datetime.date | None = DAY,
    speaker: str = "Ilse Varga",
) -> Reading:
    """One statement over all words after "said", with a figure where the text has a number."""
    report = Report(
        id=text_id(text), text=text, title="Strike", outlet=outlet, url=url, published=published
    )
    cue = Span(text.index("said"), text.index("said") + 4)
    content = Span(cue.end + 1, len(text))
    name = mention_id(report.id, "s", cue, content)
    head = Span(content.start, content.start + 4)
    claim = Claim(
        id=mention_id(report.id, "c", head),
        head=head,
        polarity=Polarity.POSITIVE,
        certainty=Certainty.ASSERTED,
        tense=Tense.FUTURE,
        condition=(Span(0, 2),),
        forecast=Forecast(window=mention_id(report.id, "t", head)),
    )
    statement = Statement(
        id=name,
        source=(Span(0, cue.start - 1),),
        cue=(cue,),
        content=(content,),
        mode=Mode.MIXED,
        speaker="p1",
        said_on=Interval(earliest=DAY, latest=DAY, anchor="publication"),
        confidence=0.5,
        claims=(claim,),
    )
    return Reading(
        report=report,
        statements=(statement,),
        own_claims=(replace(claim, id="own", forecast=None),),
        people=(Person(id="p1", name=speaker, office="Minister", mentions=(Span(0, 4),)),),
        quantities=_quantities(report, name),
        times=(
            Timex(
                id=mention_id(report.id, "t", head),
                span=head,
                type="DATE",
                earliest=datetime.datetime(2024, 11, 1, 9, tzinfo=datetime.UTC),
                latest=DAY,
            ),
        ),
        places=(Place(id="x9", span=head, name="Port Ness", latitude=1.25),),
        quotations=(Quotation(spans=(Span(0, 2), Span(4, 5)), closed=False, statement=name),),
    )


def _quantities(report: Report, statement: str) -> tuple[Quantity, ...]:
    at = report.text.find("4,200")
    if at < 0:
        return ()
    return (
        Quantity(
            id=mention_id(report.id, "q", Span(at, at + 5)),
            span=Span(at, at + 5),
            value=Decimal(4200),
            relation=Relation.APPROX,
            counted="dockers",
            statement=statement,
        ),
    )


def identify(person: Person, _: datetime.date | None) -> Identity:
    """People are told apart by their whole name; one without a first name by nothing."""
    parts = person.name.lower().split()
    full = " ".join(parts) if len(parts) > 1 else None
    return Identity(name=person.name if full else None, full=full, surname=parts[-1])


def add(ledger: Ledger, *readings: Reading, name: str = "") -> list[Kept]:
    """Add readings in one batch, each as if found in a file; what became of each."""
    with ledger.batch(now=NOW, maker="test") as batch:
        return [
            keep(batch, _item(one, name or f"file {number}"), read_by(one))
            for number, one in enumerate(readings)
        ]


def read_by(one: Reading, reader: str = "test 1") -> Read:
    """The reading as some reader's."""
    return Read(reading=one, reader=reader, identify=identify)


def words_of(ledger: Ledger, sql: str) -> Sequence[object]:
    """The first column of what a query of ours gives."""
    with ledger.seen() as connection:
        return [row[0] for row in connection.exec_driver_sql(sql)]


def _item(one: Reading, name: str) -> Item:
    return Item(name=name, data=one.report.text.encode())
