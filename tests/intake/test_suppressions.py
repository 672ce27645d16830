import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import UnreadableSuppressionsError
from sayso.intake import parse_suppressions
from sayso.records import Suppression, Verdict

WHOLE = b"""
[[suppress]]
words = "around 8,000"
verdict = "hedge_changed"
report = "draft.txt"
reason = "the desk has the written figure"
"""


def test_an_entry_with_everything() -> None:
    assert parse_suppressions(WHOLE, name="s.toml") == (
        Suppression(
            words="around 8,000",
            verdict=Verdict.HEDGE_CHANGED,
            report="draft.txt",
            reason="the desk has the written figure",
        ),
    )


@pytest.mark.parametrize("text", ["", "# nothing yet", "other = 1"], ids=["empty", "note", "other"])
def test_no_entry(text: str) -> None:
    assert parse_suppressions(text.encode(), name="s.toml") == ()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        pytest.param("words =", "no TOML", id="no TOML"),
        pytest.param("suppress = 1", r"\[\[suppress\]\]", id="no list"),
        pytest.param("suppress = [1]", "entry 1", id="no table"),
        pytest.param('[[suppress]]\nreason = "x"', "no words", id="no words"),
        pytest.param('[[suppress]]\nwords = "x"', "no reason", id="no reason"),
        pytest.param('[[suppress]]\nwords = "x"\nreason = " "', "no reason", id="empty reason"),
        pytest.param('[[suppress]]\nwords = "x"\nreason = 3', "entry 1", id="number"),
        pytest.param('[[suppress]]\nword = "x"', "'word'", id="misspelt key"),
        pytest.param(
            '[[suppress]]\nwords = "x"\nreason = "y"\nverdict = "wrong"', "'wrong'", id="no verdict"
        ),
    ],
)
def test_what_is_amiss_is_said(text: str, message: str) -> None:
    with pytest.raises(UnreadableSuppressionsError, match=message) as error:
        parse_suppressions(text.encode(), name="s.toml")
    assert "s.toml" in str(error.value)


@given(st.binary(max_size=80))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableSuppressionsError):
        assert isinstance(parse_suppressions(data, name="s.toml"), tuple)
