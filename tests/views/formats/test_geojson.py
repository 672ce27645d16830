"""Statements on the map, by the rules of RFC 7946."""

import json
from typing import Any

from sayso.records import Holding
from sayso.views.formats import write_format
from tests.views.formats.holdings import holding, with_reading


def features(*reports: Holding) -> list[dict[str, Any]]:
    collection = json.loads(b"".join(write_format("geojson", reports)))
    assert set(collection) == {"type", "features"}
    assert collection["type"] == "FeatureCollection"
    for feature in collection["features"]:
        assert {"type", "geometry", "properties"} <= set(feature)
        assert feature["type"] == "Feature"
    return list(collection["features"])


def test_longitude_stands_before_latitude() -> None:
    one = holding()
    (feature,) = features(with_reading(one, places=one.reading.places[:1]))
    assert feature["geometry"] == {"type": "Point", "coordinates": [-6.25, 58.5]}


def test_several_places_are_one_feature() -> None:
    (feature,) = features(holding())
    assert feature["geometry"]["type"] == "MultiPoint"
    assert feature["geometry"]["coordinates"] == [[-6.25, 58.5], [-5.5, 57.0]]
    assert [place["name"] for place in feature["properties"]["places"]] == ["Port Ness", "Tarnwick"]


def test_a_statement_of_no_place_is_there_too() -> None:
    (feature,) = features(with_reading(holding(), places=()))
    assert feature["geometry"] is None
    assert feature["properties"]["speaker"] == "Ilse Varga"
