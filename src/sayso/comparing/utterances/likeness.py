"""How likely two statements render one utterance."""

import math

from sayso.comparing.utterances.sayings import Saying
from sayso.comparing.utterances.voices import Voices, voices_of

__all__ = ["likeness", "signs"]

_KIN = 0.8  # as in statements.sentences: what only means nearly the same counts for this much
_RARE = 20.0  # weight of three rare words in common
# Logistic regression on pairs of statements of three events of reports, fitted three times without
# one of them, and averaged.
_BIAS = -5.2
_WEIGHTS = {
    "more": 3.8,
    "less": 4.8,
    "shared": 0.7,
    "figure": 0.6,
    "figures_apart": 2.0,
    "one_report": -0.4,
    "open": -1.1,
}


def likeness(one: Saying, other: Saying) -> float:
    """A probability in which the order of the two does not matter; 0 for two people."""
    if voices_of(one, other) is Voices.APART:
        return 0.0
    total = _BIAS + math.fsum(_WEIGHTS[name] * value for name, value in signs(one, other).items())
    return 1 / (1 + math.exp(-total))


def signs(one: Saying, other: Saying) -> dict[str, float]:
    """What speaks for one utterance: shares of words in common (0 to 1), figures, the speakers."""
    first, second = _shared(one, other), _shared(other, one)
    shares = sorted((first / _total(one), second / _total(other)))
    figures = [{term for term in it.terms if term[0] == "="} for it in (one, other)]
    both = bool(figures[0] and figures[1])
    return {
        "more": shares[1],
        "less": shares[0],
        "shared": min(max(first, second) / _RARE, 3.0),
        "figure": float(bool(figures[0] & figures[1])),
        "figures_apart": float(both and not figures[0] & figures[1]),
        "one_report": float(one.report == other.report),
        "open": float(voices_of(one, other) is Voices.OPEN),
    }


def _total(saying: Saying) -> float:
    return math.fsum(saying.terms.values())


def _shared(one: Saying, other: Saying) -> float:
    """The weight of the terms of one that the other has too, in that form or in a like word."""
    return math.fsum(
        weight * (1.0 if term in other.terms else _KIN)
        for term, weight in one.terms.items()
        if term in other.terms or not one.families[term].isdisjoint(other.meant)
    )
