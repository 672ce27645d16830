"""Whether two claims are one: the same doing, of the same, in words that tell as much."""

from collections.abc import Mapping

from sayso.comparing.kinship import family
from sayso.comparing.positions.claimed import Claimed

__all__ = ["bearing", "is_same_claim", "shared_words"]

# So much of what the words of either claim tell must stand in the other.
_LESSER = 0.6
_GREATER = 0.4
_FEWEST = 2  # telling words that both must have


def is_same_claim(one: Claimed, other: Claimed) -> bool:
    """Whether both speak of one thing, whatever they say to it; in doubt they do not.

    The heads must be forms of one word, and countries must agree where both name some; what will
    be is another claim than what is.
    """
    return (
        one.is_future == other.is_future
        and _same_doing(one, other)
        and _same_countries(one, other)
        and _share_enough(one, other)
    )


def bearing(one: Claimed, other: Claimed) -> float:
    """How much a later claim may have to do with an earlier one, 0 to 1; for a person to look at.

    It is the lesser share of the words that tell most, 0 where only one word is in common.
    """
    here, there = shared_words(one, other), shared_words(other, one)
    if min(len(here), len(there)) < _FEWEST or not _same_countries(one, other):
        return 0.0
    return min(_share(one.weights, here), _share(other.weights, there))


def _same_doing(one: Claimed, other: Claimed) -> bool:
    """Whether the heads are forms of one word; `is` and `were` tell of no doing by themselves."""
    return not (one.head or other.head) or not one.head.isdisjoint(other.head)


def _same_countries(one: Claimed, other: Claimed) -> bool:
    return one.countries <= other.countries or other.countries <= one.countries


def shared_words(one: Claimed, other: Claimed) -> tuple[str, ...]:
    """The telling words of one claim that the other has, or a word that reports put for it."""
    there = {name for form in other.weights for name in family(form)}
    return tuple(form for form in one.weights if not family(form).isdisjoint(there))


def _share_enough(one: Claimed, other: Claimed) -> bool:
    here, there = shared_words(one, other), shared_words(other, one)
    if min(len(here), len(there)) < _FEWEST:
        return False
    shares = sorted((_share(one.weights, here), _share(other.weights, there)))
    return shares[0] >= _GREATER and shares[1] >= _LESSER


def _share(weights: Mapping[str, float], words: tuple[str, ...]) -> float:
    total = sum(weights.values())
    return sum(weights[word] for word in words) / total if total else 0.0
