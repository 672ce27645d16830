"""What holds of the grammar of any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.reading import Encoder
from sayso.reading.words import split_words
from sayso.records import Grammar, Span


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def _check(text: str, grammar: Grammar) -> None:
    columns = (grammar.upos, grammar.xpos, grammar.heads, grammar.labels)
    assert all(len(column) == len(grammar.words) for column in columns)
    seen: list[int] = []
    for first in grammar.sentences:
        sentence = grammar.sentence(first)
        assert sum(grammar.heads[word] < 0 for word in sentence) == 1
        assert list(grammar.subtree(grammar.root(first))) == list(sentence)  # one tree, no cycle
        seen.extend(sentence)
    assert seen == list(range(len(grammar.words)))
    before = 0
    for name in grammar.names:
        assert before <= name.span.start < name.span.end <= len(text)
        before = name.span.end


ODD = [
    pytest.param("", id="nothing"),
    pytest.param("\x00 \ud800 \u202e\U0001f600", id="odd characters"),
    pytest.param("x" * 20_000, id="one word"),
    pytest.param('"' * 3_000, id="quotation marks"),
    pytest.param("7" * 5_000 + " votes", id="a long number"),
    pytest.param("and then " * 800, id="no sentence ends"),
    pytest.param("Yes.\n" * 400, id="paragraphs"),
]


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_have_trees_too(encoder: Encoder, text: str) -> None:
    _check(text, encoder.encode(text, split_words(text)).grammar)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_any_text(encoder: Encoder, text: str) -> None:
    words = split_words(text)
    grammar = encoder.encode(text, words).grammar
    _check(text, grammar)
    assert encoder.encode(text, words).grammar == grammar


def test_a_paragraph_in_front_only_moves_the_rest(encoder: Encoder) -> None:
    text = "The harbour master did not say when Ann Roe would sail from Oslo. She left."
    front = "Rain fell. " * 60 + "\n"  # so long that it has a window of its own
    alone = encoder.encode(text, split_words(text)).grammar
    behind = encoder.encode(front + text, split_words(front + text)).grammar
    count = len(alone.words)
    before = len(behind.words) - count
    assert behind.upos[-count:] == alone.upos
    assert [head - before if head >= 0 else head for head in behind.heads[-count:]] == alone.heads
    moved = [
        (Span(name.span.start + len(front), name.span.end + len(front)), name.kind)
        for name in alone.names
    ]
    assert [(name.span, name.kind) for name in behind.names[-len(moved) :]] == moved
