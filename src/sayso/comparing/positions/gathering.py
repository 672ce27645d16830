"""Claims of many reports: echoes folded, and pairs found that may be one claim."""

import datetime
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.comparing.kinship import family
from sayso.comparing.positions.claimed import Claimed

__all__ = ["like_claims", "without_echoes"]

_TELLING = 4  # words of a claim by which others are found that may be the same
_SHARED = 2  # of them that both must have
_MOST = 200  # other claims that one is compared with, the newest
_FIRST = datetime.date.min


def like_claims(claims: Sequence[Claimed]) -> Iterator[tuple[Claimed, Claimed]]:
    """Pairs of claims, the earlier first, that share two of the words that tell most in each."""
    having: dict[str, list[int]] = defaultdict(list)
    for at, claim in enumerate(claims):
        shared: dict[int, int] = defaultdict(int)
        names = {name for word in claim.telling(_TELLING) for name in family(word)}
        for name in names:
            for earlier in having[name][-_MOST:]:
                shared[earlier] += 1
            having[name].append(at)
        for earlier in sorted(it for it, count in shared.items() if count >= _SHARED):
            yield claims[earlier], claim


def without_echoes(claims: Iterable[Claimed]) -> list[Claimed]:
    """Claims in order of their days; what a speaker is given twice stands once, with the others."""
    first: dict[tuple[object, ...], Claimed] = {}
    again: dict[tuple[object, ...], list[str]] = defaultdict(list)
    for claim in sorted(claims, key=lambda it: (it.position.day or _FIRST, it.position.id)):
        key = (claim.position.who, claim.position.stance, claim.head, frozenset(claim.weights))
        if key in first:
            again[key].append(claim.position.report)
        first.setdefault(key, claim)
    return [
        replace(claim, position=replace(claim.position, repeated=tuple(dict.fromkeys(again[key]))))
        for key, claim in first.items()
    ]
