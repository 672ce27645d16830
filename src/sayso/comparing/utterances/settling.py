"""Statements moved to the group for which most speaks, once there are groups."""

from collections.abc import Callable, Collection, Iterable, Mapping

from sayso.comparing.utterances.evidence import Group

__all__ = ["settled"]


def settled(
    groups: Iterable[Group],
    moving: Mapping[str, tuple[Group, Collection[str]]],
    weigh: Callable[[Group, Group], float],
) -> list[Group]:
    """The groups after each of the statements that are `moving` went where most speaks for it.

    What was joined early may have been joined to what then became another utterance. One look at
    each in order of its id is enough: a second moves hardly any. `moving` has each statement by
    itself, and those that may render the same; `weigh` is 0 where too little speaks for one.
    """
    held = dict(enumerate(groups))
    home = {member: number for number, group in held.items() for member in group.members}
    for statement, (own, near) in sorted(moving.items()):
        left = home[statement]
        held[left] = held[left].without(own)
        numbers = sorted({left, *(home[other] for other in near)})
        weights = {it: weigh(own, held[it]) for it in numbers if held[it].members}
        goes = max(weights, key=lambda it: (weights[it], it == left), default=left)
        if weights.get(goes) == 0.0:
            goes = len(held)
        held[goes] = held[goes].joined(own) if goes in held else own
        home[statement] = goes
    return [group for group in held.values() if group.members]
