"""Vectors of what statements say."""

import numpy as np
import pytest

from sayso.comparing.meaning import meanings

RARE = "Rises as large as this one will be rare."
SELDOM = "The bank does not expect to lift rates by so much very often."
OTHER = "The bank will sell some of its bonds from June on."


def test_vectors_have_length_one() -> None:
    found = meanings([RARE, SELDOM, "…", ""])
    assert found.shape == (4, 384)
    assert np.allclose(np.linalg.norm(found, axis=1), 1, atol=1e-5)


def test_no_text_has_no_vector() -> None:
    assert meanings([]).shape == (0, 384)


def test_the_same_in_other_words_is_nearer_than_something_else() -> None:
    rare, seldom, other = meanings([RARE, SELDOM, OTHER])
    assert rare @ seldom > max(rare @ other, seldom @ other)


def test_what_stands_beside_a_text_changes_nothing() -> None:
    assert (meanings([RARE, OTHER])[0] == meanings([RARE])[0]).all()


def test_marks_of_quotation_tell_nothing() -> None:
    assert (meanings([f"“{RARE}”"]) == meanings([RARE])).all()


@pytest.mark.parametrize("odd", ["\ud800", "\0", "word " * 5000, "統計局は数字", "🙂" * 300])
def test_any_text_has_a_vector(odd: str) -> None:
    assert np.isfinite(meanings([odd])).all()
