"""Odd numbers, days and texts: nothing is raised, and what nobody can know stays open."""

import datetime

import pytest

from sayso.reading.layout import lay_out
from sayso.reading.quantities import read_quantities, with_times
from sayso.reading.speakers import resolve_speakers
from sayso.reading.times import read_times
from sayso.reading.words import split_words

TEXTS = {
    "10,000 digits": "9" * 10_000 + " troops came",
    "10,000 digits after the point": "1." + "9" * 10_000 + " percent",
    "3,000 groups": ",".join(["100"] * 3_000) + " men",
    "a fraction without end": "1/" + "9" * 5_000 + " of them",
    "an exponent": "9e99999 dollars",
    "year 0": "in the year 0, on 1 January 0000, 0000-00-00",
    "year 99999": "in 99999 and on 1 May 99999, 99999-12-31T25:61",
    "ages ago": "999999999 weeks ago, 5000 decades ago, in " + "9" * 400 + " days",
    "NUL and a lone surrogate": "\0 5 \ud800 men on \x00Monday, the U.S. president said",
    "titles alone": "Former Secretary General " * 500,
    "changes alone": "5, up from " * 500,
    "times alone": "as of Monday, 5 " * 500,
}
DAYS = [None, datetime.date.min, datetime.date(2024, 10, 31), datetime.date.max]


@pytest.mark.parametrize("published", DAYS, ids=str)
@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_nothing_is_raised(text: str, published: datetime.date | None) -> None:
    times = read_times(text, report_id="r", published=published)
    for quantity in with_times(text, read_quantities(text, report_id="r"), times):
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
    for time in times:
        assert 0 <= time.span.start < time.span.end <= len(text)
    layout = lay_out(text, split_words(text))
    assert resolve_speakers(layout, (), report_id="r", published=published)[0] == ()


@pytest.mark.parametrize("words", ["on Thursday", "last week", "in the coming days", "yesterday"])
def test_without_a_day_of_publication_a_time_stays_words(words: str) -> None:
    (time,) = read_times(f"They met {words}.", report_id="r", published=None)
    assert time.earliest is None
    assert time.latest is None


@pytest.mark.parametrize("words", ["in the year 0", "on 1 May 99999"])
def test_days_that_no_calendar_has_stay_open(words: str) -> None:
    day = datetime.date(2024, 10, 31)
    for time in read_times(f"They met {words}.", report_id="r", published=day):
        assert time.earliest is None
        assert time.latest is None
