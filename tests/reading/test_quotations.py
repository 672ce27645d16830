import re

import pytest

from sayso.reading.layout import lay_out
from sayso.reading.quotations import read_quotations
from sayso.reading.words import split_words
from sayso.records import Mode, Quotation, Span, Statement


def _read(text: str, *contents: str) -> tuple[Quotation, ...]:
    """The quotations of a text in which one statement has these contents."""
    spans = tuple(Span(text.index(words), text.index(words) + len(words)) for words in contents)
    told = re.search(r"she (?:said|told)", text)
    cue = (Span(*told.span()),) if told else ()
    statement = Statement(id="s1", source=(), cue=cue, content=spans, mode=Mode.DIRECT)
    return read_quotations(lay_out(text, split_words(text)), [statement] if contents else [])


def test_a_sentence_split_by_its_speaker_is_one_quotation() -> None:
    text = '"We have not yet," she told us, "seen any of it."'
    (found,) = _read(text, '"We have not yet,"', '"seen any of it."')
    assert [span.of(text) for span in found.spans] == ["We have not yet,", "seen any of it."]
    assert found.statement == "s1"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('"It is over," she said. "Go home now."', id="two sentences"),
        pytest.param('It was "quite bad" and "very odd" she said', id="two words in marks"),
        pytest.param('It was "quite bad indeed" and "very odd" she said', id="joined by and"),
    ],
)
def test_two_quotations_stay_two(text: str) -> None:
    assert len(_read(text, text)) == 2


def test_a_quotation_over_paragraphs_is_one() -> None:
    text = "“It began in May.\n“It went on.\n“It ended,” she said. “Now go.”"
    first, second = _read(text)
    assert [span.of(text) for span in first.spans] == [
        "It began in May.",
        "It went on.",
        "It ended,",
    ]
    assert first.closed
    assert second.spans[0].of(text) == "Now go."


def test_what_nobody_says_belongs_to_no_statement() -> None:
    text = 'She said "yes" after the "two-plus-two" talks.'
    yes, talks = _read(text, '"yes"')
    assert (yes.statement, yes.names) == ("s1", False)
    assert (talks.statement, talks.names) == (None, True)


def test_an_unclosed_quotation_says_so() -> None:
    (found,) = _read('He said, "We will never know.')
    assert not found.closed
