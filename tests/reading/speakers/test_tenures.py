import datetime

import pytest

from sayso.errors import BadRequestError
from sayso.lexicon import rows, table
from sayso.reading.layout import lay_out
from sayso.reading.speakers import office_table, resolve_speakers
from sayso.reading.speakers.roles import role_of
from sayso.reading.words import split_words
from sayso.records import Person
from tests.reading.speakers.marked import read_marked

ROWS = rows("office_holders")
SEAT = ["country", "body", "office", "role", "field", "level"]
COLUMNS = [*SEAT, "name", "since", "until", "known", "checked"]
SOURCES = {"wikidata-heads", "wikidata-foreign", "wikidata-un", "news"}
DAY = datetime.date(2024, 10, 31)


def test_rows_are_whole() -> None:
    for row in ROWS:
        assert list(row) == COLUMNS
        assert role_of(row["role"]) is not None, row
        assert row["country"] in {"", *table("countries")}, row
        assert row["body"] in {"", *table("institutions")}, row
        assert row["since"] <= (row["until"] or row["known"]), row
        assert not (row["until"] and row["known"]), "where the end is known it says how far"
        assert set(row["checked"].split()) <= SOURCES, row


def test_no_office_has_two_holders_on_a_day() -> None:
    seats: dict[tuple[str, ...], list[tuple[str, str]]] = {}
    for row in ROWS:
        seat = tuple(row[name] for name in SEAT)
        seats.setdefault(seat, []).append((row["since"], row["until"] or row["known"]))
    for terms in seats.values():
        ordered = sorted(terms)
        ends = [until for _, until in ordered[:-1]]
        assert all(end <= start for end, (start, _) in zip(ends, ordered[1:], strict=True))


@pytest.mark.parametrize(
    ("title", "country", "day", "names"),
    [
        pytest.param(
            "Secretary of State", "United States", "2024-10-31", ["Antony Blinken"], id="secretary"
        ),
        pytest.param(
            "Defense Minister", "South Korea", "2024-10-31", ["Kim Yong-hyun"], id="surname first"
        ),
        pytest.param(
            "Prime Minister", "Japan", "2024-10-31", ["Shigeru Ishiba"], id="a month in office"
        ),
        pytest.param("Prime Minister", "Japan", "2012-01-01", [], id="before the table begins"),
        pytest.param("Prime Minister", "Japan", "2099-01-01", [], id="after all that is known"),
    ],
)
def test_the_holder_on_a_day_is_known(title: str, country: str, day: str, names: list[str]) -> None:
    assert office_table().holders_on(title, country, datetime.date.fromisoformat(day)) == names


@pytest.mark.parametrize("name", ["Volodymyr Zelenskiy", "Kim Yong Hyun", "Anthony Blinken"])
def test_names_are_found_in_other_spellings(name: str) -> None:
    assert any(row.lasts_on(DAY) for row in office_table().of(name.split()))


def _people(
    text: str, published: datetime.date | None, lines: tuple[str, ...] = ()
) -> list[Person]:
    paragraph = read_marked({"kind": "", "text": text, "speakers": {}})
    layout = lay_out(paragraph.text, split_words(paragraph.text))
    _, people = resolve_speakers(
        layout,
        paragraph.statements,
        report_id="r",
        published=published,
        offices=office_table(lines),
    )
    return list(people)


HOLDERS = {
    "The U.S. Secretary of State": "Antony Blinken",
    "Ukraine's defense minister": "Rustem Umerov",
    "The chair of the Federal Reserve": "Jerome Powell",
    "The NATO secretary general": "Mark Rutte",
    "The Chinese premier": "Li Qiang",
    "The Indian external affairs minister": "Subrahmanyam Jaishankar",
    "The minister of foreign affairs of Japan": "Takeshi Iwaya",
    "The Kremlin spokesman": "Dmitry Peskov",
    "The Japanese chief cabinet secretary": "Yoshimasa Hayashi",
    "A U.S. president": None,
    "The former U.S. president": None,
    "The U.S. president-elect": None,
    "The deputy Japanese foreign minister": None,
    "The Texas secretary of state": None,
    "The minister": None,
    "The U.S. Chamber of Commerce president": None,
    "A Pentagon official": None,
}


