from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from sayso.reading.grammar.trees import best_heads


def is_tree(heads: list[int]) -> bool:
    """Whether every chain of heads ends at the one root."""
    return heads.count(-1) == 1 and all(_reaches_root(heads, word) for word in range(len(heads)))


def _reaches_root(heads: list[int], word: int) -> bool:
    for _ in heads:
        if word < 0:
            return True
        word = heads[word]
    return word < 0


def _scores(most: int) -> st.SearchStrategy[np.ndarray]:
    numbers = st.floats(-20, 20, width=32)
    return st.integers(1, most).flatmap(
        lambda count: arrays(np.float32, (count, count + 1), elements=numbers)
    )


@settings(deadline=None)
@given(_scores(30))
def test_it_is_a_tree(scores: np.ndarray) -> None:
    assert is_tree(best_heads(scores).tolist())


@settings(deadline=None)
@given(_scores(4))
def test_no_tree_is_better(scores: np.ndarray) -> None:
    def worth(heads: tuple[int, ...]) -> float:
        return float(sum(scores[word, head] for word, head in enumerate(heads)))

    count = len(scores)
    trees = (heads for heads in product(range(-1, count), repeat=count) if is_tree(list(heads)))
    best = max(map(worth, trees))
    assert abs(worth(tuple(best_heads(scores).tolist())) - best) < 1e-3


def test_a_long_sentence_in_which_every_word_points_to_the_next() -> None:
    count = 254
    scores = np.zeros((count, count + 1), np.float32)
    scores[np.arange(count), (np.arange(count) + 1) % count] = 9.0  # one round of all words
    heads = best_heads(scores).tolist()
    assert is_tree(heads)
    assert sum(head == (word + 1) % count for word, head in enumerate(heads)) == count - 1
