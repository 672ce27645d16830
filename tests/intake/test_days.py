import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.intake.days import read_day

HALLOWEEN = datetime.date(2024, 10, 31)


@pytest.mark.parametrize(
    "words",
    [
        "2024-10-31",
        "2024-10-31T23:30:00-05:00",
        "2024/10/31 18:05",
        "20241031",
        "31 October 2024",
        "31st of October, 2024",
        "31. October 2024",
        "31-Oct-2024",
        "Thu, 31 Oct 2024 18:05:00 GMT",
        "October 31, 2024",
        "Oct. 31st, 2024, 6:05 p.m.",
        "THURSDAY, OCTOBER 31, 2024",
        "Published: October  31,\n2024",
        "31.10.2024",
        "31/10/2024",
        "10/31/2024",
        "2024-10-31, updated 2024-11-02",
    ],
)
def test_reads_a_day_written_in_full(words: str) -> None:
    assert read_day(words) == HALLOWEEN


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Thursday",
        "31 October",
        "October 2024",
        "03/04/2024",
        "2024-13-45",
        "2024-02-30",
        "31 Foo 2024",
        "1234567890",
        "2024",
        "0000-01-01",
        "yesterday",
        "120241031",
    ],
)
def test_leaves_open_what_is_not(words: str) -> None:
    assert read_day(words) is None


@given(st.dates())
def test_reads_every_day_in_iso_form(day: datetime.date) -> None:
    assert read_day(day.isoformat()) == day


@given(st.text())
def test_never_raises(words: str) -> None:
    read_day(words)
