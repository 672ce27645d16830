"""What a place lies in: its county, state and country."""

import numpy as np

from sayso.reading.places.gazetteer import NONE, PARTS
from sayso.reading.places.places import shipped
from sayso.records import Place

__all__ = ["names_around"]


def names_around(place: Place) -> tuple[str, ...]:
    """The name of the place and of all that it lies in, the nearest first.

    >>> from sayso.records import Span
    >>> names_around(Place(id="l", span=Span(0, 5), name="Kursk Oblast", geonames=538555))
    ('Kursk Oblast', 'Russia')
    """
    gazetteer = shipped()
    found = np.flatnonzero(gazetteer.places["id"] == (place.geonames or -1))
    if not found.size:
        return (place.name,)
    row = gazetteer.places[int(found[0])]
    around = (int(row[part]) for part in reversed(PARTS))
    names = (place.name, *(gazetteer.name(number) for number in around if number != NONE))
    return tuple(dict.fromkeys(names))
