"""How much of what only a few reports have two of them share."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

__all__ = ["Neighbour", "neighbours_of"]

# Reports that are looked at for one trace: the first to have it, from which others copied.
_FIRST = 12
_FEW = 3  # reports that share a cut of words without having it from the record

_Weights = Mapping[str, tuple[float, int]]  # of a trace: how much it tells, how many have it


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """A report that is near another, 0 to 1, and what they share, the rarest first.

    `cuts` is whether that holds a quotation cut or worded so by few.
    """

    report: str
    cosine: float
    shared: tuple[str, ...]
    cuts: bool


def neighbours_of(
    order: Sequence[str], traces: Mapping[str, Iterable[str]]
) -> dict[str, tuple[Neighbour, ...]]:
    """For each report the others that share rare traces with it, the nearest first.

    The cosine of traces weighted by how few reports have them (Spärck Jones 1972). Of many reports
    with one trace only the first in `order` are looked at, so that a thousand copies cost little.
    """
    weights = _weights(order, traces)
    shared = _shared(order, traces)
    lengths = {of: math.sqrt(math.fsum(weights[it][0] ** 2 for it in traces[of])) for of in order}
    found: defaultdict[str, list[Neighbour]] = defaultdict(list)
    for (of, earlier), rows in shared.items():
        length = lengths[of] * lengths[earlier]
        for one, other in ((of, earlier), (earlier, of)):
            found[one].append(_neighbour(other, rows, (weights, length)))
    return {
        of: tuple(sorted(found[of], key=lambda it: (-round(it.cosine, 6), order.index(it.report))))
        for of in order
    }


def _shared(
    order: Sequence[str], traces: Mapping[str, Iterable[str]]
) -> dict[tuple[str, str], list[str]]:
    """The traces that two reports share, by the later and the earlier of them."""
    having: defaultdict[str, list[str]] = defaultdict(list)
    shared: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for of in order:
        for trace in sorted(traces[of]):
            for earlier in having[trace]:
                shared[of, earlier].append(trace)
            if len(having[trace]) < _FIRST:
                having[trace].append(of)
    return shared


def _neighbour(report: str, shared: Sequence[str], known: tuple[_Weights, float]) -> Neighbour:
    weights, length = known
    total = math.fsum(weights[trace][0] ** 2 for trace in shared)
    ranked = sorted(shared, key=lambda it: (-weights[it][0], not it.startswith("quote"), it))
    return Neighbour(
        report=report,
        cosine=total / length if length else 0.0,
        shared=tuple(ranked),
        cuts=any(it.startswith("quote") and weights[it][1] <= _FEW for it in shared),
    )


def _weights(order: Sequence[str], traces: Mapping[str, Iterable[str]]) -> _Weights:
    counts = Counter(trace for of in order for trace in sorted(traces[of]))
    every = len(order) + 1
    return {trace: (math.log(every / count), count) for trace, count in counts.items()}
