"""The ways by which words came into the reports of a story, from left to right."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.records import Origin, ReportCard
from sayso.views.story_columns import echoes, origin_groups, outlet_name

__all__ = ["Way", "Ways", "origin_ways"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """A report with what tells that it goes back to the one before, and those that go on from it.

    `card` is None for a wire or outlet of which no report is at hand.
    """

    name: str
    card: ReportCard | None = None
    because: str | None = None
    onward: tuple["Way", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Origins that others repeat, and reports that stand alone."""

    repeated: tuple[Way, ...]
    alone: tuple[ReportCard, ...]


def origin_ways(reports: Sequence[ReportCard], origins: Mapping[str, Origin]) -> Ways:
    """Each origin with the reports that repeat it, as far as is known from which one."""
    ways: list[Way] = []
    alone: list[ReportCard] = []
    for name, group in origin_groups(reports, origins):
        if len(group) == 1 and not echoes(origins.get(group[0].id)):
            alone += group
        else:
            ways += _from_origin(name, group, origins)
    return Ways(repeated=tuple(ways), alone=tuple(alone))


def _from_origin(
    name: str, group: Sequence[ReportCard], origins: Mapping[str, Origin]
) -> Iterator[Way]:
    first = next((card for card in group if not echoes(origins.get(card.id))), None)
    at_hand = {card.id for card in group}
    after: dict[str | None, list[ReportCard]] = {}
    for card in group:
        if card is not first:
            source = origins[card.id].source
            before = source if source in at_hand else first.id if first else None
            after.setdefault(before, []).append(card)
    onward = _onward(first.id if first else None, after, origins)
    yield Way(name=outlet_name(first) if first else name, card=first, onward=onward)
    for left in list(after):  # two that name each other lead back to no origin
        yield from _onward(left, after, origins)


def _onward(
    before: str | None,
    after: dict[str | None, list[ReportCard]],
    origins: Mapping[str, Origin],
) -> tuple[Way, ...]:
    return tuple(
        Way(
            name=outlet_name(card),
            card=card,
            because=origins[card.id].because,
            onward=_onward(card.id, after, origins),
        )
        for card in after.pop(before, ())
    )
