"""Series: how often one thing was counted, by whom, when, and how the counts lie to each other."""

from sayso.comparing.series.series import find_series
from sayso.comparing.series.things import Thing, read_thing

__all__ = ["Thing", "find_series", "read_thing"]
