"""Which reports share what only few have."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

__all__ = ["Neighbour", "neighbours_of"]

# Reports that are looked at for one trace: the first to have it, from which others copied.
_FIRST = 12
_OVERLAP = 6  # words of a run: runs that begin nearer have words in common


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A report and the traces that another shares with it, the rarest first.

    `places` are the stretches of text, apart from each other, in which they stand.
    """

    report: str
    shared: tuple[str, ...]
    places: int


def neighbours_of(
    order: Sequence[str], traces: Mapping[str, Iterable[str]]
) -> dict[str, tuple[Neighbour, ...]]:
    """For each report those that share traces with it, who shares most first.

    Of many reports with one trace only the first in `order` are looked at, so that a thousand
    copies cost little.
    """
    counts = Counter(trace for of in order for trace in traces[of])
    ranks = {of: at for at, of in enumerate(order)}
    found: defaultdict[str, list[Neighbour]] = defaultdict(list)
    for (of, earlier), shared in _shared(order, traces).items():
        ranked = tuple(sorted((it for _, it in shared), key=lambda it: (counts[it], it)))
        apart = _places([at for at, _ in shared])
        found[of].append(Neighbour(report=earlier, shared=ranked, places=apart))
        found[earlier].append(Neighbour(report=of, shared=ranked, places=apart))
    return {
        of: tuple(sorted(found[of], key=lambda it: (-len(it.shared), ranks[it.report])))
        for of in order
    }


def _shared(
    order: Sequence[str], traces: Mapping[str, Iterable[str]]
) -> dict[tuple[str, str], list[tuple[int, str]]]:
    """The traces that two reports share, by the later and the earlier of them, with their places.

    A place is how many traces stand before it in the later one.
    """
    having: defaultdict[str, list[str]] = defaultdict(list)
    shared: defaultdict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for of in order:
        for at, trace in enumerate(traces[of]):
            for earlier in having[trace]:
                shared[of, earlier].append((at, trace))
            if len(having[trace]) < _FIRST:
                having[trace].append(of)
    return shared


def _places(at: Sequence[int]) -> int:
    """How many stretches the traces at these places make; those that overlap are one."""
    return len(at) and 1 + sum(after - before > _OVERLAP for before, after in pairwise(sorted(at)))
