"""How well chains of mentions agree: MUC, B³ and CEAFe, and their mean, the CoNLL F1.

Sources: Vilain et al. 1995; Bagga and Baldwin 1998; Luo 2005; Pradhan et al. 2014 for the mean.
A mention is the place of its head word, so that "chief Mary Barra" and "Mary Barra" are one.
"""

from collections.abc import Sequence
from typing import NamedTuple

__all__ = ["Chains", "Mention", "Score", "b_cubed", "ceaf", "conll_f1", "muc"]

Mention = tuple[str, int]
Chains = Sequence[frozenset[Mention]]


class Score(NamedTuple):
    """What was found of how much in recall, and of how much in precision."""

    recall: float
    of_gold: float
    precision: float
    of_found: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both, in per cent."""
        recall = self.recall / self.of_gold if self.of_gold else 0.0
        precision = self.precision / self.of_found if self.of_found else 0.0
        both = recall + precision
        return 100 * 2 * recall * precision / both if both else 0.0


def conll_f1(gold: Chains, found: Chains) -> float:
    """The mean F1 of the three measures, in per cent."""
    return sum(measure(gold, found).f1 for measure in (muc, b_cubed, ceaf)) / 3


def muc(gold: Chains, found: Chains) -> Score:
    """How many links between mentions of one chain are kept."""
    return Score(*_links(gold, found), *_links(found, gold))


def b_cubed(gold: Chains, found: Chains) -> Score:
    """For each mention how much of its chain is kept."""
    return Score(*_kept(gold, found), *_kept(found, gold))


def ceaf(gold: Chains, found: Chains) -> Score:
    """How alike the chains are under the best pairing of them, by Dice's measure."""
    alike = _best_pairing([[_dice(one, other) for other in found] for one in gold])
    return Score(alike, len(gold), alike, len(found))


def _links(chains: Chains, others: Chains) -> tuple[float, float]:
    place = {mention: number for number, chain in enumerate(others) for mention in chain}
    kept = total = 0
    for chain in chains:
        parts = {place.get(mention, (mention,)) for mention in chain}
        kept += len(chain) - len(parts)
        total += len(chain) - 1
    return kept, total


def _kept(chains: Chains, others: Chains) -> tuple[float, float]:
    home = {mention: chain for chain in others for mention in chain}
    kept = sum(
        len(chain & home.get(mention, frozenset())) / len(chain)
        for chain in chains
        for mention in chain
    )
    return kept, sum(map(len, chains))


def _dice(one: frozenset[Mention], other: frozenset[Mention]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _best_pairing(worth: Sequence[Sequence[float]]) -> float:
    """The most that pairs of rows and columns are worth together, no row or column twice.

    Rows are added one by one along the path that gains most (Kuhn 1955, Munkres 1957).
    """
    if not worth or not worth[0]:
        return 0.0
    rows = worth if len(worth) <= len(worth[0]) else [*map(list, zip(*worth, strict=True))]
    width = len(rows[0])
    raised, lowered = [0.0] * (len(rows) + 1), [0.0] * (width + 1)
    row_of = [0] * (width + 1)
    for number in range(1, len(rows) + 1):
        row_of[0] = number
        column, way = _path(rows, row_of, (raised, lowered))
        while column:
            row_of[column], column = row_of[way[column]], way[column]
    return sum(rows[row_of[at] - 1][at - 1] for at in range(1, width + 1) if row_of[at])


def _path(
    rows: Sequence[Sequence[float]], row_of: Sequence[int], shifts: tuple[list[float], list[float]]
) -> tuple[int, list[int]]:
    """The free column that the new row gains most by, and the way back from it."""
    raised, lowered = shifts
    least, way = [float("inf")] * len(row_of), [0] * len(row_of)
    used, column = {0}, 0
    while row_of[column]:
        row = row_of[column]
        free = [at for at in range(len(row_of)) if at not in used]
        for at in free:
            cost = -rows[row - 1][at - 1] - raised[row] - lowered[at]
            if cost < least[at]:
                least[at], way[at] = cost, column
        column = min(free, key=least.__getitem__)
        delta = least[column]
        for at in used:
            raised[row_of[at]] += delta
            lowered[at] -= delta
        for at in free:
            least[at] -= delta
        used.add(column)
    return column, way
