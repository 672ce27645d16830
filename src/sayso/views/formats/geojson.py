"""Statements on the map, as GeoJSON (RFC 7946)."""

from collections.abc import Iterable, Iterator
from typing import Any

from sayso.records import Held, Holding, Place
from sayso.views.formats.edtf import edtf_of
from sayso.views.formats.json_list import json_list
from sayso.views.formats.passages import places_in

__all__ = ["feature_collection"]


def feature_collection(reports: Iterable[Holding]) -> Iterator[bytes]:
    """A feature a statement at all places named in it; without any it has no geometry."""
    features = (_feature(report, found) for report in reports for found in report.found)
    opening = '{"type": "FeatureCollection", "features": ['
    return json_list(features, opening=opening, closing="]}")


def _feature(report: Holding, found: Held) -> dict[str, Any]:
    entry, said = found.entry, found.statement.said_on
    places = list(places_in(report, found.statement))
    return {
        "type": "Feature",
        "id": entry.id,
        "geometry": _geometry(places),
        "properties": {
            "words": entry.words,
            "speaker": entry.speaker,
            "office": entry.office,
            "outlet": entry.outlet,
            "title": entry.title,
            "url": entry.url,
            "published": entry.published,
            "said": edtf_of(said.earliest, said.latest) if said else None,
            "places": [_told(place) for place in places],
        },
    }


def _geometry(places: Iterable[Place]) -> dict[str, Any] | None:
    """A point, or several; longitude stands before latitude."""
    located = dict.fromkeys((one.longitude, one.latitude) for one in places)
    points = [point for point in located if None not in point]
    if len(points) > 1:
        return {"type": "MultiPoint", "coordinates": points}
    return {"type": "Point", "coordinates": points[0]} if points else None


def _told(place: Place) -> dict[str, Any]:
    names = ("name", "geonames", "kind", "stands_for_government")
    return {name: getattr(place, name) for name in names}
