"""Words of a quotation against words of a record, run by run."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from rapidfuzz.distance import Indel

from sayso.comparing.words import is_function

__all__ = ["Run", "align", "kernel", "merged_runs", "moved", "trimmed"]

# What changed words cost against words that agree. Each swept from half to one and a half times
# this on three gold events, and no verdict moved. A long cut costs no more than a few words, so
# that what stands round it stays together.
_FUNCTION = 0.4
_REPLACED = 0.6
_ADDED = 0.45
_CUT = 0.25
_DEAREST_CUT = 3.0
# Changed words on both sides that make one word in between an island.
_SEA = 2


class Run(NamedTuple):
    """Words `was` of the record and `became` of the quotation, as half-open ranges of numbers.

    `equal` where they are the same words; else one side may be empty.
    """

    was: tuple[int, int]
    became: tuple[int, int]
    equal: bool = False


def align(was: Sequence[str], became: Sequence[str]) -> list[Run]:
    """The runs that keep the most words; neighbouring changes are one run.

    A lone word of any sentence between two changes is no agreement, and counts as changed.

    >>> [tuple(run) for run in align("we do not go".split(), "we do go".split())]
    [((0, 2), (0, 2), True), ((2, 3), (2, 2), False), ((3, 4), (2, 3), True)]
    """
    runs = [
        Run((it.src_start, it.src_end), (it.dest_start, it.dest_end), equal=it.tag == "equal")
        for it in Indel.opcodes(was, became)
    ]
    return merged_runs(_without_islands(_compact(merged_runs(runs), was), became))


def merged_runs(runs: Iterable[Run]) -> list[Run]:
    """The same runs with neighbours of one kind as one."""
    joined: list[Run] = []
    for run in runs:
        if joined and joined[-1].equal == run.equal:
            before = joined.pop()
            run = run._replace(
                was=(before.was[0], run.was[1]), became=(before.became[0], run.became[1])
            )
        joined.append(run)
    return joined


def _compact(runs: list[Run], was: Sequence[str]) -> list[Run]:
    """Where the first words stand twice in the record, take those next to the rest."""
    if len(runs) < 3 or not runs[0].equal or runs[1].became[0] < runs[1].became[1]:
        return runs
    first, cut = runs[0], runs[1]
    size = first.was[1] - first.was[0]
    if tuple(was[slice(*first.was)]) != tuple(was[cut.was[1] - size : cut.was[1]]):
        return runs
    start = cut.was[1] - size
    return [
        Run((first.was[0], start), (first.became[0], first.became[0])),
        Run((start, runs[2].was[1]), (first.became[0], runs[2].became[1]), equal=True),
        *runs[3:],
    ]


def _without_islands(runs: Sequence[Run], became: Sequence[str]) -> list[Run]:
    return [
        run._replace(equal=False)
        if 0 < number < len(runs) - 1 and _is_island(run, became, _changed(runs, number))
        else run
        for number, run in enumerate(runs)
    ]


def _is_island(run: Run, became: Sequence[str], changed: int) -> bool:
    words = became[slice(*run.became)]
    return run.equal and len(words) == 1 and is_function(words[0]) and changed >= _SEA


def _changed(runs: Sequence[Run], number: int) -> int:
    """Words that change on either side of a run, the lesser of both sides."""
    return min(_size(runs, number - 1), _size(runs, number + 1))


def _size(runs: Sequence[Run], number: int) -> int:
    """Words that change in a run; what the record says before or after the quotation is none."""
    run = runs[number]
    beyond = number in {0, len(runs) - 1} and run.became[0] == run.became[1]
    return 0 if beyond else max(run.was[1] - run.was[0], run.became[1] - run.became[0])


def kernel(was: Sequence[str], became: Sequence[str]) -> Sequence[Run]:
    """The stretch of both that agrees best, empty where none is worth it.

    Words that the record has twice are taken where they come first, or else where they come last:
    "we have agreed on a plan; we have not agreed on the price" has both for "we have agreed on".
    """
    runs = align(was, became)
    worth, chosen = _core(runs, became)
    if _stands_twice(runs, was):
        backward = _mirrored(align(was[::-1], became[::-1]), len(was), len(became))
        again, other = _core(backward, became)
        chosen = other if again > worth else chosen
    return chosen


def _stands_twice(runs: Sequence[Run], was: Sequence[str]) -> bool:
    """Whether words of weight that agree stand again among those passed over beside them."""
    for pair in pairwise(runs):
        agreed, passed = sorted(pair, key=lambda run: not run.equal)
        again = set(was[slice(*passed.was)]).intersection(was[slice(*agreed.was)])
        if not all(is_function(form) for form in again):
            return True
    return False


def _mirrored(runs: Sequence[Run], was: int, became: int) -> list[Run]:
    """The same runs, counted from the other end."""
    return [
        run._replace(
            was=(was - run.was[1], was - run.was[0]),
            became=(became - run.became[1], became - run.became[0]),
        )
        for run in reversed(runs)
    ]


def _core(runs: Sequence[Run], became: Sequence[str]) -> tuple[float, Sequence[Run]]:
    """The stretch of runs that agrees best, and by how much: equal words against changed ones."""
    best, chosen = 0.0, runs[:0]
    total, first = 0.0, 0
    for number, run in enumerate(runs):
        if total <= 0:
            total, first = 0.0, number
        total += _worth(run, became)
        if total > best:
            best, chosen = total, runs[first : number + 1]
    return best, chosen


def _worth(run: Run, became: Sequence[str]) -> float:
    cut, added = run.was[1] - run.was[0], run.became[1] - run.became[0]
    if run.equal:
        return sum(_FUNCTION if is_function(form) else 1.0 for form in became[slice(*run.became)])
    both = min(cut, added)
    return -(
        min(both * _REPLACED + max(cut - added, 0) * _CUT, _DEAREST_CUT)
        + max(added - cut, 0) * _ADDED
    )


def trimmed(runs: Sequence[Run]) -> list[Run]:
    """Runs without what the record says before the quotation's first word and after its last."""
    kept = [run for run in runs if run.equal or run.became[0] < run.became[1] or run is not runs[0]]
    if kept and not kept[-1].equal and kept[-1].became[0] == kept[-1].became[1]:
        kept = kept[:-1]
    return kept


def moved(runs: Iterable[Run], was: int, became: int) -> list[Run]:
    """The same runs, counted from other starts."""
    return [
        run._replace(
            was=(run.was[0] + was, run.was[1] + was),
            became=(run.became[0] + became, run.became[1] + became),
        )
        for run in runs
    ]
