"""Reports go in once, come out as they were, and change by new versions only."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import DBAPIError

from sayso.errors import BadRequestError, LedgerError
from sayso.ledger import Kept, Ledger, Search, current_readings, current_text, load_reading
from sayso.records import Item, Reading, text_id
from tests.ledger.factory import TEXT, add, reading, words_of


def loaded(ledger: Ledger) -> list[Reading]:
    with ledger.seen() as connection:
        return [load_reading(connection, number) for number in current_readings(connection)]


def test_a_reading_comes_out_as_it_went_in(ledger: Ledger) -> None:
    one = reading()
    assert add(ledger, one) == [Kept.NEW]
    assert loaded(ledger) == [one]


def test_the_same_report_twice_adds_nothing(ledger: Ledger) -> None:
    one = reading()
    add(ledger, one)
    assert add(ledger, one) == [Kept.SAME]
    assert len(words_of(ledger, "select id from batch")) == 1


def test_the_same_report_twice_in_one_batch(ledger: Ledger) -> None:
    one = reading(url="https://example.org/a")
    assert add(ledger, one, one) == [Kept.NEW, Kept.SAME]


def test_a_changed_page_is_a_new_version(ledger: Ledger) -> None:
    before = reading(url="https://example.org/a")
    after = reading(TEXT.replace("4,200", "42,000"), url="https://example.org/a")
    add(ledger, before)
    assert add(ledger, after) == [Kept.VERSION]
    assert loaded(ledger) == [after]
    assert [entry.report for entry in ledger.find(Search(words="dockers"))] == [after.report.id]
    everything = Search(words="dockers", superseded=True)
    assert {entry.report for entry in ledger.find(everything)} == {
        before.report.id,
        after.report.id,
    }


def test_a_corrected_day_is_a_new_version(ledger: Ledger) -> None:
    one = reading(url="https://example.org/a")
    dated = replace(one, report=replace(one.report, published=None))
    add(ledger, one)
    assert add(ledger, dated) == [Kept.VERSION]


def test_bytes_are_known_again_until_the_page_changes(ledger: Ledger) -> None:
    old = Item(name="file 0", data=TEXT.encode())
    add(ledger, reading(url="https://example.org/a"))
    with ledger.seen() as connection:
        assert current_text(connection, old.sha256)
        assert not current_text(connection, Item(name="b", data=b"other").sha256)
    add(ledger, reading(TEXT + "!", url="https://example.org/a"))
    with ledger.seen() as connection:
        assert not current_text(connection, old.sha256)


@pytest.mark.parametrize("table", ["version", "statement", "quantity", "batch"])
@pytest.mark.parametrize("change", ["update {} set {} = {}", "delete from {}"])
def test_rows_are_never_changed(ledger: Ledger, table: str, change: str) -> None:
    add(ledger, reading())
    column = "maker" if table == "batch" else "extra"
    column = "title" if table == "version" else column
    with pytest.raises(LedgerError, match="never changes"), ledger.seen() as connection:
        connection.exec_driver_sql(change.format(table, column, "'x'"))


def test_a_batch_that_fails_leaves_nothing(ledger: Ledger) -> None:
    add(ledger, reading())
    with pytest.raises(BadRequestError, match="NUL"):
        add(ledger, reading(f"{TEXT} Fine."), reading(f"{TEXT} \0"))
    assert words_of(ledger, "select id from report") == [1]


def test_faults_of_the_database_are_not_swallowed(ledger: Ledger) -> None:
    with pytest.raises(LedgerError) as told, ledger.seen() as connection:
        connection.exec_driver_sql("select nothing from nowhere")
    assert isinstance(told.value.__cause__, DBAPIError)


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=40))
@pytest.mark.parametrize("address", ["sqlite"], indirect=True)
def test_any_text_comes_out_as_it_went_in(ledger: Ledger, text: str) -> None:
    one = reading(f"So {text} said {text}.", url=text_id(text))
    add(ledger, one)
    assert one in loaded(ledger)
