"""Other names of towns and divisions, from the lexicon."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.lexicon import table
from sayso.reading.places.gazetteer import Form
from sayso.reading.places.spelling import fold_name
from sayso.records import PlaceKind
from training.gazetteer.row import Row
from training.gazetteer.spelling import people_of, without_kind

__all__ = ["give_other_names"]


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
            row.call((each for one in names for each in people_of(one)), Form.DEMONYM)


def _give_english(book: Book, _: dict[str, Row]) -> None:
    for code, name, english in _by_country("english"):
        for row in book.find(name, code, _DIVISIONS):
            row.name = english
            row.call([english, *without_kind(english)], Form.NAME)


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