@pytest.mark.parametrize(("words", "holder"), HOLDERS.items())
def test_an_office_alone_is_given_its_holder_on_the_day(words: str, holder: str | None) -> None:
    (person,) = _people(f"[1:{words}] said {{1:the harbour was open}}.", DAY)
    assert person.name == words[0].lower() + words[1:] or person.name == words
    assert (person.tenure and person.tenure.name) == holder


def test_without_a_day_the_table_is_silent() -> None:
    (person,) = _people("[1:The U.S. Secretary of State] said {1:the harbour was open}.", None)
    assert person.tenure is None


def test_a_report_that_names_the_holder_is_believed() -> None:
    text = (
        "Ann Rask, the U.S. Secretary of State, came. [1:The U.S. Secretary of State] said {1:so}."
    )
    (person,) = _people(text, DAY)
    assert person.name == "Ann Rask"


@pytest.mark.parametrize(
    ("words", "published", "fits"),
    [
        pytest.param("President Joe Biden", "2024-10-31", True, id="in office"),
        pytest.param("President Joe Biden", "2018-10-31", False, id="before it"),
        pytest.param("Vice President Joe Biden", "2014-10-31", True, id="a vice president then"),
        pytest.param("Vice President Joe Biden", "2024-10-31", False, id="a president since"),
        pytest.param("Former President Joe Biden", "2025-10-31", None, id="said to be former"),
        pytest.param("NATO Secretary General Mark Rutte", "2024-10-01", True, id="first day"),
        pytest.param("Senator Joe Biden", "2024-10-31", None, id="another office"),
        pytest.param("President Ann Rask", "2024-10-31", None, id="not in the table"),
        pytest.param("President Xi Jinping", "2099-10-31", None, id="beyond what is known"),
        pytest.param("Joe Biden", "2024-10-31", None, id="no title"),
    ],
)
def test_a_title_fits_its_day_or_not(words: str, published: str, fits: bool | None) -> None:
    day = datetime.date.fromisoformat(published)
    (person,) = _people(f"[1:{words}] said {{1:the harbour was open}}.", day)
    assert person.office_fits is fits


def test_a_person_named_without_office_has_it_from_the_table_alone() -> None:
    (person,) = _people("[1:Joe Biden] said {1:the harbour was open}.", DAY)
    assert person.office is None
    assert person.tenure is not None
    assert person.tenure.office == "President"


@pytest.mark.parametrize(
    ("published", "name"),
    [
        pytest.param(DAY, "Joe Biden", id="in office that day"),
        pytest.param(datetime.date(2018, 5, 1), "Ann Rask", id="not yet"),
    ],
)
def test_the_day_tells_who_the_president_is(published: datetime.date, name: str) -> None:
    text = "Joe Biden came. Ann Rask, a baker, saw. [1:The president] said {1:hello}."
    assert name in [person.name for person in _people(text, published)]


OWN = (
    "country,body,office,role,name,since,until",
    "Estonia,,Prime Minister,minister,Ann Rask,2024-01-01,2024-12-31",
)


def test_rows_of_one_s_own_are_read_beside_the_shipped_ones() -> None:
    text = "[1:The Estonian minister] said {1:hello}. President [2:Joe Biden] said {2:hello}."
    own, shipped = _people(text, DAY, OWN)
    assert own.tenure is not None
    assert own.tenure.name == "Ann Rask"
    assert shipped.office_fits


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Estonia,,Prime Minister,wizard,Ann Rask,2024-01-01,", id="no such role"),
        pytest.param("Estonia,,Prime Minister,minister,Ann Rask,January,", id="no day"),
        pytest.param("Estonia", id="too few columns"),
    ],
)
def test_a_row_that_cannot_be_read_is_shown(line: str) -> None:
    with pytest.raises(BadRequestError, match="Estonia"):
        office_table([OWN[0], line])
