"""What is handed over to be checked, and who decides first."""

import datetime
from pathlib import Path

import pytest

from sayso import pipeline
from sayso.errors import BadRequestError, ConflictError, NotKeptError
from sayso.records import Item, Verdict

NOW = datetime.datetime(2026, 11, 22, 12, 0, tzinfo=datetime.UTC)
DRAFT = Item(name="draft", data=b'Mayor Tom Brandt said: "We will not pay 80,000 dollars."\n')
RECORD = Item(name="record", data=b"MAYOR: We will not pay 8,000 dollars. Not now.\n")


@pytest.fixture
def ledger(tmp_path: Path) -> pipeline.Ledger:
    opened = pipeline.Ledger(str(tmp_path / "news.db"))
    list(pipeline.add_each(opened, [DRAFT], clock=lambda: NOW))
    list(pipeline.add_each(opened, [RECORD], clock=lambda: NOW, record=True))
    return opened


def test_a_draft_is_compared_with_what_is_given_and_with_what_is_kept(
    ledger: pipeline.Ledger,
) -> None:
    (record,) = pipeline.records(ledger)
    given = pipeline.check_draft([DRAFT], [RECORD], ledger=ledger)
    kept = pipeline.check_draft([DRAFT], [], ledger=ledger, kept=[record.id])
    (_, shelved), *_ = pipeline.newest_reports(ledger)
    both = pipeline.check_kept(ledger, shelved.report, record.id)
    for found in (given, kept, both):
        assert Verdict.ALTERED_MEANING in {one.verdict for one in found.findings}
    assert [one.text for one in kept.records] == [one.text for one in given.records]


def test_without_a_record_a_draft_is_compared_with_itself(ledger: pipeline.Ledger) -> None:
    assert pipeline.check_draft([DRAFT], [], ledger=ledger).records == ()


@pytest.mark.parametrize("drafts", [[], [DRAFT, RECORD]], ids=["none", "two"])
def test_one_draft_is_checked_at_a_time(ledger: pipeline.Ledger, drafts: list[Item]) -> None:
    with pytest.raises(BadRequestError, match="one draft"):
        pipeline.check_draft(drafts, [], ledger=ledger)


def test_a_record_that_is_not_kept_is_said(ledger: pipeline.Ledger) -> None:
    (_, shelved), *_ = pipeline.newest_reports(ledger)
    with pytest.raises(NotKeptError, match="No record"):
        pipeline.check_kept(ledger, shelved.report, "0" * 16)


def test_who_decides_second_is_shown_the_first_and_may_go_on(ledger: pipeline.Ledger) -> None:
    (statement,) = (one.id for one in ledger.find(pipeline.search_of({})))
    ana, bo = (pipeline.Decider(name=name, now=NOW, seen=0) for name in ("ana", "bo"))
    first = pipeline.judge(ledger, statement, ["speaker=Ilse Varga"], by=ana)
    with pytest.raises(ConflictError, match="ana corrected this .*Ilse Varga"):
        pipeline.judge(ledger, statement, ["speaker=Nils Okafor"], by=bo)
    looked = pipeline.Decider(name="bo", now=NOW, seen=first)
    assert pipeline.judge(ledger, statement, ["speaker=Nils Okafor"], by=looked) == first + 1
    with pytest.raises(ConflictError, match="bo corrected"):
        pipeline.judge(ledger, statement, ["speaker=Tom Brandt"], by=ana)


def test_what_was_taken_back_stands_in_nobodys_way(ledger: pipeline.Ledger) -> None:
    (statement,) = (one.id for one in ledger.find(pipeline.search_of({})))
    ana = pipeline.Decider(name="ana", now=NOW, seen=0)
    pipeline.undo(ledger, pipeline.judge(ledger, statement, ["speaker=X"], by=ana), by=ana)
    assert pipeline.judge(ledger, statement, ["speaker=Y"], by=ana) == 3


def test_records_of_the_day_of_a_report_come_first(ledger: pipeline.Ledger) -> None:
    days = ("2024-10-29", "2023-01-01", "2024-11-02")
    told = [f"Title: {day}\nDate: {day}\n\nMAYOR: It is {day}.\n".encode() for day in days]
    items = [Item(name=f"{at}", data=data) for at, data in enumerate(told)]
    list(pipeline.add_each(ledger, items, clock=lambda: NOW, record=True))
    assert [one.title for one in pipeline.records(ledger)] == [*reversed(days), None]
    near = pipeline.records(ledger, near=datetime.date(2024, 10, 31))
    assert [one.title for one in near] == ["2024-11-02", "2024-10-29", "2023-01-01", None]
