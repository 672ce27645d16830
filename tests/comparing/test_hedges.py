"""Words that leave a figure open, and words that only look so."""

import pytest

from sayso.comparing.hedges import hedge_at
from sayso.comparing.words import is_number, read_words


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("some 1,200 a day", "about"),
        ("an estimated 1,200", "about"),
        ("1,200 or so", "about"),
        ("up to 8,000", "upper"),
        ("as many as another 900", "upper"),
        ("nearly 10 million", "upper"),
        ("no fewer than 600", "lower"),
        ("more than 1,000", "lower"),
        ("1,000 or more", "lower"),
        ("the 10,000", None),
        ("they will go up to 100,000", None),
        ("we talk about 12 islands", None),
    ],
)
def test_side(text: str, side: str | None) -> None:
    forms = [word.form for word in read_words(text)]
    figure = next(at for at, form in enumerate(forms) if is_number(form))
    hedge = hedge_at(forms, figure)
    assert (hedge[0] if hedge else None) == side
