"""One way in which a telling departs from the record."""

from dataclasses import dataclass

from sayso.records import Drift, DriftKind

__all__ = ["Departure", "departure"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Departure:
    """One drift, and whether it alters what is claimed."""

    drift: Drift
    grave: bool = False


def departure(
    kind: DriftKind, was: str | None, became: str | None, *, grave: bool = False
) -> Departure:
    """A drift of that kind from those words of the record to those of the report."""
    return Departure(drift=Drift(kind=kind, was=was or None, became=became or None), grave=grave)
