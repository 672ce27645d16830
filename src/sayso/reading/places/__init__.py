"""Where: the places that a report names, with their GeoNames ids and points."""

from sayso.reading.places.inside import names_around
from sayso.reading.places.places import read_places, resolve_names

__all__ = ["names_around", "read_places", "resolve_names"]
