"""Rows of the tables as the records they were."""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from sayso.ledger.plain import record_of, spans_of, spans_text
from sayso.ledger.rows import LETTERS, Values
from sayso.records import Reading

__all__ = ["reading_of"]

_Rows = Mapping[str, Sequence[Values]]  # all rows of one reading by their table, in order


def reading_of(version: Mapping[str, Any], extra: str | None, rows: _Rows) -> Reading:
    """The reading of that version with these rows; `extra` is what its report was told beyond.

    All is as it was given: ids, spans and links between mentions.
    """
    ids = _Ids(version["text_id"], rows)
    beyond = json.loads(extra) if extra else {}
    told = {
        "report": {**version, **beyond, "id": version["text_id"], "text": version["body"]},
        "statements": [_statement(row, ids) for row in rows["statement"]],
        "own_claims": ids.claims[None],
        "quantities": [_quantity(row, ids) for row in rows["quantity"]],
        "times": [_time(row, ids) for row in rows["time"]],
        "places": [_place(row, ids) for row in rows["place"]],
        "people": [_person(row) for row in rows["mention"]],
        "quotations": [_quotation(row, ids) for row in rows["quotation"]],
    }
    return record_of(Reading, told)


class _Ids:
    """The full ids of the mentions of one report."""

    def __init__(self, report: str, rows: _Rows) -> None:
        self._report = report
        self.claims: dict[int | None, list[Values]] = defaultdict(list)
        for row in rows["claim"]:
            self.claims[row["statement"]].append(_claim(row, self))
        self.people = [row["key"] for row in rows["mention"]]
        self.statements = [
            self.of("statement", row, [*spans_of(row["cue"])[:1], *_content(row)])
            for row in rows["statement"]
        ]

    def full(self, key: str | None) -> str | None:
        """The id that was put in short."""
        return self._report + key if key is not None and key.startswith(".") else key

    def of(self, table: str, row: Values, spans: list[list[int]]) -> str:
        """The id of a row, the usual one where it has no other."""
        key = row["key"] if row["key"] is not None else f".{LETTERS[table]}{spans_text(spans)}"
        return self.full(key) or ""


def _content(row: Values) -> list[list[int]]:
    return [[row["begins"], row["ends"]]] if row["content"] is None else spans_of(row["content"])


def _with_extra(row: Values, told: Values) -> Values:
    return {**row, **told, **(json.loads(row["extra"]) if row["extra"] else {})}


def _statement(row: Values, ids: _Ids) -> Values:
    said = {name: row[f"said_{name}"] for name in ("earliest", "latest", "anchor")}
    number = row["number"]
    told = {
        "id": ids.statements[number],
        **{name: spans_of(row[name]) for name in ("source", "cue")},
        "content": _content(row),
        "speaker": _at(ids.people, row["speaker"]),
        "within": _at(ids.statements, row["within"]),
        "said_on": said if any(said.values()) else None,
        "claims": ids.claims[number],
    }
    return _with_extra(row, told)


def _at(values: Sequence[str], place: int | None) -> str | None:
    return None if place is None else values[place]


def _claim(row: Values, ids: _Ids) -> Values:
    head = [row["begins"], row["ends"]]
    window = row["forecast"]
    told = {
        "id": ids.of("claim", row, [head]),
        "head": head,
        "condition": spans_of(row["condition"]),
        "forecast": None if window is None else {"window": ids.full(window or None)},
    }
    return _with_extra(row, told)


def _quantity(row: Values, ids: _Ids) -> Values:
    span = [row["begins"], row["ends"]]
    told = {
        "id": ids.of("quantity", row, [span]),
        "span": span,
        "statement": _at(ids.statements, row["statement"]),
        **{name: ids.full(row[name]) for name in ("part_of", "place", "as_of")},
    }
    return _with_extra(row, told)


def _time(row: Values, ids: _Ids) -> Values:
    span = [row["begins"], row["ends"]]
    told = {"id": ids.of("time", row, [span]), "span": span, "anchor": ids.full(row["anchor"])}
    return _with_extra(row, told)


def _place(row: Values, ids: _Ids) -> Values:
    span = [row["begins"], row["ends"]]
    return _with_extra(row, {"id": ids.of("place", row, [span]), "span": span})


def _person(row: Values) -> Values:
    return _with_extra(row, {"id": row["key"], "mentions": spans_of(row["mentions"])})


def _quotation(row: Values, ids: _Ids) -> Values:
    spans = spans_of(row["spans"]) if row["spans"] else [[row["begins"], row["ends"]]]
    statement = _at(ids.statements, row["statement"])
    return _with_extra(row, {"spans": spans, "statement": statement})
