"""Where: the places that a report names, with their GeoNames ids and points."""

from sayso.reading.places.places import possible_places, read_places, resolve_names

__all__ = ["possible_places", "read_places", "resolve_names"]
