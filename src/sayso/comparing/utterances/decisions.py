"""What people decided about statements: that two render one utterance, or that they do not."""

from collections.abc import Collection, Iterable, Sequence

__all__ = ["regroup"]

_Pair = tuple[str, str]


def regroup(
    groups: Iterable[Sequence[str]], *, together: Collection[_Pair], apart: Collection[_Pair]
) -> list[list[str]]:
    """The groups as people decided, the decisions taken in their order.

    Of two statements that are together the groups become one; of two that are apart the first
    leaves the group of the second and stands by itself.

    >>> regroup([["a", "b"], ["c"]], together=[("c", "a")], apart=[("b", "a")])
    [['a', 'c'], ['b']]
    """
    sets = {of: group for group in map(set, groups) for of in group}
    for first, second in together:
        if first in sets and second in sets and sets[first] is not sets[second]:
            sets[second] |= sets[first]
            sets.update(dict.fromkeys(sets[first], sets[second]))
    for first, second in apart:
        if first in sets and second in sets and sets[first] is sets[second] and first != second:
            sets[second].discard(first)
            sets[first] = {first}
    return sorted({id(it): sorted(it) for it in sets.values()}.values())
