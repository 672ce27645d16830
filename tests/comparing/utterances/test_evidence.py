"""What speaks for one utterance, and what against it."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from sayso.comparing.utterances.evidence import Background, Group, evidence

BACKGROUND = Background(
    expected={"strike": 1.0, "docker": 0.1, "rate": 0.1, "bank": 0.1, "=4200": 0.1}, mass=20.0
)


def _group(
    terms: Mapping[str, float],
    *,
    member: str = "a",
    report: str = "r",
    quoted: int = 0,
    figures: Mapping[str, int] = MappingProxyType({}),
) -> Group:
    return Group(
        members=(member,),
        terms=terms,
        total=sum(terms.values()),
        speakers={"s": 1},
        reports={report: 1},
        quoted=quoted,
        figures=figures,
    )


ONE = _group({"docker": 1.0, "strike": 1.0})


def _between(one: Group, other: Group, open_pairs: int = 0) -> float:
    return evidence(one, other, background=BACKGROUND, open_pairs=open_pairs)


LESS = {
    "a common word": ({"rate": 1.0, "strike": 1.0}, "q"),
    "one report": ({"docker": 1.0, "strike": 1.0}, "r"),
    "more words of its own": ({"docker": 1.0, "strike": 1.0, "bank": 1.0, "rate": 1.0}, "q"),
    "nothing shared": ({"bank": 1.0}, "q"),
}


@pytest.mark.parametrize(("terms", "report"), LESS.values(), ids=LESS)
def test_less_speaks_for_it(terms: dict[str, float], report: str) -> None:
    best = _between(ONE, _group({"docker": 1.0, "strike": 1.0}, member="b", report="q"))
    other = _group(terms, member="b", report=report)
    assert _between(ONE, other) < best


def test_an_open_voice_speaks_against_it() -> None:
    other = _group({"docker": 1.0}, member="b", report="q")
    assert _between(ONE, other, 1) < _between(ONE, other, 0)


def test_two_quotations_would_be_in_the_same_words() -> None:
    quoted = _group({"docker": 1.0}, member="b", report="q", quoted=1)
    plain = _group({"docker": 1.0}, member="b", report="q")
    said = _group(ONE.terms, quoted=1)
    assert _between(said, quoted) < _between(said, plain)


def test_two_figures_speak_against_it() -> None:
    giving = [
        _group({"docker": 1.0}, member="b", report="q", figures=figures)
        for figures in ({}, {"42": 1, "3": 1}, {"3": 1})
    ]
    none, same, other = (_between(_group(ONE.terms, figures={"42": 1}), it) for it in giving)
    assert other < none == same


def test_which_is_first_does_not_matter() -> None:
    other = _group({"docker": 1.0, "bank": 0.5}, member="b", report="q")
    assert _between(ONE, other) == _between(other, ONE)


def test_nothing_shared_speaks_against_it() -> None:
    assert _between(ONE, _group({"bank": 1.0}, member="b", report="q")) < 0


def test_what_was_joined_can_be_taken_away_again() -> None:
    figures = {"42": 1}
    other = _group({"docker": 0.1, "rate": 0.2}, member="b", report="q", quoted=1, figures=figures)
    left = ONE.joined(other).without(other)
    assert (ONE.joined(other).figures, left.figures) == (figures, {})
    assert (left.members, left.reports, left.quoted) == (ONE.members, ONE.reports, ONE.quoted)
    assert left.terms == pytest.approx(ONE.terms)
    assert left.total == pytest.approx(ONE.total)
