"""A reading as rows of the tables: ids and spans in short, words as offsets.

Ledgers are filled with millions of statements, so this is quick: a reading is made plain once, its
values are completed in place, and each row is taken from them in one step.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from operator import itemgetter
from typing import Any

import msgspec

from sayso.ledger.plain import spans_text
from sayso.ledger.schema import COLUMNS
from sayso.records import Claim, Person, Place, Quantity, Quotation, Reading, Statement, Timex

__all__ = ["LETTERS", "Row", "Values", "reading_rows", "row_of"]

Row = tuple[Any, ...]
"""The values of one row in the order of its table's columns."""
Values = dict[str, Any]
"""Values by the name of their column."""
LETTERS = {"statement": "s", "claim": "c", "quantity": "q", "time": "t", "place": "p"}
"""The letter for each kind of mention in its usual id."""
# The fields that stand in columns of other names.
_TOLD = {"id", "head", "span", "said_on", "claims"}
_encode = msgspec.json.Encoder().encode


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """Where the mentions that others point to stand in the reading, by their ids."""

    report: str
    statements: Mapping[str | None, int]
    people: Mapping[str | None, int]

    def local(self, id: str | None) -> str | None:  # noqa: A002 - the field it shortens
        """An id without the report's in front."""
        return None if id is None else id.removeprefix(self.report)

    def key(self, plain: Values, letter_and_spans: str) -> str | None:
        """The id in short, None where it is the usual one."""
        name: str = plain["id"]
        return None if name == f"{self.report}.{letter_and_spans}" else self.local(name)


def row_of(table: str, values: Mapping[str, Any]) -> Row:
    """The row of these values; a column that is not among them is empty."""
    return tuple(map(values.get, COLUMNS[table]))


def reading_rows(
    reading: Reading, *, number: int, first: int, people: Sequence[int | None]
) -> dict[str, list[Row]]:
    """The rows of reading `number` by their table.

    Its statements count from `first`; `people` are the numbers of its people in the ledger.
    """
    plain = msgspec.to_builtins(reading)
    places = _Places(
        report=reading.report.id,
        statements={it["id"]: at for at, it in enumerate(plain["statements"])},
        people={it["id"]: at for at, it in enumerate(plain["people"])},
    )
    for person, linked in zip(plain["people"], people, strict=True):
        person["person"] = linked
    claims = _claims(plain)  # before their statements lose their ids
    found = {"claim": claims, **{table: plain[name] for table, name in _FIELDS.items()}}
    rows = {table: _rows(table, values, (number, places)) for table, values in found.items()}
    rows["statement"] = [(first + at, *row[1:]) for at, row in enumerate(rows["statement"])]
    return rows


def _rows(table: str, values: Iterable[Values], of: tuple[int, _Places]) -> list[Row]:
    number, places = of
    complete, take, rest = _COMPLETE[table], _TAKE[table], _REST[table]
    rows = []
    for at, plain in enumerate(values):
        kept = {name: plain[name] for name, usual in rest if plain[name] != usual}
        plain["extra"] = _encode(kept).decode() if kept else None
        plain["reading"], plain["number"] = number, at
        complete(plain, places)
        rows.append(take(plain))
    return rows


def _claims(plain: Values) -> list[Values]:
    """The claims of all statements, each with the place of its own, then those of the report."""
    claims = []
    for at, statement in enumerate(plain["statements"]):
        for claim in statement["claims"]:
            claim["statement"] = at
            claims.append(claim)
    for claim in plain["own_claims"]:
        claim["statement"] = None
        claims.append(claim)
    return claims


def _statement(plain: Values, places: _Places) -> None:
    content, cue, said = plain["content"], plain["cue"], plain["said_on"] or {}
    plain["key"] = places.key(plain, f"s{spans_text([*cue[:1], *content])}")
    plain["begins"] = content[0][0] if content else 0
    plain["ends"] = content[-1][1] if content else 0
    plain["content"] = None if len(content) == 1 else spans_text(content) or ""
    plain["source"], plain["cue"] = spans_text(plain["source"]), spans_text(cue)
    plain["speaker"] = places.people.get(plain["speaker"])
    plain["within"] = places.statements.get(plain["within"])
    for name in ("earliest", "latest", "anchor"):
        plain[f"said_{name}"] = said.get(name)


def _claim(plain: Values, places: _Places) -> None:
    begins, ends = plain["begins"], plain["ends"] = plain["head"]
    plain["key"] = places.key(plain, f"c{begins}-{ends}")
    plain["condition"] = spans_text(plain["condition"])
    forecast = plain["forecast"]
    plain["forecast"] = None if forecast is None else places.local(forecast["window"]) or ""


def _quantity(plain: Values, places: _Places) -> None:
    _spanned(plain, places, "q")
    bound = plain["value"] or plain["low"] or plain["high"]
    plain["figure"] = None if bound is None else float(bound)
    plain["statement"] = places.statements.get(plain["statement"])
    plain["total"] = int(plain["total"])
    for name in ("part_of", "place", "as_of"):
        plain[name] = places.local(plain[name])


def _time(plain: Values, places: _Places) -> None:
    _spanned(plain, places, "t")
    plain["anchor"] = places.local(plain["anchor"])


def _place(plain: Values, places: _Places) -> None:
    _spanned(plain, places, "p")
    plain["stands_for_government"] = int(plain["stands_for_government"])


def _spanned(plain: Values, places: _Places, letter: str) -> None:
    begins, ends = plain["begins"], plain["ends"] = plain["span"]
    plain["key"] = places.key(plain, f"{letter}{begins}-{ends}")


def _quotation(plain: Values, places: _Places) -> None:
    spans = plain["spans"]
    plain["begins"], plain["ends"], plain["key"] = spans[0][0], spans[-1][1], None
    plain["spans"] = None if len(spans) == 1 else spans_text(spans)
    plain["statement"] = places.statements.get(plain["statement"])
    plain["closed"], plain["names"] = int(plain["closed"]), int(plain["names"])


def _mention(plain: Values, _: _Places) -> None:
    plain["key"], plain["mentions"] = plain["id"], spans_text(plain["mentions"])


def _usual(field: Field[Any]) -> Any:
    """The plain value of a field that is not given."""
    return None if field.default is MISSING else msgspec.to_builtins(field.default)


_RECORDS: Mapping[str, type[Any]] = {
    "statement": Statement,
    "claim": Claim,
    "quantity": Quantity,
    "time": Timex,
    "place": Place,
    "quotation": Quotation,
    "mention": Person,
}
_FIELDS = {
    "statement": "statements",
    "quantity": "quantities",
    "time": "times",
    "place": "places",
    "quotation": "quotations",
    "mention": "people",
}
_COMPLETE: Mapping[str, Callable[[Values, _Places], None]] = {
    "statement": _statement,
    "claim": _claim,
    "quantity": _quantity,
    "time": _time,
    "place": _place,
    "quotation": _quotation,
    "mention": _mention,
}
_TAKE: Mapping[str, Callable[[Values], Row]] = {
    table: itemgetter(*COLUMNS[table]) for table in _RECORDS
}
# What has no column goes into `extra`, unless it is what it is when nothing is said.
_REST = {
    table: [
        (field.name, _usual(field))
        for field in fields(record)
        if field.name not in _TOLD.union(COLUMNS[table])
    ]
    for table, record in _RECORDS.items()
}
