import pytest

from sayso.reading.layout import lay_out
from sayso.reading.words import split_words


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("He left. She stayed.", 2, id="two"),
        pytest.param("“We go.” She stayed.", 2, id="after a closing mark"),
        pytest.param("Mr. Dahl met Sen. Roe.", 1, id="titles"),
        pytest.param("One line\nanother line", 2, id="paragraphs"),
        pytest.param("It cost 3.5 million.", 1, id="number"),
        pytest.param("“Really?” she asked.", 1, id="question inside a sentence"),
        pytest.param('It flew at 6 a.m. "We are ready," it said.', 2, id="stop of an abbreviation"),
        pytest.param('The firm Skua Inc. "Skua" sold one.', 2, id="or what looks like one"),
        pytest.param("It flew at 6 a.m. on Friday.", 1, id="abbreviation inside a sentence"),
    ],
)
def test_sentences(text: str, sentences: int) -> None:
    layout = lay_out(text, split_words(text))
    assert layout.sentence[-1] + 1 == sentences


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param('after a "two-plus-two" meeting', True, id="format of talks"),
        pytest.param('on "Face the Nation" on Sunday', True, id="broadcast"),
        pytest.param('the "iron harvest" exercise', True, id="exercise"),
        pytest.param('He was "very sorry" for it', False, id="words"),
        pytest.param('a "wait-and-see" posture', False, id="a stance"),
        pytest.param('"No!" she cried', False, id="one word said"),
        pytest.param('"That is a big if," she said', False, id="the capital of a sentence"),
        pytest.param('"Peace In Our Time." he said', False, id="a sentence in capitals"),
    ],
)
def test_names_in_marks_are_told_from_words(text: str, names: bool) -> None:
    layout = lay_out(text, split_words(text))
    assert [bool(layout.named), bool(layout.quotations)] == [names, not names]
    assert layout.quoted.any() == (not names)


def test_nothing_lies_in_an_empty_text() -> None:
    layout = lay_out("", [])
    assert layout.quotations == ()
    assert layout.word(0) == ""
    assert not layout.together(0, 1)
