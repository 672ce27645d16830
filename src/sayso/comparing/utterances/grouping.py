"""Statements grouped into utterances: by speaker and day first, then by words and figures."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations

from sayso.comparing.stories.linkage import link_average
from sayso.comparing.utterances.days import may_be_one_day
from sayso.comparing.utterances.likeness import likeness
from sayso.comparing.utterances.sayings import Saying
from sayso.comparing.utterances.voices import Voices, voices_of
from sayso.records import PersonKind

__all__ = ["group_sayings", "likely_pairs"]

# Swept 0.2-0.45 and 0.15-0.6 on two of three events of reports, for the third.
_SAME_UTTERANCE = 0.3
_OPEN_VOICE = 0.45
_TELLING = 16  # terms of a statement by which others are found that may render the same
_CROWD = 400  # statements that one term is looked up in, at most: more share it by chance


def group_sayings(sayings: Sequence[Saying]) -> list[list[str]]:
    """The ids of statements that render one utterance, together; order does not matter.

    First the words of each person by themselves; then what bodies, groups and nobody named are
    given goes to the person's utterance that it comes nearest to. Statements in the same words by
    the same speaker on the same day are compared as one.
    """
    alike = _same_words(sayings)
    first = {of: group[0] for of, group in alike.items()}
    pairs = likely_pairs(first)
    own = {pair: it for pair, it in pairs.items() if _is_one_voice(first, pair)}
    groups = _with_open(link_average(first, own, least=_SAME_UTTERANCE), first, pairs)
    return sorted(sorted(it.statement for of in group for it in alike[of]) for group in groups)


def _is_one_voice(sayings: Mapping[str, Saying], pair: tuple[str, str]) -> bool:
    return voices_of(sayings[pair[0]], sayings[pair[1]]) is Voices.SAME


def _with_open(
    groups: Sequence[Sequence[str]],
    sayings: Mapping[str, Saying],
    pairs: Mapping[tuple[str, str], float],
) -> list[list[str]]:
    """The groups, those without a person joined to that of the person whose words are nearest."""
    home = {of: at for at, group in enumerate(groups) for of in group}
    named = [any(sayings[of].kind is PersonKind.PERSON for of in group) for group in groups]
    nearest: dict[int, tuple[float, int]] = {}
    for (one, other), value in pairs.items():
        for here, there in ((home[one], home[other]), (home[other], home[one])):
            if not named[here] and named[there] and value >= _OPEN_VOICE:
                nearest[here] = max(nearest.get(here, (0.0, 0)), (value, -there))
    made = {at: list(group) for at, group in enumerate(groups)}
    for here, (_, there) in nearest.items():
        made[-there] += made.pop(here)
    return list(made.values())


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
        if not (sayings[one].tells or sayings[other].tells)
        and may_be_one_day(sayings[one].day, sayings[other].day)
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
