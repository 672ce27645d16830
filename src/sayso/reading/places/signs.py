"""How much speaks for a name being one of a place, and no person's, team's or plain word."""

from collections.abc import Callable, Sequence
from functools import cache

from sayso.lexicon import table
from sayso.reading.places.bearing import OWN_SIGNS
from sayso.reading.places.company import BESIDE_SIGNS
from sayso.reading.places.scenes import Scene

__all__ = ["SIGNS", "evidence", "sign_name", "strongest_signs"]

_LEAST = 0.1  # weight; what weighs less changes no place of LGL and takes its time

SIGNS = (*OWN_SIGNS, *BESIDE_SIGNS)
"""All signs, in the order in which they are fitted."""


def evidence(scene: Scene) -> float:
    """How much speaks for a place, as the logarithm of the odds."""
    always, weighted = _weights()
    found = 0.0
    for weight, sign in weighted:
        if holds := sign(scene):
            found += weight * holds
    return always + found


def strongest_signs(scene: Scene) -> list[tuple[str, float]]:
    """The signs that hold here with what each adds to the evidence, the strongest first."""
    found = [(sign_name(sign), weight * sign(scene)) for weight, sign in _weights()[1]]
    return sorted((one for one in found if one[1]), key=lambda one: -abs(one[1]))


def sign_name(sign: Callable[[Scene], float]) -> str:
    """The name of a sign in the table of weights."""
    return sign.__name__.removeprefix("_")


@cache
def _weights() -> tuple[float, Sequence[tuple[float, Callable[[Scene], float]]]]:
    weights = table("place_weights")["finding"]
    weighed = [(weights[sign_name(sign)], sign) for sign in SIGNS]
    return weights["always"], [(weight, sign) for weight, sign in weighed if abs(weight) >= _LEAST]
