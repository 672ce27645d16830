"""Average linkage over a few likely pairs: what was not compared counts as unlike."""

import heapq
from collections.abc import Iterable, Mapping

__all__ = ["link_average"]

_Pair = tuple[str, str]


def link_average(
    members: Iterable[str], likely: Mapping[_Pair, float], *, least: float
) -> list[list[str]]:
    """Groups whose mean likeness was at least `least` at every step, the likest joined first.

    Source: Sokal and Michener 1958; ties go to the smaller names, so that no order matters.

    >>> link_average("abc", {("a", "b"): 0.9, ("b", "c"): 0.7}, least=0.5)
    [['a', 'b'], ['c']]
    """
    groups = _Groups(members, likely)
    while (best := groups.likest()) and best[0] >= least:
        groups.join(best[1], best[2])
    return sorted(sorted(group) for group in groups.members.values())


class _Groups:
    """The groups by their smallest member, with the summed likeness of each pair of groups."""

    def __init__(self, members: Iterable[str], likely: Mapping[_Pair, float]) -> None:
        self.members = {member: [member] for member in members}
        self.sums: dict[str, dict[str, float]] = {member: {} for member in self.members}
        for (one, other), value in sorted(likely.items()):
            self.sums[one][other] = self.sums[other][one] = value
        self.heap = [self._entry(*sorted(pair)) for pair in likely]
        heapq.heapify(self.heap)

    def likest(self) -> tuple[float, str, str] | None:
        """The mean likeness of the two likest groups, and the groups."""
        while self.heap:
            entry = heapq.heappop(self.heap)
            one, other = entry[1:]
            alive = other in self.sums.get(one, {})
            if alive and self._entry(one, other) == entry:  # else it is of an older group
                return -entry[0], one, other
        return None

    def join(self, one: str, other: str) -> None:
        """Make one group of two; `one` is the smaller name."""
        self.members[one] += self.members.pop(other)
        for third, value in self.sums.pop(other).items():
            del self.sums[third][other]
            if third != one:
                total = self.sums[one].get(third, 0.0) + value
                self.sums[one][third] = self.sums[third][one] = total
        for third in self.sums[one]:
            heapq.heappush(self.heap, self._entry(*sorted((one, third))))

    def _entry(self, one: str, other: str) -> tuple[float, str, str]:
        size = len(self.members[one]) * len(self.members[other])
        return -self.sums[one][other] / size, one, other
