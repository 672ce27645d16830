"""Figures are found by a word for how large they are, whatever they are."""

import operator
import sqlite3
from contextlib import closing

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.ledger.magnitudes import magnitude, magnitude_case, magnitudes

_RELATIONS = {
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<=": operator.le,
    "<": operator.lt,
}
_FIGURES = st.floats(allow_nan=False, allow_infinity=False) | st.integers(-9, 10**6).map(float)


@pytest.mark.parametrize("relation", _RELATIONS)
@given(figure=_FIGURES, bound=_FIGURES)
def test_what_stands_in_a_relation_has_one_of_its_words(
    relation: str, figure: float, bound: float
) -> None:
    if _RELATIONS[relation](figure, bound):
        assert magnitude(figure) in magnitudes(relation, bound)


@given(figure=_FIGURES)
def test_sql_gives_the_same_word(figure: float) -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        query = f"select {magnitude_case('figure')} from (select ? as figure)"
        assert connection.execute(query, (figure,)).fetchone() == (magnitude(figure),)


def test_what_is_much_smaller_is_not_asked() -> None:
    assert magnitude(4_200) not in magnitudes(">", 15_000)
    assert magnitude(15_000) not in magnitudes("<", 4_200)
