"""Where."""

from dataclasses import dataclass

from sayso.records.text import Span

__all__ = ["Place"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place mentioned in a report, by its GeoNames id where one fits; degrees in WGS 84."""

    id: str
    span: Span
    name: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    kind: str | None = None
    stands_for_government: bool = False
