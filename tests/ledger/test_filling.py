"""The outlet and the day that a report does not give are filled in, for good, and undone."""

import datetime
from dataclasses import replace

from sayso.ledger import (
    Decision,
    Ledger,
    Search,
    blanks_in,
    current_readings,
    judge_report,
    judgements_in,
    load_reading,
    take_back,
)
from sayso.records import JudgementKind, Reading, Report
from tests.ledger.factory import DAY, NOW, TEXT, add, identify, reading

ADDRESS = "file 0"
BARE = reading(outlet=None, published=None)


def read_again(report: Report) -> Reading:
    """As a reader would: what hangs on the day is there now."""
    return replace(BARE, report=report, places=())


def fill(ledger: Ledger, **change: str) -> int:
    decision = Decision(kind=JudgementKind.FILL, made_by="ana", change=change)
    with ledger.batch(now=NOW, maker="test") as batch:
        return judge_report(batch, ADDRESS, decision, identify=identify, again=read_again)


def blanks(ledger: Ledger) -> list[tuple[str, str | None, datetime.date | None]]:
    with ledger.seen() as connection:
        return [(it.address, it.outlet, it.published) for it in blanks_in(connection)]


def now(ledger: Ledger) -> Reading:
    with ledger.seen() as connection:
        (number,) = current_readings(connection)
        return load_reading(connection, number)


def test_what_is_not_known_is_listed_until_it_is_filled_in(ledger: Ledger) -> None:
    add(ledger, BARE, reading(f"{TEXT} Again."))
    assert blanks(ledger) == [(ADDRESS, None, None)]
    fill(ledger, outlet="Tarnwick Post")
    assert blanks(ledger) == [(ADDRESS, "Tarnwick Post", None)]
    fill(ledger, published="2024-10-30")
    assert blanks(ledger) == []


def test_what_was_filled_in_is_found(ledger: Ledger) -> None:
    add(ledger, BARE)
    fill(ledger, outlet="Tarnwick Post", published="2024-10-30")
    day = datetime.date(2024, 10, 30)
    (entry,) = ledger.find(Search(outlet="tarnwick", published=(day, day)))
    assert (entry.outlet, entry.published) == ("Tarnwick Post", day)
    assert now(ledger).report == replace(BARE.report, outlet="Tarnwick Post", published=day)


def test_a_report_of_a_day_is_read_again(ledger: Ledger) -> None:
    add(ledger, BARE)
    fill(ledger, outlet="Tarnwick Post")
    assert now(ledger).places
    fill(ledger, published="2024-10-30")
    assert not now(ledger).places


def test_filling_in_is_undone(ledger: Ledger) -> None:
    add(ledger, BARE)
    number = fill(ledger, outlet="Tarnwick Post", published="2024-10-30")
    with ledger.batch(now=NOW, maker="test") as batch:
        take_back(batch, number, by=("ana", None), identify=identify, again=read_again)
    assert now(ledger) == BARE
    assert list(ledger.find(Search(outlet="tarnwick"))) == []
    with ledger.seen() as connection:
        assert [one.stands for one in judgements_in(connection).values()] == [False, True]
    assert all(unchanged for _, unchanged in ledger.verify())


def test_what_a_report_gives_itself_stays(ledger: Ledger) -> None:
    add(ledger, BARE)
    fill(ledger, outlet="Tarnwick Post", published="2024-10-30")
    add(ledger, reading(f"{TEXT} Corrected.", published=DAY, outlet=None))
    report = now(ledger).report
    assert (report.outlet, report.published) == ("Tarnwick Post", DAY)


def test_the_same_bytes_are_known_again(ledger: Ledger) -> None:
    add(ledger, BARE)
    fill(ledger, outlet="Tarnwick Post")
    assert add(ledger, BARE) == ["same"]
