from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.reading.marks import find_stretches, quoted_characters

PARAGRAPHS = "“First of it.\n“Second of it.\n“Third,” she said."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param('"We go," he said. "Now."', ["We go,", "Now."], id="straight"),
        pytest.param("“We go,” he said.", ["We go,"], id="curly"),
        pytest.param("''We go,'' he said. ``No,'' she said.", ["We go,", "No,"], id="doubled"),
        pytest.param("He said: ”We go.“ Then he left.", ["We go."], id="reversed"),
        pytest.param('"We go,” he said.', ["We go,"], id="opened straight, closed curly"),
        pytest.param("„Wir gehen“, sagte er.", ["Wir gehen"], id="low opening"),
        pytest.param("«We go», he said.", ["We go"], id="guillemets"),
        pytest.param('He said: " We go " and left.', [" We go "], id="spaces inside"),
        pytest.param('"We go, he said.', ["We go, he said."], id="never closed"),
        pytest.param('"We go. "Now," he said.', ["We go.", "Now,"], id="closing mark lost"),
        pytest.param("“He said “no” to me,” she said.", ["He said “no” to me,"], id="nested alike"),
        pytest.param("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"], id="nested"),
        pytest.param("'The ministers' word,' he said.", ["The ministers' word,"], id="single"),
        pytest.param("The ministers' word isn't it.", [], id="apostrophes"),
        pytest.param('a 6" gun, he said', [], id="inches"),
        pytest.param(PARAGRAPHS, ["First of it.", "Second of it.", "Third,"], id="paragraphs"),
        pytest.param("No marks.", [], id="none"),
    ],
)
def test_stretches(text: str, expected: list[str]) -> None:
    assert [stretch.inner.of(text) for stretch in find_stretches(text)] == expected


def test_a_quotation_over_paragraphs_says_that_it_goes_on() -> None:
    found = find_stretches(PARAGRAPHS)
    assert [(stretch.closed, stretch.continues) for stretch in found] == [
        (False, False),
        (False, True),
        (True, True),
    ]


@given(st.text(alphabet=" ab.,\n\"'“”‘’«»„`", max_size=80))
def test_stretches_lie_apart_inside_one_paragraph(text: str) -> None:
    found = find_stretches(text)
    outer = [stretch.outer for stretch in found]
    assert all(a.end <= b.start for a, b in pairwise(outer))
    assert all(stretch.outer.covers(stretch.inner) for stretch in found)
    assert not any("\n" in stretch.outer.of(text) for stretch in found)
    assert len(quoted_characters(text)) == len(text) + 1


@given(st.text(alphabet=" ab.,\"'“”", max_size=60))
def test_a_paragraph_in_front_only_moves_them(text: str) -> None:
    lead = "Seoul.\n\n"
    here = [stretch.outer.of(text) for stretch in find_stretches(text)]
    moved = [stretch.outer.of(lead + text) for stretch in find_stretches(lead + text)]
    assert here == moved
