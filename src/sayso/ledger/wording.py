"""What can be searched of new statements: what the view `passage` shows of them, out of their rows.

For files only, where the view took a third of the time of indexing. PostgreSQL asks its own.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any

from sayso.ledger.magnitudes import magnitude
from sayso.ledger.plain import spans_of
from sayso.ledger.rows import Row, Rows
from sayso.ledger.schema import COLUMNS

__all__ = ["Version", "wordings"]

Version = Callable[[int], Mapping[str, Any]]
"""What gives the values of a version by its number."""
_Own = tuple[int, int | None]  # a reading, and the number of a statement or a person in it
_Found = tuple[int, int, str]  # where something stands, and the word for it


def _values(table: str, *names: str) -> Callable[[Row], tuple[Any, ...]]:
    return itemgetter(*map(COLUMNS[table].index, names))


_READING = _values("reading", "id", "version", "first", "extra")
_STATEMENT = _values(
    *("statement", "id", "reading", "begins", "ends"), *("content", "mode", "kind", "speaker")
)
_CLAIM = _values("claim", "reading", "statement", "certainty", "forecast")
_QUANTITY = _values("quantity", "reading", "statement", "counted", "begins", "figure")
_PLACE = _values("place", "reading", "begins", "ends", "name")
_MENTION = _values("mention", "reading", "number", "name", "office", "affiliation", "person")


def wordings(rows: Rows, version: Version) -> Iterator[Row]:
    """A row of the full-text index for each new statement, in order of their ids."""
    sources = {row[0]: _source(row, version) for row in map(_READING, rows["reading"])}
    speakers, marks, counted = _speakers(rows), _marks(rows), _counted(rows)
    places, figures = _places(rows), _figures(rows)
    for row in sorted(map(_STATEMENT, rows["statement"]), key=itemgetter(0)):
        number, reading, begins, ends, content, mode, kind, speaker = row
        body, outlet, first = sources[reading]
        own = reading, number - first
        yield (
            number,
            body[begins:ends] if content is None else _pieces(body, content),
            *speakers.get((reading, speaker), (None, None)),
            outlet,
            " ".join(_within(places.get(reading, ()), begins, ends)),
            " ".join([*counted.get(own, ()), *_within(figures.get(reading, ()), begins, ends)]),
            f"{mode} {kind or ''} {' '.join(marks.get(own, ()))}",
        )


def _source(row: Row, version: Version) -> tuple[str, str | None, int]:
    """The text of a reading, its outlet, and the number of its first statement."""
    _, number, first, extra = row
    values = version(number)
    filled = json.loads(extra).get("outlet") if extra else None
    return values["body"], filled or values["outlet"], first


def _pieces(body: str, content: str) -> str:
    return " … ".join(body[begins:ends] for begins, ends in spans_of(content))


def _speakers(rows: Rows) -> dict[_Own, tuple[str, str]]:
    """The name with the number across reports, and the office, of each person of each reading."""
    return {
        (reading, number): (
            name if person is None else f"{name} p{person}",
            f"{office or ''} {affiliation or ''}",
        )
        for reading, number, name, office, affiliation, person in map(_MENTION, rows["mention"])
    }


def _marks(rows: Rows) -> dict[_Own, list[str]]:
    marks = defaultdict(list)
    for reading, statement, certainty, forecast in map(_CLAIM, rows["claim"]):
        marks[reading, statement].append(certainty or "")
        if forecast is not None:
            marks[reading, statement].append("forecast")
    return marks


def _counted(rows: Rows) -> dict[_Own, list[str]]:
    counted = defaultdict(list)
    for reading, statement, noun, _, _ in map(_QUANTITY, rows["quantity"]):
        if noun is not None:
            counted[reading, statement].append(noun)
    return counted


def _places(rows: Rows) -> dict[int, list[_Found]]:
    """The names of the places of each reading, with where they stand."""
    places = defaultdict(list)
    for reading, begins, ends, name in map(_PLACE, rows["place"]):
        places[reading].append((begins, ends, name))
    return places


def _figures(rows: Rows) -> dict[int, list[_Found]]:
    """How large the figures of each reading are; one stands where its first letter does."""
    figures = defaultdict(list)
    for reading, _, _, begins, figure in map(_QUANTITY, rows["quantity"]):
        if figure is not None:
            figures[reading].append((begins, begins + 1, magnitude(figure)))
    return figures


def _within(found: Sequence[_Found], begins: int, ends: int) -> list[str]:
    """The words for what stands between those letters."""
    return [word for start, end, word in found if start >= begins and end <= ends]
