"""A reading as rows of the tables: ids and spans in short, words as offsets.

Ledgers are filled with millions of statements, so this is quick: each row is made in one step, its
values in the order of the columns.
"""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import MISSING, Field, dataclass, fields
from operator import attrgetter
from typing import Any

import msgspec

from sayso.ledger.plain import spans_text
from sayso.ledger.schema import COLUMNS
from sayso.records import (
    Claim,
    Person,
    Place,
    Quantity,
    Quotation,
    Reading,
    Statement,
    Timex,
)

__all__ = ["LETTERS", "NUMBERS", "Row", "Rows", "Values", "numbered_rows", "reading_rows", "row_of"]

Row = tuple[Any, ...]
"""The values of one row in the order of its table's columns."""
Rows = Mapping[str, Sequence[Row]]
"""The rows of each table."""
Values = dict[str, Any]
"""Values by the name of their column."""
LETTERS = {"statement": "s", "claim": "c", "quantity": "q", "time": "t", "place": "p"}
"""The letter for each kind of mention in its usual id."""
NUMBERS = 2
"""How many numbers a ledger puts before the other values of a row of a reading."""
_UNSAID = (None, None, None)
_PERSON = COLUMNS["mention"].index("person") - NUMBERS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """Where the mentions that others point to stand in the reading, by their ids."""

    report: str
    begin: str
    statements: Mapping[str | None, int]
    people: Mapping[str | None, int]

    def local(self, id: str | None) -> str | None:  # noqa: A002 - the field it shortens
        """An id without the report's in front."""
        return None if id is None else id.removeprefix(self.report)

    def key(self, name: str, letter_and_spans: str) -> str | None:
        """The id in short, None where it is the usual one."""
        return None if name == self.begin + letter_and_spans else self.local(name)


def row_of(table: str, values: Mapping[str, Any]) -> Row:
    """The row of these values; a column that is not among them is empty."""
    return tuple(map(values.get, COLUMNS[table]))


def reading_rows(reading: Reading) -> Rows:
    """The rows of a reading by their table, without the numbers that a ledger gives."""
    places = _Places(
        report=reading.report.id,
        begin=f"{reading.report.id}.",
        statements={it.id: at for at, it in enumerate(reading.statements)},
        people={it.id: at for at, it in enumerate(reading.people)},
    )
    return {
        "statement": [_statement(it, places) for it in reading.statements],
        "claim": list(_claims(reading, places)),
        "quantity": [_quantity(it, places) for it in reading.quantities],
        "time": [_time(it, places) for it in reading.times],
        "place": [_place(it, places) for it in reading.places],
        "quotation": [_quotation(it, places) for it in reading.quotations],
        "mention": [_mention(it) for it in reading.people],
    }


def numbered_rows(
    rows: Rows, *, number: int, first: int, people: Sequence[int | None]
) -> dict[str, list[Row]]:
    """The whole rows of reading `number`.

    Its statements count from `first`; `people` are the numbers of its people in the ledger.
    """
    made: dict[str, list[Row]] = {
        table: [(number, at) + row for at, row in enumerate(rows[table])]
        for table in ("claim", "quantity", "time", "place", "quotation")
    }
    made["statement"] = [(first + at, number) + row for at, row in enumerate(rows["statement"])]
    made["mention"] = [
        (number, at, *row[:_PERSON], person, *row[_PERSON:])
        for at, (row, person) in enumerate(zip(rows["mention"], people, strict=True))
    ]
    return made


def _statement(one: Statement, places: _Places) -> Row:
    content, cue, said, kind = one.content, one.cue, one.said_on, one.kind
    cued, told = spans_text(cue), spans_text(content)
    whole = len(content) == len(cue) == 1  # nearly always, and quicker
    usual = f"{cued}+{told}" if whole else spans_text([*cue[:1], *content])
    return (
        content[0][0] if content else 0,
        content[-1][1] if content else 0,
        None if len(content) == 1 else told or "",
        spans_text(one.source),
        cued,
        one.mode._value_,
        None if kind is None else kind._value_,
        places.people.get(one.speaker),
        places.statements.get(one.within),
        *(_UNSAID if said is None else (_day(said.earliest), _day(said.latest), said.anchor)),
        one.confidence,
        places.key(one.id, f"s{usual}"),
        _extra("statement", one),
    )


