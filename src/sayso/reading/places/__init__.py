"""Where: the places that a report names, with their GeoNames ids and points."""

from sayso.reading.places.inside import names_around
from sayso.reading.places.places import possible_places, read_places, resolve_names

__all__ = ["names_around", "possible_places", "read_places", "resolve_names"]
