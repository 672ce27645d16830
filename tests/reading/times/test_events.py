"""The days of the table of events, as far as law or custom fix their weekday."""

import calendar
import datetime
from itertools import pairwise

import pytest

from sayso.lexicon import table

_TUESDAY, _THURSDAY, _SATURDAY, _SUNDAY = 1, 3, 5, 6
_Days = list[tuple[datetime.date, datetime.date]]


def _events() -> dict[str, _Days]:
    rows = [*table("events")["events"], *(r for r in table("events")["holidays"] if "days" in r)]
    return {row["words"]: [_stretch(days) for days in row["days"]] for row in rows}


def _stretch(days: str | list[str]) -> tuple[datetime.date, datetime.date]:
    first, last = (days, days) if isinstance(days, str) else days
    return datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)


def _election_day(year: int) -> datetime.date:
    """The Tuesday after the first Monday of November."""
    first = calendar.weekday(year, 11, 1)
    return datetime.date(year, 11, 2 + (7 - first) % 7)


def test_elections_of_the_united_states_are_on_their_lawful_day() -> None:
    found = [
        day
        for words, days in _events().items()
        if words.startswith(("AMERICAN", "election day")) and "inauguration" not in words
        for day, _ in days
    ]
    assert len(found) > 30
    assert [day for day in found if day != _election_day(day.year)] == []


@pytest.mark.parametrize(
    ("words", "weekday"),
    [
        pytest.param("BRITISH general", _THURSDAY, id="British votes"),
        pytest.param("FRENCH presidential", _SUNDAY, id="French rounds"),
        pytest.param("FRENCH (legislative", _SUNDAY, id="French assemblies"),
        pytest.param("GERMAN", _SUNDAY, id="German votes"),
        pytest.param("(russian", _SUNDAY, id="Russian votes"),
        pytest.param("(ukrainian", _SUNDAY, id="Ukrainian votes"),
        pytest.param("(taiwanese", _SATURDAY, id="votes of Taiwan"),
        pytest.param("(brazilian", _SUNDAY, id="Brazilian rounds"),
        pytest.param("european", _SUNDAY, id="European votes"),
        pytest.param("super tuesday", _TUESDAY, id="Super Tuesday"),
    ],
)
def test_votes_end_on_the_weekday_of_their_country(words: str, weekday: int) -> None:
    (days,) = (days for name, days in _events().items() if name.startswith(words))
    assert {last.weekday() for _, last in days} == {weekday}


def test_stretches_are_in_order_and_apart() -> None:
    for days in _events().values():
        assert all(first <= last for first, last in days)
        assert all(last < first for (_, last), (first, _) in pairwise(days))
