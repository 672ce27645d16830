"""Whole readings for comparing: which, and what of them was asked for."""

import datetime
from pathlib import Path

import pytest

from sayso.comparing.series import read_thing
from sayso.ledger import (
    Ledger,
    Search,
    gather,
    gather_only,
    is_about_more,
    names_in,
    readings_counting,
    readings_foretelling,
)
from sayso.ledger.names import Names
from sayso.records import KeptReading
from tests.ledger.factory import DAY, TEXT, add, reading

OTHER = TEXT.replace("dockers", "bakers").replace("4,200", "70")


def gathered(ledger: Ledger, search: Search) -> list[KeptReading]:
    with ledger.seen() as connection:
        return list(gather(connection, search, names=names_in(connection)))


@pytest.mark.parametrize(
    ("search", "count", "whole"),
    [
        (Search(), 2, True),
        (Search(outlet="tarnwick"), 1, True),
        (Search(published=(DAY, DAY)), 2, True),
        (Search(published=(DAY + datetime.timedelta(days=1), None)), 0, True),
        (Search(words="bakers"), 1, False),
        (Search(speaker="Varga"), 2, False),
        (Search(speaker="Nobody"), 0, False),
    ],
    ids=str,
)
def test_what_a_search_is_about(ledger: Ledger, search: Search, count: int, whole: bool) -> None:
    add(ledger, reading(), reading(OTHER, outlet="Tarnwick Post"))
    found = gathered(ledger, search)
    assert len(found) == count
    for one in found:
        ids = frozenset(it.id for it in one.reading.statements)
        assert one.chosen == (None if whole else ids)
        assert one.holds(None) is whole


def test_people_are_called_as_the_ledger_calls_them(ledger: Ledger) -> None:
    add(ledger, reading())
    (one,) = gathered(ledger, Search())
    assert one.numbers == {"p1": 1}
    assert one.address == "file 0"


def test_an_older_version_is_left_out(ledger: Ledger) -> None:
    add(ledger, reading(), name="page")
    add(ledger, reading(OTHER), name="page")
    assert ["bakers" in one.reading.report.text for one in gathered(ledger, Search())] == [True]


def test_readings_are_found_by_what_they_count_and_foretell(ledger: Ledger) -> None:
    add(ledger, reading(), reading(OTHER))
    with ledger.seen() as connection:
        names = names_in(connection)
        assert len(readings_counting(connection, ["bakers"], names=names)) == 1
        assert len(readings_counting(connection, ["bakers", "dockers"], names=names)) == 2
        assert len(readings_foretelling(connection)) == 2


@pytest.mark.parametrize("search", [Search(), Search(speaker="Varga")], ids=["whole", "statements"])
def test_the_newest_reports_are_taken_where_there_are_more(ledger: Ledger, search: Search) -> None:
    later = DAY + datetime.timedelta(days=1)
    add(ledger, reading(), reading(OTHER, published=later))
    with ledger.seen() as connection:
        names = names_in(connection)
        (newest,) = gather(connection, search, names=names, most=1)
        assert "bakers" in newest.reading.report.text
        (chosen,) = gather(connection, search, names=names, readings=[1], most=1)
        assert "dockers" in chosen.reading.report.text
        assert is_about_more(connection, search, names=names, most=1)
        assert not is_about_more(connection, search, names=names, most=2)


@pytest.mark.parametrize("thing", ["dockers", "docker", "striking dockers"])
def test_what_is_counted_is_found_by_any_form_of_its_noun(ledger: Ledger, thing: str) -> None:
    add(ledger, reading(), reading(OTHER))
    with ledger.seen() as connection:
        spellings = read_thing(thing).spellings
        assert len(readings_counting(connection, spellings, names=names_in(connection))) == 1


@pytest.mark.parametrize("form", ["facilities", "facility", "houses", "vaccines", "berries"])
def test_nouns_that_the_index_cuts_otherwise_are_found(ledger: Ledger, form: str) -> None:
    add(ledger, reading(TEXT.replace("dockers", form)), reading())
    with ledger.seen() as connection:
        spellings = read_thing(form).spellings
        assert len(readings_counting(connection, spellings, names=names_in(connection))) == 1


def test_more_reports_than_are_loaded_together(ledger: Ledger) -> None:
    texts = [TEXT.replace("4,200", f"{number:,}") for number in range(200, 245)]
    add(ledger, *(reading(text) for text in texts))
    found = gathered(ledger, Search())
    assert [it.reading.report.text for it in found] == texts
    assert [it.address for it in found] == [f"file {at}" for at in range(len(texts))]
    assert {tuple(it.numbers) for it in found} == {("p1",)}


def steps_for(ledger: Ledger, *readings: int) -> int:
    """How many steps SQLite takes to gather only these readings."""
    steps = 0

    def count() -> None:
        nonlocal steps
        steps += 1

    with ledger.seen() as connection:
        driver = connection.connection.driver_connection
        assert driver
        driver.set_progress_handler(count, 1)
        found = [number for number, _ in gather_only(connection, readings, names=Names())]
        driver.set_progress_handler(None, 1)
    assert found == [*readings]
    return steps


def test_a_few_readings_cost_the_same_in_a_larger_ledger(tmp_path: Path) -> None:
    reports = [reading(TEXT.replace("4,200", f"{count}")) for count in range(100, 200)]
    with Ledger(str(tmp_path / "news.db")) as ledger:
        add(ledger, *reports[:10])
        few = steps_for(ledger, 2, 3)
        add(ledger, *reports)
        assert steps_for(ledger, 2, 3) <= 1.2 * few


def test_what_was_superseded_is_not_gathered(ledger: Ledger) -> None:
    add(ledger, reading(), name="page")
    add(ledger, reading(OTHER), name="page")
    with ledger.seen() as connection:
        assert [number for number, _ in gather_only(connection, [1, 2], names=Names())] == [2]
