"""A reading as rows of the tables: ids and spans in short, words as offsets."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from sayso.ledger.plain import spans_text
from sayso.ledger.schema import MENTIONS, TABLES
from sayso.records import Reading

__all__ = ["LETTERS", "Row", "Values", "extra_of", "mention_rows", "row_of", "statement_rows"]

Row = tuple[Any, ...]
"""The values of one row in the order of its table's columns."""
Values = dict[str, Any]
"""Values by the name of their column."""
LETTERS = {"statement": "s", "claim": "c", "quantity": "q", "time": "t", "place": "p"}
"""The letter for each kind of mention in its usual id."""
_COLUMNS = {name: tuple(column.name for column in table.columns) for name, table in TABLES.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """Where the mentions that others point to stand in the reading, by their ids."""

    report: str
    statements: Mapping[str, int]
    people: Mapping[str, int]
    linked: Sequence[int | None] = field(default=())

    def local(self, id: str | None) -> str | None:  # noqa: A002 - the field it shortens
        """An id without the report's in front."""
        return None if id is None else id.removeprefix(self.report)


def row_of(table: str, values: Mapping[str, Any]) -> Row:
    """The row of these values; a column that is not among them is empty."""
    return tuple(map(values.get, _COLUMNS[table]))


def extra_of(values: Mapping[str, Any]) -> str | None:
    """What no column is there for, as JSON; None where that is nothing."""
    kept = {name: value for name, value in values.items() if value not in (None, [], "", False)}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")) if kept else None


def statement_rows(reading: Reading, *, number: int, first: int) -> list[Row]:
    """The statements of reading `number`, whose ids count from `first`."""
    places = _places(reading, ())
    return [
        row_of("statement", {"id": first + at, "reading": number, **_statement(plain, places)})
        for at, plain in enumerate(_plain(reading.statements))
    ]


def mention_rows(
    reading: Reading, *, number: int, people: Sequence[int | None]
) -> dict[str, list[Row]]:
    """The rows of everything else that was read; `people` are the ids of its people."""
    places = _places(reading, people)
    rows: dict[str, list[Row]] = {}
    for table in MENTIONS:
        values = _VALUES[table](reading, places)
        rows[table] = [
            row_of(table, {"reading": number, "number": at, **value})
            for at, value in enumerate(values)
        ]
    return rows


def _places(reading: Reading, people: Sequence[int | None]) -> _Places:
    return _Places(
        report=reading.report.id,
        statements={it.id: at for at, it in enumerate(reading.statements)},
        people={it.id: at for at, it in enumerate(reading.people)},
        linked=people,
    )


def _plain(records: Sequence[Any]) -> list[Values]:
    plain: list[Values] = msgspec.to_builtins(records)
    return plain


def _finished(table: str, plain: Values, told: Values, *, places: _Places) -> Values:
    """`told` with the id in short, and with what is left of the record."""
    spans = plain.pop("spans")
    usual = f".{LETTERS[table]}{spans_text(spans)}"
    key = places.local(plain.pop("id"))
    rest = {name: value for name, value in plain.items() if name not in told}
    return {**told, "key": None if key == usual else key, "extra": extra_of(rest)}


def _statement(plain: Values, places: _Places) -> Values:
    content, cue = plain.pop("content"), plain.pop("cue")
    said = plain.pop("said_on") or {}
    speaker, within = plain.pop("speaker"), plain.pop("within")
    plain.pop("claims")
    told = {
        "begins": content[0][0] if content else 0,
        "ends": content[-1][1] if content else 0,
        "content": None if len(content) == 1 else spans_text(content) or "",
        "source": spans_text(plain.pop("source")),
        "cue": spans_text(cue),
        "mode": plain.pop("mode"),
        "kind": plain.pop("kind"),
        "speaker": places.people.get(speaker),
        "within": places.statements.get(within),
        "said_earliest": said.get("earliest"),
        "said_latest": said.get("latest"),
        "said_anchor": said.get("anchor"),
        "confidence": plain.pop("confidence"),
    }
    return _finished("statement", {**plain, "spans": [*cue[:1], *content]}, told, places=places)


def _claims(reading: Reading, places: _Places) -> list[Values]:
    made = [
        (at, claim)
        for at, statement in enumerate(reading.statements)
        for claim in _plain(statement.claims)
    ]
    own = [(None, claim) for claim in _plain(reading.own_claims)]
    return [_claim(claim, at, places) for at, claim in [*made, *own]]


def _claim(plain: Values, statement: int | None, places: _Places) -> Values:
    head, forecast = plain.pop("head"), plain.pop("forecast")
    told = {
        "statement": statement,
        "begins": head[0],
        "ends": head[1],
        "condition": spans_text(plain.pop("condition")),
        "forecast": None if forecast is None else places.local(forecast["window"]) or "",
        **_moved("claim", plain),
    }
    return _finished("claim", {**plain, "spans": [head]}, told, places=places)


def _quantity(plain: Values, places: _Places) -> Values:
    span = plain.pop("span")
    bound = next((plain[name] for name in ("value", "low", "high") if plain[name]), None)
    told = {
        "begins": span[0],
        "ends": span[1],
        "statement": places.statements.get(plain.pop("statement")),
        "figure": None if bound is None else float(bound),
        "total": int(plain.pop("total")),
        **{name: places.local(plain.pop(name)) for name in ("part_of", "place", "as_of")},
        **_moved("quantity", plain),
    }
    return _finished("quantity", {**plain, "spans": [span]}, told, places=places)


def _time(plain: Values, places: _Places) -> Values:
    span = plain.pop("span")
    told = {"begins": span[0], "ends": span[1], "anchor": places.local(plain.pop("anchor"))}
    told |= _moved("time", plain)
    return _finished("time", {**plain, "spans": [span]}, told, places=places)


def _place(plain: Values, places: _Places) -> Values:
    span = plain.pop("span")
    government = int(plain.pop("stands_for_government"))
    told = {"begins": span[0], "ends": span[1], "stands_for_government": government}
    told |= _moved("place", plain)
    return _finished("place", {**plain, "spans": [span]}, told, places=places)


def _quotation(plain: Values, places: _Places) -> Values:
    spans = plain.pop("spans")
    return {
        "begins": spans[0][0],
        "ends": spans[-1][1],
        "spans": None if len(spans) == 1 else spans_text(spans),
        "statement": places.statements.get(plain.pop("statement")),
        **{name: int(plain.pop(name)) for name in ("closed", "names")},
        "extra": extra_of(plain),
    }


def _people(reading: Reading, places: _Places) -> list[Values]:
    return [
        {
            "key": plain.pop("id"),
            "mentions": spans_text(plain.pop("mentions")),
            "person": linked,
            **_moved("mention", plain),
            "extra": extra_of(plain),
        }
        for plain, linked in zip(_plain(reading.people), places.linked, strict=True)
    ]


def _moved(table: str, plain: Values) -> Values:
    """What the record and the table call the same, taken out of the record."""
    return {name: plain.pop(name) for name in _COLUMNS[table] if name in plain}


_VALUES: dict[str, Callable[[Reading, _Places], list[Values]]] = {
    "claim": _claims,
    "quantity": lambda reading, at: [_quantity(it, at) for it in _plain(reading.quantities)],
    "time": lambda reading, at: [_time(it, at) for it in _plain(reading.times)],
    "place": lambda reading, at: [_place(it, at) for it in _plain(reading.places)],
    "quotation": lambda reading, at: [_quotation(it, at) for it in _plain(reading.quotations)],
    "mention": _people,
}
