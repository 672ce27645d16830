"""Quantities: text to numbers with their hedges, units and what they count."""

from sayso.reading.quantities.moments import with_times
from sayso.reading.quantities.nouns import with_nouns
from sayso.reading.quantities.quantities import read_quantities
from sayso.reading.quantities.whereabouts import with_places

__all__ = ["read_quantities", "with_nouns", "with_places", "with_times"]
