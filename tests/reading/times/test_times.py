"""Times of our own sentences, and what the reader promises on any text."""

import datetime
import json
import re
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading.times import read_times
from sayso.records import Span, Spans, Timex, mention_id

GOLD = Path(__file__).with_name("gold.jsonl")
ROWS: list[dict[str, Any]] = [json.loads(line) for line in GOLD.read_text("utf-8").splitlines()]
FRIDAY = datetime.date(2024, 11, 1)


def _quoted(text: str) -> Spans:
    return tuple(Span(*match.span(1)) for match in re.finditer(r'"([^"]*)"', text))


def _read(text: str, published: datetime.date | None = FRIDAY) -> tuple[Timex, ...]:
    return read_times(text, report_id="r", published=published, quoted=_quoted(text))


def _iso(day: datetime.date | None) -> str | None:
    return day.isoformat() if day else None


@pytest.mark.parametrize("row", [pytest.param(row, id=row["id"]) for row in ROWS])
def test_own_sentences(row: dict[str, Any]) -> None:
    published = datetime.date.fromisoformat(row["published"]) if row["published"] else None
    times = _read(row["text"], published)
    numbers = {one.id: f"time {number}" for number, one in enumerate(times)}
    assert row["times"] == [
        {
            "words": one.span.of(row["text"]),
            "type": one.type,
            "value": one.value,
            "mod": one.mod,
            "earliest": _iso(one.earliest),
            "latest": _iso(one.latest),
            "anchor": numbers.get(one.anchor or "", one.anchor),
        }
        for one in times
    ]


def test_there_are_enough_sentences() -> None:
    assert len(ROWS) >= 120
    assert len({row["text"] for row in ROWS if row["published"]}) >= 120
    assert sum(not row["times"] for row in ROWS) >= 15


def test_ids_come_from_place() -> None:
    (one,) = _read("They met on Thursday.")
    assert one.id == mention_id("r", "t", Span(12, 20))


@pytest.mark.parametrize(
    ("plan", "day", "meant"),
    [
        ("was due to enter into force on", "Thursday", "2024-10-31"),
        ("was to take effect on", "Wednesday", "2024-10-30"),
        ("was scheduled for", "Friday", "2024-11-01"),
        ("was expected on", "Monday", "2024-11-04"),
        ("is due to enter into force on", "Thursday", "2024-11-07"),
    ],
)
def test_what_was_due_days_ago_is_over(plan: str, day: str, meant: str) -> None:
    (one,) = _read(f"The rule {plan} {day}.")
    assert (_iso(one.earliest), _iso(one.latest)) == (meant, meant)


SAID = [
    ("line", 'The envoy spoke on Monday. "We leave today," he said.', "2024-10-28", "2024-10-28"),
    ("after", '"We leave today." The envoy spoke on Monday.', "2024-10-28", "2024-10-28"),
    ("sentence", 'Kim said on Monday: "We leave today." Lee left on Tuesday.', "2024-10-28", None),
    (
        "two days",
        'Kim spoke on Monday. Lee spoke on Tuesday.\n"We leave today."',
        None,
        "2024-11-01",
    ),
    ("dateline", 'SEOUL, Oct. 30 (Wire) - They said:\n"We leave today."', None, "2024-11-01"),
]


@pytest.mark.parametrize(
    ("text", "earliest", "latest"), [pytest.param(*row[1:], id=row[0]) for row in SAID]
)
def test_day_of_quoted_words(text: str, earliest: str | None, latest: str | None) -> None:
    today = next(one for one in _read(text) if one.span.of(text) == "today")
    assert today.anchor == "utterance"
    assert _iso(today.earliest) == earliest
    assert latest is None or _iso(today.latest) == latest


@pytest.mark.parametrize(
    "text", ["They met yesterday.", 'He said: "We met on Monday."', "In March."]
)
def test_without_a_day_nothing_is_guessed(text: str) -> None:
    (one,) = _read(text, None)
    assert (one.earliest, one.latest) == (None, None)
    assert (one.value or "").startswith("XXXX")


