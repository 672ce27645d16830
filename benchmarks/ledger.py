"""How fast a ledger of a million statements takes them in, and finds them, and how big it is.

`python -m benchmarks.ledger [STATEMENTS [FILE]]`; the words are made up, as frequent as in English.
"""

import datetime
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from pathlib import Path

from sayso.collecting import uncollected
from sayso.ledger import (
    Bound,
    Ledger,
    Order,
    Prepared,
    Read,
    Search,
    foresee,
    keep,
    keep_new,
    prepare,
)
from sayso.pipeline.ahead import Ahead
from sayso.records import (
    Certainty,
    Claim,
    Identity,
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

__all__ = ["fill", "main"]

_PER_REPORT = 10
_PER_BATCH = 2_000  # reports, as `sayso import` keeps them
_WORDS, _SAID = 60_000, 28
_COMMON = 100  # the rank of a word that two or three statements of a hundred have
_OUTLETS = [f"Outlet {name}" for name in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
_COUNTED = ["troops", "tonnes of grain", "votes", "homes", "casualties", "jobs"]
_BEGIN = datetime.date(2015, 1, 1)
_NOW = datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)


class _Made:
    """Reports of made-up words."""

    def __init__(self) -> None:
        self.chance = random.Random(3)
        letters = "etaoinshrdlucmfwypvbgk"
        self.words = [
            "".join(self.chance.choices(letters, k=self.chance.randint(3, 10)))
            for _ in range(_WORDS)
        ]
        weights = [1 / (rank + 2) for rank in range(_WORDS)]
        self.text = self.chance.choices(self.words, weights, k=1_000_000)
        self.people = [
            f"{first.title()} {last.title()}"
            for first, last in zip(self.words[100:3100], self.words[4000:7000], strict=True)
        ]

    def arrivals(self, count: int, *, first: int = 0) -> Iterator[tuple[Item, Read]]:
        for number in range(first, first + count):
            reading = self._reading(number)
            item = Item(name=f"https://example.org/{number}", data=reading.report.text.encode())
            yield item, Read(reading=reading, reader="made", identify=_identify)

    def _reading(self, number: int) -> Reading:
        pieces, spans, at = [f"{number}. "], [], 0
        at = len(pieces[0])
        for _ in range(_PER_REPORT):
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
            outlet=self.chance.choice(_OUTLETS),
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


def _identify(person: Person, _: datetime.date | None) -> Identity:
    name = person.name.lower()
    return Identity(name=person.name, full=name, surname=name.split()[-1])


def main() -> None:
    """Build it, ask it, and print what was measured."""
    wanted = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as folder:
        path = Path(sys.argv[2] if len(sys.argv) > 2 else f"{folder}/made.db")
        made = _Made()
        with Ledger(str(path)) as ledger:
            if not path.exists() or path.stat().st_size < 1_000_000:
                _load(ledger, made, wanted)
        with Ledger(str(path)) as ledger:  # closed once, the file holds what was logged
            print(f"{path.stat().st_size / wanted:,.0f} bytes a statement")
            _add_one(ledger, made)
            _ask(ledger, made)


def fill(path: Path, statements: int) -> str:
    """A ledger of so many made-up statements in a new file; a word that some of them have."""
    made = _Made()
    with Ledger(str(path)) as ledger:
        _load(ledger, made, statements)
    return made.words[_COMMON]


@dataclass
class _Used:
    """Seconds that passed, that all threads computed, and that the one which writes did."""

    wall: float = 0.0
    computing: float = 0.0
    writing: float = 0.0

    @contextmanager
    def counted(self) -> Iterator[None]:
        started = time.perf_counter(), time.process_time(), time.thread_time()
        yield
        self.wall += time.perf_counter() - started[0]
        self.computing += time.process_time() - started[1]
        self.writing += time.thread_time() - started[2]


def _load(ledger: Ledger, made: _Made, wanted: int) -> None:
    """As `sayso import` keeps reports that it has parsed: some are written, the next made ready."""
    arrivals = made.arrivals(wanted // _PER_REPORT)
    given: list[tuple[Item, Read]] = []
    ready: list[Prepared] = []
    used = _Used()
    with Ahead(lambda: [prepare(*one) for one in given]) as ahead:
        while (given := list(islice(arrivals, _PER_BATCH))) or ready:
            with used.counted(), uncollected():
                ready = _keep(ledger, ready, ahead)
    with used.counted():
        ledger.shrink()
    print(
        f"{wanted:,} statements in {used.wall:,.1f} s, {used.computing:,.1f} s of it computing, "
        f"{used.writing:,.1f} s in the thread that writes: {wanted / used.wall:,.0f} a second, "
        f"{wanted / used.computing:,.0f} a second of computing, "
        f"{wanted / used.writing:,.0f} of that thread's"
    )


def _keep(
    ledger: Ledger, ready: Sequence[Prepared], ahead: Ahead[list[Prepared]]
) -> list[Prepared]:
    """Keep what is ready; what is ready next."""
    with ledger.batch(now=_NOW, maker="benchmark") as batch:
        foresee(batch, ready)
        for one in ready:
            keep_new(batch, one)
        ahead.begin()
    return ahead.take()


def _add_one(ledger: Ledger, made: _Made) -> None:
    times = []
    for item, read in islice(made.arrivals(20, first=time.time_ns()), 20):
        started = time.process_time()
        with ledger.batch(now=_NOW, maker="benchmark") as batch:
            keep(batch, item, read)
        times.append(time.process_time() - started)
    print(f"one report more: {statistics.median(times) * 1000:,.1f} ms of computing")


def _ask(ledger: Ledger, made: _Made) -> None:
    chance = random.Random(5)
    ranks = [0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000]
    searches = [Search(words=made.words[rank + shift]) for rank in ranks for shift in range(9)]
    for _ in range(60):
        a, b = (made.words[min(int(chance.paretovariate(0.4)), _WORDS - 1)] for _ in "ab")
        searches += [
            Search(words=f"{a} {b}"),
            Search(words=f"{a} NOT {b}"),
            Search(words=f'"{a} {b}"'),
            Search(words=a, outlet=chance.choice(_OUTLETS), mode=Mode.DIRECT),
            Search(words=a, speaker=chance.choice(made.people)),
            Search(words=a, published=(datetime.date(2020, 1, 1), datetime.date(2020, 3, 1))),
            Search(words=a, order=Order.OLD),
            Search(quantity=Bound(counted="troops", relation=">", figure=Decimal(15_000)), words=a),
        ]
    shown, counted = [], []
    for search in searches:
        started, used = time.perf_counter(), time.process_time()
        list(ledger.find(search, limit=20))
        shown.append((time.process_time() - used, time.perf_counter() - started, search))
        used = time.process_time()
        ledger.count(search)
        counted.append(time.process_time() - used)
    _tell("first 20, computing", [one[0] for one in shown])
    _tell("first 20, on the clock", [one[1] for one in shown])
    _tell("counting, computing", counted)
    for slow in sorted(shown, key=lambda one: -one[0])[:3]:
        print(f"slowest: {slow[0] * 1000:,.0f} ms {slow[2]}")


def _tell(what: str, times: list[float]) -> None:
    quantiles = statistics.quantiles(times, n=100)
    print(
        f"{what}: median {quantiles[49] * 1000:,.1f} ms, 95th percentile "
        f"{quantiles[94] * 1000:,.1f} ms, {len(times)} searches"
    )


if __name__ == "__main__":
    main()
