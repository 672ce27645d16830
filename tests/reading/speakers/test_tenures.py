import datetime

import pytest

from sayso.lexicon import table
from sayso.reading.layout import lay_out
from sayso.reading.speakers import resolve_speakers
from sayso.reading.speakers.roles import role_of
from sayso.reading.speakers.tenures import fits_day, holders_on, tenures_of
from sayso.reading.words import split_words
from tests.reading.speakers.marked import read_marked

ROWS = [row.split(",") for row in table("office_holders")["holders"].strip().splitlines()]
DAY = datetime.date(2024, 10, 31)


@pytest.mark.parametrize("row", [pytest.param(row, id=f"{row[6]} {row[7]}") for row in ROWS[1:]])
def test_rows_are_whole(row: list[str]) -> None:
    assert len(row) == len(ROWS[0])
    assert role_of(row[3]) is not None
    since, until = row[7], row[8]
    assert not until or datetime.date.fromisoformat(since) < datetime.date.fromisoformat(until)
    assert row[0] in {"", *table("countries")}
    assert row[1] in {"", *table("institutions")}


def test_no_office_has_two_holders_on_a_day() -> None:
    seats: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for row in ROWS[1:]:
        seats.setdefault(tuple(row[:6]), []).append((row[7], row[8] or "9999"))
    for terms in seats.values():
        ordered = sorted(terms)
        ends = [until for _, until in ordered[:-1]]
        assert all(end <= start for end, (start, _) in zip(ends, ordered[1:], strict=True))


@pytest.mark.parametrize(
    ("title", "country", "name"),
    [
        pytest.param("Secretary of State", "United States", "Antony Blinken", id="secretary"),
        pytest.param("Defense Minister", "South Korea", "Kim Yong-hyun", id="family name first"),
        pytest.param("Prime Minister", "Japan", "Shigeru Ishiba", id="a month in office"),
    ],
)
def test_the_holder_on_a_day_is_known(title: str, country: str, name: str) -> None:
    assert holders_on(title, country, DAY) == [name]


@pytest.mark.parametrize("name", ["Volodymyr Zelenskiy", "Kim Yong Hyun", "Anthony Blinken"])
def test_names_are_found_in_other_spellings(name: str) -> None:
    assert tenures_of(name.split(), DAY)


@pytest.mark.parametrize(
    ("name", "role", "day", "fits"),
    [
        pytest.param("Joe Biden", "president", "2024-10-31", True, id="in office"),
        pytest.param("Joe Biden", "president", "2018-10-31", False, id="before it"),
        pytest.param("Mark Rutte", "secretary", "2024-10-01", True, id="first day"),
        pytest.param("Joe Biden", "minister", "2024-10-31", None, id="another role"),
        pytest.param("Ann Rask", "president", "2024-10-31", None, id="not in the table"),
    ],
)
def test_a_title_fits_its_day_or_not(name: str, role: str, day: str, fits: bool | None) -> None:
    office = next(
        tenure.office
        for holder in ("Joe Biden", "Mark Rutte", "Shinzo Abe")
        for tenure in tenures_of(holder.split())
        if tenure.office.role.name == role
    )
    assert fits_day(name.split(), office, datetime.date.fromisoformat(day)) is fits


@pytest.mark.parametrize(
    ("published", "name"),
    [
        pytest.param(DAY, "Joe Biden", id="in office that day"),
        pytest.param(datetime.date(2018, 5, 1), "Ann Rask", id="not yet"),
    ],
)
def test_the_day_tells_who_the_president_is(published: datetime.date, name: str) -> None:
    paragraph = read_marked(
        {
            "kind": "",
            "text": "Joe Biden came. Ann Rask, a baker, saw. [1:The president] said {1:hello}.",
            "speakers": {},
        }
    )
    layout = lay_out(paragraph.text, split_words(paragraph.text))
    spoken, people = resolve_speakers(
        layout, paragraph.statements, report_id="r", published=published
    )
    names = {person.id: person.name for person in people}
    assert names[spoken[0].speaker or ""] == name
