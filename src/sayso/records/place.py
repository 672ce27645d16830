"""Where."""

from dataclasses import dataclass
from enum import StrEnum

from sayso.records.text import Span

__all__ = ["Place", "PlaceKind"]


class PlaceKind(StrEnum):
    """What a place is; a state is any division of the first level, such as a province."""

    CONTINENT = "continent"
    COUNTRY = "country"
    STATE = "state"
    COUNTY = "county"
    CITY = "city"
    REGION = "region"
    SEA = "sea"
    LAKE = "lake"
    RIVER = "river"
    MOUNTAINS = "mountains"
    ISLAND = "island"
    BUILDING = "building"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place mentioned in a report, by its GeoNames id where one fits; degrees in WGS 84.

    `stands_for_government` is true where a capital, or the building where somebody governs, is
    named for those who govern there: "talks with Moscow".
    """

    id: str
    span: Span
    name: str
    geonames: int | None = None
    latitude: float | None = None
    longitude: float | None = None
    kind: PlaceKind | None = None
    stands_for_government: bool = False
