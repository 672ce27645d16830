from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.words import split_words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("We can't.", ["We", "ca", "n't", "."], id="negation"),
        pytest.param("She’s cannot", ["She", "’s", "can", "not"], id="clitic"),
        pytest.param("1,200 a day", ["1,200", "a", "day"], id="thousands"),
        pytest.param(
            "in the U.S. on Oct. 31", ["in", "the", "U.S.", "on", "Oct.", "31"], id="abbr"
        ),
        pytest.param("said no.", ["said", "no", "."], id="a word that is also an abbreviation"),
        pytest.param("two-plus-two", ["two", "-", "plus", "-", "two"], id="hyphens"),
        pytest.param("''Yes,'' he", ["''", "Yes", ",", "''", "he"], id="doubled single marks"),
        pytest.param("see www.a.org/b.", ["see", "www.a.org/b", "."], id="address"),
        pytest.param("O'Neill's", ["O'Neill", "'s"], id="Irish name"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in split_words(text)] == expected


@given(st.text())
def test_words_hold_every_character_that_is_not_space(text: str) -> None:
    spans = split_words(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    held = {place for span in spans for place in range(*span)}
    assert all(place in held or char.isspace() for place, char in enumerate(text))
    assert all(span.start < span.end for span in spans)
