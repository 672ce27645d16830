"""Who is taken for whom across reports, and who never is."""

import datetime

from sayso.ledger import Ledger, candidates_in, names_in
from sayso.records import Person, Reading
from tests.ledger.factory import TEXT, add, reading, words_of


def by(name: str, office: str | None = None, *, day: int = 1) -> Reading:
    one = reading(f"{TEXT} {name} {office} {day}", published=datetime.date(2024, 11, day))
    person = Person(id="p1", name=name, office=office, affiliation="Ruritania" if office else None)
    return type(one)(report=one.report, statements=one.statements, people=(person,))


def people(ledger: Ledger, *readings: Reading) -> list[object]:
    for one in readings:
        add(ledger, one, name=one.report.id)
    return list(words_of(ledger, "select person from mention order by reading"))


def test_a_full_name_is_one_person(ledger: Ledger) -> None:
    assert people(ledger, by("Ilse Varga"), by("ilse varga", day=2)) == [1, 1]


def test_a_family_name_alone_is_nobody_known(ledger: Ledger) -> None:
    assert people(ledger, by("Ilse Varga"), by("Varga"), by("Varga", day=2)) == [1, 2, 3]


def test_family_name_and_office_about_the_day(ledger: Ledger) -> None:
    full, short = by("Ilse Varga", "Harbour Minister"), by("Varga", "harbour minister", day=20)
    assert people(ledger, full, short) == [1, 1]


def test_two_of_one_name_in_one_office_are_left_apart(ledger: Ledger) -> None:
    first, second = by("Ilse Varga", "Senator"), by("Pál Varga", "Senator")
    assert people(ledger, first, second, by("Varga", "Senator", day=3)) == [1, 2, 3]


def test_who_may_be_whom_is_listed(ledger: Ledger) -> None:
    people(ledger, by("Ilse Varga"), by("Varga"), by("Tom Brandt"))
    with ledger.seen() as connection:
        pairs = candidates_in(connection, names_in(connection), limit=10)
    assert [(one.name, other.name) for one, other in pairs] == [("Ilse Varga", "Varga")]