def _claims(reading: Reading, places: _Places) -> Iterator[Row]:
    """The claims of all statements, each with the place of its own, then those of the report."""
    for at, statement in enumerate(reading.statements):
        for claim in statement.claims:
            yield _claim(claim, at, places)
    for claim in reading.own_claims:
        yield _claim(claim, None, places)


def _claim(one: Claim, statement: int | None, places: _Places) -> Row:
    begins, ends = one.head
    forecast = one.forecast
    return (
        statement,
        begins,
        ends,
        one.polarity._value_,
        one.certainty._value_,
        one.tense._value_,
        one.role._value_,
        spans_text(one.condition) if one.condition else None,
        None if forecast is None else places.local(forecast.window) or "",
        one.plover,
        one.mode,
        one.actor,
        one.recipient,
        places.key(one.id, f"c{begins}-{ends}"),
        _extra("claim", one),
    )


def _quantity(one: Quantity, places: _Places) -> Row:
    begins, ends = one.span
    value, low, high = (None if it is None else str(it) for it in (one.value, one.low, one.high))
    bound = value or low or high
    return (
        places.statements.get(one.statement),
        begins,
        ends,
        None if bound is None else float(bound),
        value,
        low,
        high,
        one.relation._value_,
        one.counted,
        one.unit,
        one.per,
        places.local(one.part_of),
        int(one.total),
        places.local(one.place),
        places.local(one.as_of),
        places.key(one.id, f"q{begins}-{ends}"),
        _extra("quantity", one),
    )


def _time(one: Timex, places: _Places) -> Row:
    begins, ends = one.span
    return (
        begins,
        ends,
        one.type,
        one.value,
        one.mod,
        _day(one.earliest),
        _day(one.latest),
        places.local(one.anchor),
        places.key(one.id, f"t{begins}-{ends}"),
        _extra("time", one),
    )


def _place(one: Place, places: _Places) -> Row:
    begins, ends = one.span
    return (
        begins,
        ends,
        one.name,
        one.geonames,
        one.latitude,
        one.longitude,
        None if one.kind is None else one.kind._value_,
        int(one.stands_for_government),
        places.key(one.id, f"p{begins}-{ends}"),
        _extra("place", one),
    )


def _quotation(one: Quotation, places: _Places) -> Row:
    spans = one.spans
    return (
        places.statements.get(one.statement),
        spans[0].start,
        spans[-1].end,
        None if len(spans) == 1 else spans_text(spans),
        int(one.closed),
        int(one.names),
        None,
        _extra("quotation", one),
    )


def _mention(one: Person) -> Row:
    spans, extra = spans_text(one.mentions), _extra("mention", one)
    return (one.name, one.office, one.affiliation, spans, one.id, extra)


def _day(day: datetime.date | None) -> Any:
    if day is None or type(day) is datetime.date:
        return day and day.isoformat()
    return msgspec.to_builtins(day)  # with the hour


def _usual(field: Field[Any]) -> Any:
    """The value of a field that is not given."""
    return None if field.default is MISSING else field.default


def _extra(table: str, one: Any) -> str | None:
    """What has no column as JSON, unless it is what it is when nothing is said."""
    names, usual, values_of = _REST[table]
    if not names or (values := values_of(one)) == usual:
        return None
    told = zip(names, values, usual, strict=True)
    return _encode({name: value for name, value, other in told if value != other}).decode()


_RECORDS: Mapping[str, type[Any]] = {
    "statement": Statement,
    "claim": Claim,
    "quantity": Quantity,
    "time": Timex,
    "place": Place,
    "quotation": Quotation,
    "mention": Person,
}
# The fields that stand in columns of other names.
_TOLD = {"id", "head", "span", "said_on", "claims"}


def _rest(table: str) -> tuple[Sequence[str], tuple[Any, ...], Callable[[Any], tuple[Any, ...]]]:
    """The fields that have no column, what they are when nothing is said, what gets them."""
    known = _TOLD.union(COLUMNS[table])
    rest = {it.name: _usual(it) for it in fields(_RECORDS[table]) if it.name not in known}
    return tuple(rest), tuple(rest.values()), _getter(tuple(rest))


def _getter(names: Sequence[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gets these fields, always as a tuple."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda one: tuple([getattr(one, name) for name in names])


_REST = {table: _rest(table) for table in _RECORDS}
_encode = msgspec.json.Encoder().encode
