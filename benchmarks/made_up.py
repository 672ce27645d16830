"""Reports that are made up, ten statements each; the words are as frequent as in English."""

import datetime
import random
from collections.abc import Iterator
from decimal import Decimal

from sayso.records import (
    Certainty,
    Claim,
    Holding,
    Item,
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

__all__ = ["OUTLETS", "PER_REPORT", "WORDS", "MadeUp"]

PER_REPORT = 10
"""Statements of a report."""
WORDS = 60_000
"""Words that there are."""
OUTLETS = [f"Outlet {name}" for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
"""Who publishes them."""
_SAID = 28  # words
_COUNTED = ["troops", "tonnes of grain", "votes", "homes", "casualties", "jobs"]
_BEGIN = datetime.date(2015, 1, 1)


class MadeUp:
    """Reports of made-up words."""

    def __init__(self) -> None:
        self.chance = random.Random(3)
        letters = "etaoinshrdlucmfwypvbgk"
        self.words = [
            "".join(self.chance.choices(letters, k=self.chance.randint(3, 10)))
            for _ in range(WORDS)
        ]
        weights = [1 / (rank + 2) for rank in range(WORDS)]
        self.text = self.chance.choices(self.words, weights, k=1_000_000)
        self.people = [
            f"{first.title()} {last.title()}"
            for first, last in zip(self.words[100:3100], self.words[4000:7000], strict=True)
        ]

    def reports(self, count: int, *, first: int = 0) -> Iterator[Holding]:
        """So many reports, as a ledger would hold them."""
        for number in range(first, first + count):
            reading = self._reading(number)
            yield Holding(
                reading=reading,
                item=Item(name=f"https://example.org/{number}", data=reading.report.text.encode()),
                reader="made",
                known={one.id: one.name for one in reading.people},
            )

    def _reading(self, number: int) -> Reading:
        pieces, spans, at = [f"{number}. "], [], 0
        at = len(pieces[0])
        for _ in range(PER_REPORT):
            start = self.chance.randrange(len(self.text) - _SAID)
            words = " ".join(self.text[start : start + _SAID])
            spans.append(Span(at + 12, at + 12 + len(words)))
            pieces.append(f"Doe said so {words}. ")
            at += 12 + len(words) + 2
        text = "".join(pieces)
        report = Report(
            id=text_id(text),
            text=text,
            title=text[:40],
            outlet=self.chance.choice(OUTLETS),
            url=f"https://example.org/{number}",
            published=_BEGIN + datetime.timedelta(days=self.chance.randrange(4000)),
            language="en",
        )
        people = tuple(
            Person(
                id=f"p{k}",
                name=self.chance.choice(self.people),
                office="Minister",
                affiliation="Ruritania",
                mentions=(spans[k],),
            )
            for k in (1, 2, 3)
        )
        statements = tuple(self._statement(report.id, span, at) for at, span in enumerate(spans))
        return Reading(
            report=report,
            statements=statements,
            people=people,
            quantities=tuple(self._quantity(report.id, one) for one in statements[::2]),
            times=tuple(self._time(report.id, span) for span in spans[:8]),
        )

    def _statement(self, report: str, span: Span, at: int) -> Statement:
        cue = Span(span.start - 8, span.start - 4)
        head = Span(span.start, span.start + 5)
        claim = Claim(
            id=mention_id(report, "c", head),
            head=head,
            polarity=Polarity.POSITIVE,
            certainty=Certainty.ASSERTED if at % 3 else Certainty.POSSIBLE,
            tense=Tense.PAST,
        )
        return Statement(
            id=mention_id(report, "s", cue, span),
            source=(Span(span.start - 12, span.start - 9),),
            cue=(cue,),
            content=(span,),
            mode=(Mode.DIRECT, Mode.INDIRECT, Mode.MIXED)[at % 3],
            speaker=f"p{1 + at % 3}",
            claims=(claim,),
        )

    def _quantity(self, report: str, statement: Statement) -> Quantity:
        span = Span(statement.content[0].start + 8, statement.content[0].start + 20)
        return Quantity(
            id=mention_id(report, "q", span),
            span=span,
            value=Decimal(self.chance.randrange(1, 20_000)),
            counted=self.chance.choice(_COUNTED),
            statement=statement.id,
        )

    def _time(self, report: str, span: Span) -> Timex:
        when = Span(span.start + 3, span.start + 9)
        day = _BEGIN + datetime.timedelta(days=self.chance.randrange(4000))
        return Timex(
            id=mention_id(report, "t", when),
            span=when,
            type="DATE",
            value=day.isoformat(),
            earliest=day,
            latest=day,
            anchor="publication",
        )
