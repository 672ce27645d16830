"""What a ledger tells of its reports, and how much there is of everything."""

import datetime
from pathlib import Path

import pytest

from sayso.errors import LedgerError
from sayso.ledger import (
    Decision,
    Ledger,
    Search,
    facets_of,
    judge_people,
    kept_report,
    names_in,
    original_data,
    overview_of,
    person_in,
    readings_of_text,
    shelved,
)
from sayso.records import JudgementKind
from tests.ledger.factory import DAY, NOW, TEXT, add, reading

OTHER = TEXT.replace("4,200", "5,000")


@pytest.fixture
def filled(ledger: Ledger) -> Ledger:
    """A report in two versions, and one of another speaker and outlet."""
    add(ledger, reading(), name="a")
    add(ledger, reading(OTHER), name="a")
    later = DAY + datetime.timedelta(days=40)
    add(
        ledger,
        reading(
            "Mayor Nils Okafor said: Rain.", outlet="Post", speaker="Nils Okafor", published=later
        ),
        name="b",
    )
    return ledger


def test_the_shelf_has_the_newest_version_of_each_report_last_come_first(filled: Ledger) -> None:
    with filled.seen() as connection:
        found = shelved(connection, limit=9)
        assert [(one.address, one.number) for _, one in found] == [("b", 1), ("a", 2)]
        assert [one.statements for _, one in found] == [1, 1]
        after = shelved(connection, before=found[0][0], limit=9)
    assert [one.address for _, one in after] == ["a"]


def test_an_older_version_is_known_as_one(filled: Ledger) -> None:
    with filled.seen() as connection:
        (number,) = readings_of_text(connection, reading().report.id)
        kept = kept_report(connection, number, names_in(connection))
    assert kept.reading == reading()
    assert [one.number for one in kept.versions] == [1, 2]
    assert not kept.newest
    assert kept.current
    assert list(kept.people.values()) == [(1, "Ilse Varga")]


def test_the_bytes_are_those_that_came(filled: Ledger) -> None:
    with filled.seen() as connection:
        (number,) = readings_of_text(connection, reading().report.id)
        original = kept_report(connection, number, names_in(connection)).original
        assert original is not None
        assert original_data(connection, original.sha256) == (TEXT.encode(), None)
        assert original_data(connection, "0" * 64) is None


def test_all_is_counted_and_what_gave_way_is_not(filled: Ledger) -> None:
    with filled.seen() as connection:
        found = overview_of(connection, names_in(connection), newest=1)
    assert (found.reports, found.statements, found.people, found.records) == (2, 2, 2, 0)
    assert [one.address for one in found.newest] == ["b"]
    assert {one.value: one.count for one in found.heard} == {"Ilse Varga": 1, "Nils Okafor": 1}


def test_an_empty_ledger_has_nothing(ledger: Ledger) -> None:
    with ledger.seen() as connection:
        found = overview_of(connection, names_in(connection), newest=9)
    assert (found.reports, found.statements, found.newest, found.heard) == (0, 0, (), ())


def test_every_count_of_a_facet_is_that_of_its_search(filled: Ledger) -> None:
    with filled.seen() as connection:
        names = names_in(connection)
        facets = {one.name: one.tallies for one in facets_of(connection, Search(), names=names)}
    assert {one.value: one.count for one in facets["outlet"]} == {
        "The Harbour Ledger": 1,
        "Post": 1,
    }
    assert {one.key for one in facets["published"]} == {"2024-11", "2024-12"}
    for tally in facets["person"]:
        assert filled.count(Search(person=int(tally.key))) == tally.count
    for tally in facets["outlet"]:
        assert filled.count(Search(outlet=tally.key)) == tally.count


def test_what_is_not_counted_whole_says_at_least(filled: Ledger) -> None:
    with filled.seen() as connection:
        names = names_in(connection)
        few = facets_of(connection, Search(), names=names, most=1)
        more = facets_of(connection, Search(), names=names, most=3)
    assert {it.at_least for one in few for it in one.tallies} == {True}
    assert {it.count for one in few for it in one.tallies} == {1}
    assert {it.at_least for one in more for it in one.tallies} == {False}


def test_facets_are_those_of_what_was_found(filled: Ledger) -> None:
    with filled.seen() as connection:
        found = facets_of(connection, Search(words="rain"), names=names_in(connection))
    assert {one.name: [it.value for it in one.tallies] for one in found}["person"] == [
        "Nils Okafor"
    ]


def test_somebody_is_found_by_the_number_of_who_he_is_taken_for(filled: Ledger) -> None:
    decision = Decision(kind=JudgementKind.MERGE, made_by="ana", change={"person": 2, "into": 1})
    with filled.batch(now=NOW, maker="test") as batch:
        judge_people(batch, decision)
    assert filled.count(Search(person=1)) == 2
    with filled.seen() as connection:
        person = person_in(connection, names_in(connection), 2)
        assert person is not None
        assert (person.number, person.also) == (1, ("Nils Okafor",))
        assert person_in(connection, names_in(connection), 9) is None


def test_a_file_that_is_gone_is_said_and_not_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "news.db"
    with Ledger(str(path)) as ledger:
        add(ledger, reading())
        path.rename(tmp_path / "elsewhere.db")
        with pytest.raises(LedgerError, match="moved or deleted"):
            ledger.count(Search())
        with pytest.raises(LedgerError, match="moved or deleted"):
            add(ledger, reading(OTHER))
        assert not path.exists()
        (tmp_path / "elsewhere.db").rename(path)
        assert ledger.count(Search()) == 1
