"""Places on the map: drawn by a script, and told in a list that needs none."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.records import PlaceCount, PlaceKind
from sayso.views.pages.frame import Frame, framed
from sayso.views.pages.narrowing import narrowing, query_of

__all__ = ["Dots", "dots_of", "map_page"]

# Degrees of the map to each side that show where a place of that kind lies; else 2.
_ROOM = {PlaceKind.CONTINENT: 30, PlaceKind.COUNTRY: 14, PlaceKind.SEA: 14, PlaceKind.STATE: 5}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """The places, each with the address of its statements, and the same as the script takes it."""

    places: tuple[tuple[PlaceCount, str], ...]
    data: str


def dots_of(places: Iterable[PlaceCount], asked: Mapping[str, str]) -> Dots:
    """A dot for each place, which leads to what is said of it among what was `asked`."""
    told = tuple((it, "/search?" + query_of({**asked, "place": it.name})) for it in places)
    points = [
        {
            "name": it.name,
            "value": [it.longitude, it.latitude, it.count],
            "governs": 2 * it.governments > it.count,
            "room": _ROOM.get(it.kind, 2) if it.kind else 2,
            "address": address,
        }
        for it, address in told
    ]
    return Dots(places=told, data=json.dumps(points))


def map_page(places: Sequence[PlaceCount], asked: Mapping[str, str], frame: Frame) -> str:
    """Where what was asked for lies, with the number of statements at each place."""
    return framed(
        "map.html",
        frame,
        dots=dots_of(places, asked),
        narrowed=narrowing("/map", asked),
    )
