"""Pages that follow each other by key, whatever comes or goes between them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadRequestError
from sayso.interfaces.http.paging import Key, after, cursor_of

KEYS = st.lists(st.tuples(st.text(max_size=5), st.integers(0, 9)), unique=True).map(sorted)


def itself(key: Key) -> Key:
    return key


def pages(keys: list[Key], size: int) -> list[Key]:
    found: list[Key] = []
    cursor = None
    while left := after(keys, itself, cursor):
        found += left[:size]
        cursor = cursor_of(found[-1])
    return found


@given(KEYS, st.integers(1, 4))
def test_pages_hold_every_record_once(keys: list[Key], size: int) -> None:
    assert pages(keys, size) == keys


@given(KEYS, KEYS, st.integers(0, 9))
def test_what_goes_or_comes_meanwhile_moves_nothing(
    keys: list[Key], others: list[Key], at: int
) -> None:
    ended = keys[at : at + 1]
    for key in ended:
        left = after(others, itself, cursor_of(key))
        assert left == [one for one in others if one > key]


@pytest.mark.parametrize(
    "cursor",
    ["x", "", "äöü", "WzFd", "bnVsbA", "W10", "WyJhIiwiYiJd", "e30", "WzEuNV0", "=", "A" * 999],
)
def test_a_cursor_of_another_list_is_told(cursor: str) -> None:
    keys: list[Key] = [("a", 1), ("b", 2)]
    if cursor == "W10":  # of no record: it ends before all of them
        assert after(keys, itself, cursor) == keys
        return
    with pytest.raises(BadRequestError, match="no cursor of this list"):
        after(keys, itself, cursor)


@given(st.text())
def test_any_cursor_is_taken_or_refused(cursor: str) -> None:
    try:
        after([("a", 1)], itself, cursor)
    except BadRequestError:
        pass
