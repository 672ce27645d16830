"""Words in normal form: what counts as the same words."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.comparing.words import read_words


def _forms(text: str) -> list[str]:
    return [word.form for word in read_words(text)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We've", "we have"),
        ("can’t", "cannot"),
        ("they won't", "They will not"),
        ("gonna", "going to"),
        ("8,000", "eight-thousand"),
        ("8.000 men", "8000 men"),
        ("half a million", "500,000"),
        ("1.5M", "1.5 million"),
        ("100K", "a hundred thousand"),
        ("3½", "three and a half"),
        ("¾", "three-quarters"),
        ("two hundred and fifty thousand", "250,000"),
        ("$5bn", "five billion dollars"),
        ("3%", "three per cent"),
        ("75 basis-point", "75 bps"),
        ("first", "1st"),
        ("behaviour", "behavior"),
        ("organising", "organizing"),
        ("DPRK soldiers", "North Korean soldiers"),
        ("the ROK", "the Republic of Korea"),
        ("Democratic People's Republic of Korea", "North Korea"),
        ("the U.S.", "the United States"),
        ("front-line", "front line"),
        ("[W]e went", "we went"),
        ("café", "Cafe"),
        ("uh, we went", "we, um, went"),
    ],
)
def test_same_words(one: str, other: str) -> None:
    assert _forms(one) == _forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("give it to us", "give it to US"),
        ("8,000", "80,000"),
        ("not", "now"),
        ("one of them", "two of them"),
        ("thousands", "thousand"),
        ("South Korea", "North Korea"),
        ("in 2021, 10 million", "in 2021 million"),
    ],
)
def test_other_words(one: str, other: str) -> None:
    assert _forms(one) != _forms(other)


def test_brackets_set_words_apart() -> None:
    words = read_words("[then President] Adams and (laughter) others[")
    assert [word.form for word in words if word.inserted] == ["then", "president", "laughter"]


PIECES = ["eight", "thousand", "a", "half", "and", "$", "5", "1.", "..", "…", "[", "(", ")", "]"]
PIECES += ["'", "’", "n't", "N'T", "can't", "İ", "²", "½", "⑴", "\x00", "\ud800"]
ODD = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES)).map(" ".join),
    st.text(alphabet="0123456789.,½KMx%$ '"),
)


@given(ODD)
def test_words_stand_in_order_in_the_text(text: str) -> None:
    words = read_words(text)
    assert all(word.form and " " not in word.form for word in words)
    assert all(0 <= word.start <= word.end <= len(text) for word in words)
    assert all(left.end <= right.start for left, right in pairwise(words))


@given(ODD)
def test_a_paragraph_in_front_only_moves_words(text: str) -> None:
    lead = "Harbor.\n\n"
    moved = [
        word._replace(start=word.start + len(lead), end=word.end + len(lead))
        for word in read_words(text)
    ]
    assert read_words(lead + text)[1:] == moved
