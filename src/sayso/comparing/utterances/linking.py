"""How likely any two statements render one utterance, and the groups that follow from it."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from sayso.comparing.utterances.evidence import Background, Group
from sayso.lexicon import table

__all__ = ["FEATURES", "Told", "features", "grouped", "speakers_of"]

FEATURES = (
    *("words", "meaning", "fewest", "open", "one_report", "both_quoted"),
    *("same_figure", "other_figures", "one_figure", "joined", "joined_meaning", "joined_many"),
)
"""What is known of two statements.

`words` and `meaning` are cosines, of their terms and of their vectors; `fewest` how many terms the
shorter has; `open` whether it is open that one speaker says both; then whether they stand in one
report, both are quotations, they share a figure, each gives another figure, one alone gives any.
`joined` is whether their words joined them before, then times `meaning`, and times the logarithm
of how many were joined.
"""
# How much a quotation counts in a mean: it holds all of what was said, a telling often a part of
# it. With 2 a group of an event of seven reports stays whole (F1 83 for 56), with 3 another breaks.
_QUOTED = 2.0
_TERMS = 1024  # terms that are multiplied at once, so that a long list of them fits into memory


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Statements, each as a group by itself, in order of their ids, and what is known of them.

    `vectors` [statements, width] are what they say, `joined` the groups that their words made of
    them, by number; `speakers` tells of two groups how many pairs are open, None where two
    speakers are apart.
    """

    statements: Sequence[Group]
    vectors: np.ndarray
    joined: Sequence[int]
    background: Background
    speakers: Callable[[Group, Group], int | None]


def grouped(told: Told) -> list[list[int]]:
    """The statements that render one utterance, by their places.

    Groups whose pairs are likeliest, on the mean, are joined until none are likely enough (average
    linkage, Sokal and Michener 1958). A quotation counts twice in it.
    """
    weights: Mapping[str, float] = table("utterance_links")
    open_pairs, apart = speakers_of(told)
    odds = np.full(apart.shape, weights["bias"])
    for name, values in features(told, open_pairs):
        odds += weights[name] * values
    odds[apart] = -np.inf  # of a mean too, so that groups with such a pair are never joined
    counting = np.array([_QUOTED if it.quoted else 1.0 for it in told.statements])
    return _linked(odds, counting, enough=weights["enough"])


def features(told: Told, open_pairs: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    """Each of FEATURES for all pairs [statements, statements]."""
    total = np.array([it.total for it in told.statements])
    quoted = np.array([it.quoted > 0 for it in told.statements])
    same = _alike(told.joined)
    many = np.log(same.sum(0))
    meaning = told.vectors @ told.vectors.T
    yield "words", _cosines(told)
    yield "meaning", meaning
    yield "fewest", np.minimum.outer(total, total)
    yield "open", open_pairs
    yield "one_report", _alike([next(iter(it.reports)) for it in told.statements])
    yield "both_quoted", np.logical_and.outer(quoted, quoted)
    yield from _figures(told)
    yield "joined", same
    yield "joined_meaning", same * meaning
    yield "joined_many", same * many


def _figures(told: Told) -> Iterator[tuple[str, np.ndarray]]:
    given = sorted({it for one in told.statements for it in one.figures})
    has = np.array([[it in one.figures for it in given] for one in told.statements], np.float32)
    any_given = has.any(1)
    shared = has @ has.T > 0
    yield "same_figure", shared
    yield "other_figures", np.logical_and.outer(any_given, any_given) & ~shared
    yield "one_figure", np.logical_xor.outer(any_given, any_given)


def _cosines(told: Told) -> np.ndarray:
    """Of the terms, the rarer the heavier."""
    background, count = told.background, len(told.statements)
    holding: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, one in enumerate(told.statements):
        for term, times in one.terms.items():
            rarity = -math.log(background.expected[term] / background.mass)
            holding[term].append((at, times * math.sqrt(rarity)))
    products = np.zeros((count, count), np.float32)
    terms = sorted(holding)
    for first in range(0, len(terms), _TERMS):
        some = terms[first : first + _TERMS]
        block = np.zeros((count, len(some)), np.float32)
        for column, term in enumerate(some):
            for at, value in holding[term]:
                block[at, column] = value
        products += block @ block.T
    length = np.sqrt(np.diag(products))
    return np.asarray(products / np.multiply.outer(length, length))


def speakers_of(told: Told) -> tuple[np.ndarray, np.ndarray]:
    """For all pairs [statements, statements], whether their speakers are open, and are apart."""
    kinds = [next(iter(it.speakers)) for it in told.statements]
    first = {kind: it for kind, it in zip(reversed(kinds), reversed(told.statements), strict=True)}
    known = sorted(first)
    between = [[told.speakers(first[one], first[other]) for other in known] for one in known]
    number = {kind: at for at, kind in enumerate(known)}
    at = np.array([number[kind] for kind in kinds])
    open_pairs = np.array([[bool(found) for found in row] for row in between])
    apart = np.array([[found is None for found in row] for row in between])
    return open_pairs[at[:, None], at], apart[at[:, None], at]


def _alike(names: Sequence[str] | Sequence[int]) -> np.ndarray:
    """Whether two have the same."""
    number = {name: at for at, name in enumerate(dict.fromkeys(names))}
    at = np.array([number[name] for name in names])
    return np.asarray(np.equal.outer(at, at))


def _linked(odds: np.ndarray, size: np.ndarray, *, enough: float) -> list[list[int]]:
    """Groups of which no two have a mean of `enough`; each statement counts as its `size`."""
    means = odds.astype(np.float64)
    np.fill_diagonal(means, -np.inf)
    members = [[at] for at in range(len(means))]
    nearest, value = means.argmax(1), means.max(1)
    while value.max() >= enough:
        one = int(value.argmax())
        other = int(nearest[one])
        members[one] += members[other]
        members[other] = []
        both = (means[one] * size[one] + means[other] * size[other]) / (size[one] + size[other])
        size[one] += size[other]
        means[one] = means[:, one] = both
        means[other] = means[:, other] = means[one, one] = -np.inf
        # A mean of two is never more than both, so that the nearest of all others stays.
        old = np.flatnonzero((nearest == one) | (nearest == other) | (np.arange(len(size)) == one))
        nearest[old], value[old] = means[old].argmax(1), means[old].max(1)
    return [sorted(its) for its in members if its]
