"""The passage around a statement."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.records import Exhibit, Span, Statement
from sayso.views.evidence.context import CONTENT, around, segments_of
from sayso.views.evidence.live_link import live_link
from sayso.views.evidence.shortening import first_words
from tests.views.formats.holdings import holding, with_statement


def exhibit(text: str, *spans: Span) -> Exhibit:
    one = with_statement(holding(f"{text} said."), content=spans, source=(), cue=())
    return Exhibit(holding=one, held=one.found[0])


def shown(text: str, *spans: Span) -> str:
    return "".join(segment.text for segment in segments_of(exhibit(text, *spans)))


def test_whole_words_of_the_paragraph_stand_around_it() -> None:
    text = "Other day.\n" + "rain " * 100 + "We will not pay." + " wind" * 100 + "\nNext"
    at = text.index("We")
    words = shown(text, Span(at, at + 16)).split()
    assert set(words) == {"rain", "We", "will", "not", "pay.", "wind"}
    assert 40 < words.index("We") < 60


def test_a_statement_without_words_shows_nothing() -> None:
    assert segments_of(exhibit("Nothing")) == []


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=700), st.data())
def test_what_was_said_is_shown_whole(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    one = exhibit(text, Span(start, end))
    stretch = around(one)
    assert stretch is not None
    assert stretch.covers(Span(start, end))
    marked = [it.text for it in segments_of(one) if CONTENT in it.marks]
    assert "".join(marked) == text[start:end]


def test_source_and_cue_far_away_are_left_out() -> None:
    one = exhibit("a " * 2_000, Span(0, 1))
    statement: Statement = replace(one.held.statement, source=(Span(3_000, 3_001),))
    stretch = around(replace(one, held=replace(one.held, statement=statement)))
    assert stretch is not None
    assert stretch.end < 600


@pytest.mark.parametrize(
    ("url", "words", "expected"),
    [
        pytest.param(None, "Soon.", None, id="no address"),
        pytest.param("ftp://a/b", "Soon.", None, id="no web address"),
        pytest.param("https://a/b", "", "https://a/b", id="no words"),
        pytest.param("https://a/b#c", "Soon.", "https://a/b#c:~:text=Soon%2E", id="a fragment"),
        pytest.param(
            "https://a/b",
            "one two three four five six seven eight nine",
            "https://a/b#:~:text=one%20two%20three%20four,six%20seven%20eight%20nine",
            id="a long passage",
        ),
    ],
)
def test_links_to_the_words(url: str | None, words: str, expected: str | None) -> None:
    assert live_link(url, words) == expected


@pytest.mark.parametrize(
    ("longest", "expected"), [(None, "a  b\nc"), (3, "a  b\nc"), (2, "a  b …"), (1, "a …")]
)
def test_the_first_words(longest: int | None, expected: str) -> None:
    assert first_words("a  b\nc", longest) == expected
