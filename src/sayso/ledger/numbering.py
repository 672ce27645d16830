"""Groups that change while reports come in keep their numbers."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

__all__ = ["number_groups"]


def number_groups(
    present: Mapping[int, int], groups: Sequence[Collection[int]], fresh: Callable[[], int]
) -> dict[int, int]:
    """The number of each member: that of most members of its group before, else a fresh one.

    The largest group comes first to a number that several hold.

    >>> number_groups({1: 7, 2: 7, 3: 7}, [[3], [1, 2, 4]], fresh=iter([8]).__next__)
    {1: 7, 2: 7, 4: 7, 3: 8}
    """
    numbers: dict[int, int] = {}
    taken: set[int] = set()
    for group in sorted(groups, key=lambda it: (-len(it), sorted(it))):
        held = Counter(present[one] for one in group if one in present)
        free = [(-count, number) for number, count in held.items() if number not in taken]
        number = min(free)[1] if free else fresh()
        taken.add(number)
        numbers.update(dict.fromkeys(group, number))
    return numbers
