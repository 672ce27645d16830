"""How likely a statement is one more rendering of what a group of statements renders."""

import math
from collections.abc import Sequence

from sayso.comparing.utterances.evidence import Background, Group, told_alike
from sayso.lexicon import table

__all__ = ["FEATURES", "features", "likelihood"]

FEATURES = ("per_term", "figures", "open", "size", "ahead", "rivals")
_FARTHEST = 15.0  # what any group is ahead of the next, at most

_Near = tuple[Group, int]
"""A group and how many of its statements have a speaker that may be another."""


def features(own: Group, near: Sequence[_Near], background: Background) -> list[tuple[float, ...]]:
    """What speaks for each of these groups, as `FEATURES`, one row a group.

    `per_term` is what the words speak for it, by how much the statement says; `figures` the share
    of its statements that give the same figure; `open` that of speakers who may be others; `size`
    the logarithm of how many they are; `ahead` by how much more the words speak for this group
    than for the next best; `rivals` the logarithm of how many groups there are to choose from.
    """
    told = [told_alike(own, group, background) for group, _ in near]
    return [
        (
            value / (1 + own.total),
            max((group.figures.get(it, 0) for it in own.figures), default=0) / len(group.members),
            pairs / len(group.members),
            math.log(len(group.members)),
            _ahead(value, [*told[:at], *told[at + 1 :]]),
            math.log(len(near)),
        )
        for at, ((group, pairs), value) in enumerate(zip(near, told, strict=True))
    ]


def _ahead(value: float, others: Sequence[float]) -> float:
    return max(-_FARTHEST, min(_FARTHEST, value - max([0.0, *others])))


def likelihood(row: Sequence[float]) -> float:
    """How likely it is by these features that the statement belongs there, from 0 to 1."""
    weights: dict[str, float] = table("utterance_weights")
    given = zip(FEATURES, row, strict=True)
    odds = weights["bias"] + math.fsum(weights[name] * value for name, value in given)
    return 1 / (1 + math.exp(-odds))
