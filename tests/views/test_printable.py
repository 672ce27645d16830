import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.views.printable import folded, printable

ANY_TEXT = st.text(st.characters(exclude_categories=()))


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Around 8,000", "Around 8,000", id="plain"),
        pytest.param("\x1b]0;owned\x07", "␛]0;owned␇", id="window title"),
        pytest.param("\x1b[2J", "␛[2J", id="clear screen"),
        pytest.param("\x9b2J", "�2J", id="one-character escape"),
        pytest.param("a\tb\r\nc", "a b  c", id="blanks"),
        pytest.param("safe \u202egnihton", "safe �gnihton", id="turned direction"),
        pytest.param("\u200fKim\u200e", "Kim", id="direction marks"),
        pytest.param("half \ud83d", "half �", id="lone surrogate"),
        pytest.param("nul\x00", "nul␀", id="nul"),
        pytest.param("👩\u200d🚀 العربية", "👩\u200d🚀 العربية", id="joined emoji, Arabic"),
    ],
)
def test_nothing_steers_the_terminal(text: str, shown: str) -> None:
    assert printable(text) == shown


@given(ANY_TEXT)
def test_no_control_character_is_left(text: str) -> None:
    left = printable(text)
    assert not [char for char in left if unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"}]
    assert printable(left) == left


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("one two three four five", "one two three four five", id="short enough"),
        pytest.param("one two three four five six", "one two … five six", id="folded"),
        pytest.param(" one\n two ", "one two", id="blanks"),
        pytest.param("", "", id="nothing"),
        pytest.param("x" * 1_000_000, "x" * 60 + "…" + "x" * 10, id="no space anywhere"),
    ],
)
def test_long_text_folds_in_the_middle(text: str, shown: str) -> None:
    assert folded(text, head=2, tail=2) == shown