HOSTILE = [
    pytest.param("on Thursday, ", id="weekdays"),
    pytest.param("recently ", id="vague"),
    pytest.param('"yesterday" ', id="quoted"),
    pytest.param('"tomorrow," Kim said on Monday. ', id="sayings"),
    pytest.param("two days later ", id="relations"),
    pytest.param("the first the last the ", id="starts"),
    pytest.param("1.1.", id="dots"),
    pytest.param("a.", id="initials"),
    pytest.param("9", id="digits"),
    pytest.param("x", id="letters"),
    pytest.param('"', id="marks"),
    pytest.param("\n", id="lines"),
    pytest.param("\n ", id="blank lines"),
    pytest.param("'", id="apostrophes"),
    pytest.param("10:", id="colons"),
    pytest.param("twenty-", id="spelled"),
    pytest.param("hundred ", id="scales"),
    pytest.param("\x00", id="NUL"),
    pytest.param("\ud800", id="surrogates"),
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text(piece: str) -> None:
    small, large = (_seconds(piece * (size // len(piece))) for size in (10_000, 100_000))
    # ten times the text may take forty times as long on a busy machine, not a hundred times
    assert large < 40 * max(small, 0.02)


def _seconds(text: str) -> float:
    begun = time.process_time()
    read_times(text, report_id="r", published=FRIDAY, quoted=_quoted(text))
    return time.process_time() - begun


ODD = [
    pytest.param("In the year 0000-00-00 nothing was.", id="year 0"),
    pytest.param("It ends on 99999-01-01 or in 99999.", id="year 99999"),
    pytest.param("On 2024-13-01 and 2024-02-30.", id="month 13"),
    pytest.param("On Feb. 30 and on June 31, 2020 and on 31/31/2024.", id="June 31"),
    pytest.param("In " + "9" * 10_000 + " years it ends.", id="10,000 digits"),
    pytest.param("9999999999 years ago and in 999 trillion years.", id="many years"),
    pytest.param("At 29:59 (GMT+24) on Monday and at 24:30 UTC.", id="hour 29"),
    pytest.param("Two hundred centuries ago, 5000 years later, a millennium earlier.", id="far"),
    pytest.param("The 99th century, the 0th of May, the 1st of January.", id="99th"),
    pytest.param("²² May ²² years ago, ٣ days ago.", id="other digits"),
]


@pytest.mark.parametrize("published", [FRIDAY, None, datetime.date.min, datetime.date.max], ids=str)
@pytest.mark.parametrize("text", ODD)
def test_odd_dates_raise_nothing(text: str, published: datetime.date | None) -> None:
    for one in _read(text, published):
        assert one.span.of(text)


_WORDS = st.sampled_from(
    [
        *("on", "in", "by", "until", "since", "the", "a", "last", "next", "this", "and", "-", ","),
        *("two", "31", "2024", "2024-10-31", "7/8/07", "12", "1990s", "18:00", "UTC", "5", "p.m."),
        *("Oct.", "May", "Thursday", "week", "weeks", "month", "year", "day", "days", "decades"),
        *("ago", "later", "earlier", "before", "after", "early", "late", "end", "of", "first"),
        *("third", "quarter", "half", "summer", "spring", "morning", "night", "weekend", "hundred"),
        *("will", "met", "said", '"', "today", "yesterday", "now", "recently", "per", "every", "."),
        *("Christmas", "U.S.", "presidential", "election", "consecutive", "same", "that", "\n\n"),
    ]
)
_TEXTS = st.one_of(st.text(max_size=60), st.lists(_WORDS, max_size=30).map(" ".join))
_DAYS = st.one_of(st.none(), st.dates())


@given(text=_TEXTS, published=_DAYS)
@settings(max_examples=300, deadline=None)
def test_promises(text: str, published: datetime.date | None) -> None:
    times = _read(text, published)
    spans = [one.span for one in times]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert times == _read(text, published)
    assert all(one.earliest is None or one.type in ("DATE", "TIME", "DURATION") for one in times)


@given(text=_TEXTS, published=_DAYS)
@settings(max_examples=150, deadline=None)
def test_a_paragraph_in_front_only_moves_spans(text: str, published: datetime.date | None) -> None:
    lead = "Seoul.\n\n"
    times, moved = _read(text, published), _read(lead + text, published)
    assert [_moved(one, len(lead)) for one in times] == [_moved(one, 0) for one in moved]


def _moved(one: Timex, by: int) -> tuple[object, ...]:
    place = (one.span.start + by, one.span.end + by)
    return (*place, one.type, one.value, one.mod, one.earliest, one.latest)
