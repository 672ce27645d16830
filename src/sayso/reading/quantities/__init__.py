"""Quantities: text to numbers with their hedges, units and what they count."""

from sayso.reading.quantities.moments import with_times
from sayso.reading.quantities.quantities import read_quantities

__all__ = ["read_quantities", "with_times"]
