"""What an index knows of a record."""

from dataclasses import replace
from itertools import pairwise

import pytest

from sayso.comparing.index import index_of
from sayso.records import Span
from tests.comparing.factory import TURNS, record_of

INDEX = index_of(record_of())


def _at(words: str) -> int:
    return next(INDEX.exact(words.split(), most=1))


def test_words_stand_in_their_turns() -> None:
    turns = INDEX.record.turns
    for word, turn in zip(INDEX.words, INDEX.turn_of, strict=True):
        assert turns[turn].span.covers(Span(word.start, word.end))


def test_sentences_follow_each_other() -> None:
    assert INDEX.sentences[0] == 0
    assert all(left < right for left, right in pairwise(INDEX.sentences))
    said = [INDEX.surface(a, b) for a, b in pairwise((*INDEX.sentences, len(INDEX.words)))]
    assert said[0] == "Good morning, everyone"
    assert "It is a test of patience for all of us" in said


def test_an_abbreviation_ends_no_sentence() -> None:
    index = index_of(record_of([("Q", "I met Dr. Varga of the U.S. Senate. She left.")]))
    assert len(index.sentences) == 2


def test_who_speaks() -> None:
    assert INDEX.speaker(_at("have you lost control")) == "QUESTION"
    first, last = INDEX.voice_span(_at("sea wall"))
    assert INDEX.forms[first] == "good"
    assert INDEX.forms[last - 1] == "vessels"


def test_a_stretch_over_turns_leaves_labels_out() -> None:
    end = _at("lighthouse")
    assert INDEX.surface(end, end + 4) == "lighthouse As far as"
    assert len(INDEX.slices(end, end + 4)) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("the northern harbor, but", 1),
        ("the", 20),
        ("northern harb", 0),
        ("SECRETARY LINDQVIST: Make", 0),
        ("", 0),
    ],
)
def test_same_text(text: str, count: int) -> None:
    assert len(list(INDEX.same_text(text, most=20))) >= min(count, 10)
    assert bool(list(INDEX.same_text(text, most=20))) == bool(count)


@pytest.mark.parametrize(
    ("cut", "joins"),
    [
        ("it is a test of patience for all of us", True),
        ("good morning everyone", False),
        ("but we would expect that to happen", False),
        ("of patience for all of us the islands will be", True),
        ("us the islands", False),
    ],
)
def test_what_a_cut_joins(cut: str, *, joins: bool) -> None:
    at = _at(cut)
    assert INDEX.joins_sentences((at, at + len(cut.split()))) is joins


def test_gaps() -> None:
    record = record_of(has_gaps=True)
    index = index_of(record)
    assert index.has_gap(len(index.words) - 1, len(index.words))
    assert not index.has_gap(0, 3)


def test_turns_in_any_order() -> None:
    record = record_of()
    turned = replace(record, turns=record.turns[::-1])
    assert index_of(turned).forms == INDEX.forms


def test_a_record_is_read_once() -> None:
    assert index_of(record_of(TURNS, name="once")) is index_of(record_of(TURNS, name="once"))


def test_an_empty_record() -> None:
    index = index_of(record_of([]))
    assert (index.words, index.sentences) == ((), ())
