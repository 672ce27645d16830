"""Where divisions lie, and how many live there: as their towns tell."""

from collections import defaultdict
from collections.abc import Iterable

import numpy as np

from sayso.reading.places.gazetteer import Form
from sayso.reading.places.spelling import fold_name
from sayso.records import PlaceKind
from training.gazetteer.row import Row

__all__ = ["place_divisions"]

_LARGEST = 90.0  # degrees of longitude; a division wider than this crosses the date line
_ENGLISH_KINDS = {"oblast": "Oblast", "kray": "Krai"}


def place_divisions(towns: Iterable[Row]) -> None:
    """Give divisions the people of their towns, and a point between their outermost towns."""
    inside: dict[int, list[Row]] = defaultdict(list)
    owners: dict[int, Row] = {}
    for town in towns:
        for division in (town.country, town.state, town.county):
            if division is not None:
                inside[id(division)].append(town)
                owners[id(division)] = division
    for key, members in inside.items():
        division = owners[key]
        division.population = sum(town.population for town in members)
        if division.at is None:
            division.at = _middle(np.array([town.at for town in members]))
        seat = max(members, key=lambda town: town.population)
        if division.kind is PlaceKind.STATE and _alike(seat.name, division.name):
            division.call([seat.name], Form.SEAT)
            told = _ENGLISH_KINDS.get(fold_name(division.name.split()[-1]))
            division.name = f"{seat.name} {told}" if told else division.name
            division.call([division.name], Form.NAME)


def _alike(town: str, division: str) -> bool:
    """Whether a division is named after the town: Kurskaya oblast' after Kursk."""
    one, other = fold_name(town), fold_name(division).split()
    stem = one[: max(4, len(one) - 2)]
    return len(one) >= 4 and any(word.startswith(stem) for word in other)


def _middle(points: np.ndarray) -> tuple[float, float]:
    low, high = points.min(0), points.max(0)
    if high[1] - low[1] > _LARGEST:
        return tuple(np.median(points, axis=0).tolist())
    return tuple(((low + high) / 2).tolist())
