"""Statements grouped into utterances: by speaker and day first, then by words and figures."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from sayso.comparing.stories.linkage import link_average
from sayso.comparing.utterances.days import may_be_one_day
from sayso.comparing.utterances.likeness import likeness
from sayso.comparing.utterances.sayings import Saying

__all__ = ["group_sayings", "likely_pairs"]

SAME_UTTERANCE = 0.25
_TELLING = 16  # terms of a statement by which others are found that may render the same
_CROWD = 400  # statements that one term is looked up in, at most: more share it by chance


def group_sayings(sayings: Sequence[Saying]) -> list[list[str]]:
    """The ids of statements that render one utterance, together; order does not matter.

    Statements in the same words by the same speaker on the same day are compared as one.
    """
    alike = _same_words(sayings)
    pairs = likely_pairs({of: group[0] for of, group in alike.items()})
    groups = link_average(alike, pairs, least=SAME_UTTERANCE)
    return sorted(sorted(it.statement for of in group for it in alike[of]) for group in groups)


def _same_words(sayings: Sequence[Saying]) -> dict[str, list[Saying]]:
    """The statements by the first of those that nothing tells apart."""
    alike: defaultdict[tuple[object, ...], list[Saying]] = defaultdict(list)
    for saying in sorted(sayings, key=lambda it: it.statement):
        alike[saying.speaker, saying.kind, saying.day, saying.printed].append(saying)
    return {group[0].statement: group for group in alike.values()}


def likely_pairs(sayings: Mapping[str, Saying]) -> dict[tuple[str, str], float]:
    """The pairs that can be one utterance, with how likely they are."""
    return {
        (one, other): value
        for one, other in sorted(_candidates(sayings))
        if may_be_one_day(sayings[one].day, sayings[other].day)
        and (value := likeness(sayings[one], sayings[other])) > 0
    }


def _candidates(sayings: Mapping[str, Saying]) -> set[tuple[str, str]]:
    """Pairs that share a telling term."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    for of, saying in sayings.items():
        for term in _telling(saying):
            having[term].append(of)
    return {
        pair
        for crowd in having.values()
        if len(crowd) <= _CROWD
        for pair in combinations(sorted(crowd), 2)
    }


def _telling(saying: Saying) -> frozenset[str]:
    ranked = sorted(saying.terms, key=lambda term: (-saying.terms[term], term))
    return frozenset(name for term in ranked[:_TELLING] for name in saying.families[term])
