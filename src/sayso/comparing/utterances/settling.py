"""Statements moved to the group for which most speaks, once there are groups."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from sayso.comparing.utterances.evidence import Group

__all__ = ["settled"]

_LOOKS = 2


def settled(
    groups: Iterable[Group],
    moving: Mapping[str, tuple[Group, Collection[str]]],
    weigh: Callable[[Group, Sequence[Group]], Sequence[float]],
    *,
    enough: float = 0.0,
    to_stay: float = 0.0,
) -> list[Group]:
    """The groups after each of the statements that are `moving` went where most speaks for it.

    What was joined early may have been joined to what then became another utterance. `moving` has
    each statement by itself, and those that may render the same; `weigh` tells of a statement how
    much speaks for each of the groups, of which more than `enough` has to speak for another group
    and more than `to_stay` for its own. Each is looked at in order of its id, and once more.
    """
    held = dict(enumerate(groups))
    home = {member: number for number, group in held.items() for member in group.members}
    for statement, (own, near) in sorted(moving.items()) * _LOOKS:
        left = home[statement]
        held[left] = held[left].without(own)
        numbers = [it for it in sorted({left, *(home[of] for of in near)}) if held[it].members]
        given = zip(numbers, weigh(own, [held[it] for it in numbers]), strict=True)
        weights = {it: of for it, of in given if of > (to_stay if it == left else enough)}
        goes = max(weights, key=lambda it: (weights[it], it == left), default=len(held))
        held[goes] = held[goes].joined(own) if goes in held else own
        home[statement] = goes
    return [group for group in held.values() if group.members]
