import numpy as np
import pytest

from sayso.reading.grammar import BLOCKS, RELATIONS, Scores, decode, grammar_of
from sayso.reading.grammar.labels import NAME_TAGS
from sayso.records import Span

WIDTH = sum(map(len, BLOCKS.values())) + len(RELATIONS)


def scores_of(words: int, names: list[str] | None = None, begins: tuple[int, ...] = ()) -> Scores:
    """Scores in which every word hangs on the one before, and nothing else is said."""
    tags = np.zeros((words, WIDTH), np.float32)
    at = len(BLOCKS["upos"]) + len(BLOCKS["xpos"])
    tags[list(begins), at + 1] = 1
    for word, name in enumerate(names or []):
        tags[word, at + 2 + NAME_TAGS.index(name)] = 1
    arcs = np.zeros((words, words + 1), np.float32)
    arcs[np.arange(1, words), np.arange(words - 1)] = 1
    heads = np.zeros((words, len(RELATIONS)), np.float32)
    return Scores(tags=tags, heads=heads, arcs=arcs)


def opens(words: int, *places: int) -> np.ndarray:
    found = np.zeros(words, bool)
    found[list(places)] = True
    return found


def spans(words: int) -> list[Span]:
    return [Span(2 * word, 2 * word + 1) for word in range(words)]


def test_trees_stay_in_their_sentence_and_windows_apart() -> None:
    windows = [
        decode(scores_of(4, begins=(2,)), opens(4)),
        decode(scores_of(3), opens(3, 1)),
    ]
    grammar = grammar_of("", spans(7), windows)
    assert grammar.sentences == [0, 2, 4, 5]
    assert grammar.heads == [-1, 0, -1, 2, -1, -1, 5]
    assert [label == "root" for label in grammar.labels] == [head < 0 for head in grammar.heads]


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        pytest.param(["B-person", "I-person", "O"], [(0, 3, "person")], id="one name"),
        pytest.param(["O", "I-place", "I-place"], [(2, 5, "place")], id="no beginning"),
        pytest.param(
            ["B-person", "B-person", "O"], [(0, 1, "person"), (2, 3, "person")], id="two in a row"
        ),
        pytest.param(
            ["B-person", "I-place", "O"], [(0, 1, "person"), (2, 3, "place")], id="other kind"
        ),
        pytest.param(["O", "O", "B-date"], [(4, 5, "date")], id="at the end"),
    ],
)
def test_names(tags: list[str], expected: list[tuple[int, int, str]]) -> None:
    grammar = grammar_of("a b c", spans(3), [decode(scores_of(3, tags), opens(3))])
    assert [(*name.span, name.kind.value) for name in grammar.names] == expected


@pytest.mark.parametrize(
    ("text", "tags", "expected"),
    [
        pytest.param("x x x", ["person", "place", "place"], "place place place", id="most win"),
        pytest.param("x x y", ["person", "place", "date"], "person place date", id="a draw stays"),
        pytest.param("x y y", ["person", "date", "date"], "person date date", id="others apart"),
    ],
)
def test_a_name_is_of_one_kind(text: str, tags: list[str], expected: str) -> None:
    scores = scores_of(3, [f"B-{tag}" for tag in tags])
    grammar = grammar_of(text, spans(3), [decode(scores, opens(3))])
    assert " ".join(name.kind for name in grammar.names) == expected


def test_no_windows_no_words() -> None:
    grammar = grammar_of("", [], [])
    assert not grammar.words
    assert not grammar.heads
    assert grammar.names == ()
