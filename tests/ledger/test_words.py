"""What people type to search, understood or refused in one sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.errors import BadRequestError
from sayso.ledger.matching import match
from sayso.ledger.words import Both, Either, Not, Phrase, parse_words


def either(*texts: str) -> Either:
    return Either(parts=tuple(Phrase(text=text) for text in texts))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", None),
        ("  -- ", None),
        ("troops", Phrase(text="troops")),
        ("a b", Both(parts=(Phrase(text="a"), Phrase(text="b")))),
        ("a OR b c", Either(parts=(Phrase(text="a"), parse_words("b c") or Phrase(text="")))),
        ('x -"a b"', Both(parts=(Phrase(text="x"), Not(part=Phrase(text="a b"))))),
        ("dep*", Phrase(text="dep", prefix=True)),
        ("O'Neill", Phrase(text="O'Neill")),
        ("8000", either("8000", "8,000")),
        ("$1,200,000", either("$1,200,000", "$1200000")),
        ('"8000 troops"', either("8000 troops", "8,000 troops")),
        ('x -"8,000"', Both(parts=(Phrase(text="x"), Not(part=either("8,000", "8000"))))),
        ("800", Phrase(text="800")),
        ("0800", Phrase(text="0800")),
        ("8000.5", Phrase(text="8000.5")),
        ("T8000", Phrase(text="T8000")),
        ("8000th", Phrase(text="8000th")),
    ],
)
def test_meaning(typed: str, meant: object) -> None:
    assert parse_words(typed) == meant


@pytest.mark.parametrize("typed", ["NOT a", "a OR", "(a", "a)", "a NOT", "AND", "-a", "x " * 101])
def test_what_cannot_be_meant_is_refused(typed: str) -> None:
    if typed == "AND":  # no word of a search by itself
        assert parse_words("and") is not None
    with pytest.raises(BadRequestError):
        parse_words(typed)


@given(st.text(st.sampled_from('ab "()-*ORNOTAND:{}^+'), max_size=40))
def test_anything_is_understood_or_refused(typed: str) -> None:
    try:
        words = parse_words(typed)
    except BadRequestError:
        return
    if words is not None:
        assert match("sqlite", {"words": [words]}).values["match"]
