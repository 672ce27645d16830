"""What a table and a page of a story share: the order of its reports, their names, their signs."""

from collections.abc import Mapping, Sequence

from sayso.lexicon import table
from sayso.records import Origin, OriginKind, Rendering, ReportCard, Severity, Utterance
from sayso.views.located import located
from sayso.views.printable import folded, printable
from sayso.views.signs import Sign, verdict_sign

__all__ = [
    "by_origin",
    "cells_of",
    "echoes",
    "is_shared",
    "origin_groups",
    "outlet_name",
    "rendering_sign",
]

_GRAVER = (None, Severity.NONE, Severity.DEPARTURE, Severity.SEVERE)


def by_origin(reports: Sequence[ReportCard], origins: Mapping[str, Origin]) -> list[ReportCard]:
    """The reports grouped by origin, the oldest group and report first."""
    return [card for _, group in origin_groups(reports, origins) for card in group]


def origin_groups(
    reports: Sequence[ReportCard], origins: Mapping[str, Origin]
) -> list[tuple[str, list[ReportCard]]]:
    """Each origin's name, or the id of a report without one, with its reports; echoes last."""
    groups: dict[str, list[ReportCard]] = {}
    for card in reports:
        one = origins.get(card.id)
        groups.setdefault(one.origin if one else card.id, []).append(card)
    return [
        (name, sorted(group, key=lambda it: echoes(origins.get(it.id))))
        for name, group in groups.items()
    ]


def cells_of(utterance: Utterance) -> dict[str, Rendering]:
    """The rendering that stands for each report, by its id, where it has several.

    That is the one the others are laid beside, or else the first that departs most.
    """

    def weight(one: Rendering) -> int:
        if one.statement == utterance.reference:
            return len(_GRAVER)
        return _GRAVER.index(one.verdict and one.verdict.severity)

    gravest = sorted(utterance.renderings, key=weight, reverse=True)
    return {one.report: one for one in reversed(gravest)}


def echoes(origin: Origin | None) -> bool:
    """Whether a report only repeats what entered the news elsewhere."""
    return origin is not None and origin.kind is not OriginKind.OWN


def is_shared(utterance: Utterance) -> bool:
    """Whether more than one report renders it; what one alone tells is folded away."""
    return len({it.report for it in utterance.renderings}) > 1


def outlet_name(card: ReportCard) -> str:
    """Who published a report, or else where it was found."""
    name = card.outlet or located(card.file or card.url or card.id)
    return folded(printable(name), head=6, tail=2)


def rendering_sign(rendering: Rendering, utterance: Utterance) -> Sign:
    """How a rendering stands to the one that the others are laid beside."""
    own = table("signs")["renderings"]
    if rendering.statement == utterance.reference and not rendering.drift:
        return Sign(tally="", **own["reference"])
    if rendering.verdict is None:
        return Sign(tally="", **own["uncompared"])
    return verdict_sign(rendering.verdict)
