"""Reports of three real events as readings: with the gold's statements, and as sayso reads them."""

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import sayso
from sayso.comparing.speakers import is_institution
from sayso.intake import parse_record
from sayso.reading import read_quantities
from sayso.records import (
    Mode,
    Person,
    PersonKind,
    Quotation,
    Reading,
    Record,
    Span,
    Spans,
    Statement,
    mention_id,
)
from tests.comparing.across import pairs
from tests.gold import SHARED

REPORTS = SHARED / "data" / "reports"
STORIES = SHARED / "data" / "stories"
EVENTS = ["fed-chair-2022-06-15", "pentagon-briefing-2024-10-28", "two-plus-two-2024-10-31"]
GROUPS = ("(group)", "officials", "participants", "authorities", "capitals", "allies")

Row = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Told:
    """The readings of an event, and by statement the row of the gold that it is."""

    readings: list[Reading]
    rows: dict[str, str]

    def pairs(self, groups: list[list[str]]) -> set[frozenset[str]]:
        """Every two rows whose statements are in one group."""
        return pairs([self.rows[it] for it in group if it in self.rows] for group in groups)


def wanted(event: str) -> set[frozenset[str]]:
    """Every two rows of the gold that render one utterance."""
    groups = defaultdict(list)
    for _, rows in reports(event):
        for row in rows:
            if row.get("utterance"):
                groups[row["utterance"]].append(row["id"])
    return pairs(groups.values())


def given(event: str) -> Told:
    """The event's reports with the statements of the gold."""
    readings, known = list[Reading](), dict[str, str]()
    for path, rows in reports(event):
        reading = _read(path)
        shown = [_shown(reading, path, row) for row in rows]
        names = sorted({row["speaker"] for row in rows if row["speaker"]})
        statements = {
            row["id"]: _statement(reading, row, spans, names)
            for row, spans in zip(rows, shown, strict=True)
        }
        known |= {it.id: row for row, it in statements.items()}
        readings.append(_with(reading, names, _nested(rows, statements)))
    return Told(readings=readings, rows=known)


def as_read(event: str) -> Told:
    """The event's reports with the statements that are found, each by the row it overlaps most."""
    readings, known = list[Reading](), dict[str, str]()
    for path, rows in reports(event):
        reading = _read(path)
        readings.append(reading)
        contents = {row["id"]: _shown(reading, path, row)["content"] for row in rows}
        known |= matched(reading, contents)
    return Told(readings=readings, rows=known)


def matched(reading: Reading, contents: dict[str, Spans]) -> dict[str, str]:
    """By statement the row of the gold that it overlaps most, one to one."""
    both = [
        (_common(content, it.content), row, it)
        for row, content in contents.items()
        for it in reading.statements
    ]
    known: dict[str, str] = {}
    sizes = {row: _size(content) for row, content in contents.items()}
    for common, row, it in sorted(both, key=lambda one: _nearest(one, sizes[one[1]])):
        half = min(sizes[row], _size(it.content)) / 2
        if common >= max(half, 1) and it.id not in known and row not in known.values():
            known[it.id] = row
    return known


def _nearest(one: tuple[int, str, Statement], size: int) -> tuple[int, int, str, int, str]:
    """The most words in common first; of a whole and its part, on either side, the part."""
    common, row, statement = one
    return -common, size, row, _size(statement.content), statement.id


def record(event: str) -> Record:
    """What was said, as the event's transcript has it."""
    path = STORIES / event / "transcript.txt"
    parsed = parse_record(path.read_bytes(), name=path.name)
    return replace(parsed, quantities=read_quantities(parsed.text, report_id=parsed.id))


def reports(event: str) -> Iterator[tuple[Path, list[Row]]]:
    """The reports in English and what the gold says of their statements."""
    folder = REPORTS / event
    origins = json.loads((folder / "origins.json").read_text("utf-8"))
    rows = defaultdict(list)
    for line in (folder / "gold.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        rows[row["report"]].append(row)
    for name, known in sorted(rows.items()):
        if origins[name].get("language", "en") == "en":
            yield folder / name, known


@cache
def _read(path: Path) -> Reading:
    return sayso.read(path)


def _shown(reading: Reading, path: Path, row: Row) -> dict[str, Spans]:
    """Where the parts of a row stand in the text that is kept of its report."""
    body = path.read_text("utf-8").partition("\n\n")[2]
    parts = {"source": row["source"], "cue": row.get("cue_spans"), "content": row["content"]}
    return {
        name: tuple(_found(reading.report.text, body, *span) for span in spans or ())
        for name, spans in parts.items()
    }


def _found(text: str, body: str, start: int, end: int) -> Span:
    at = text.find(body[start:end], max(start - 200, 0))
    assert at >= 0, body[start:end]
    return Span(at, at + end - start)


def _statement(reading: Reading, row: Row, shown: dict[str, Spans], names: list[str]) -> Statement:
    own = row["mode"] == "own_voice"
    return Statement(
        id=mention_id(reading.report.id, "s", *shown["content"]) + row["id"][-4:],
        source=shown["source"],
        cue=shown["cue"],
        content=shown["content"],
        mode=Mode.INDIRECT if own else Mode(row["mode"]),
        speaker=f"p{names.index(row['speaker'])}" if row["speaker"] else None,
    )


def _nested(rows: list[Row], statements: dict[str, Statement]) -> tuple[Statement, ...]:
    outer = {row["id"]: statements[row["within"]].id for row in rows if row.get("within")}
    return tuple(replace(it, within=outer.get(row)) for row, it in statements.items())


def _with(reading: Reading, names: list[str], statements: tuple[Statement, ...]) -> Reading:
    return replace(
        reading,
        statements=statements,
        people=tuple(
            Person(id=f"p{at}", name=name, kind=_kind(name)) for at, name in enumerate(names)
        ),
        quotations=tuple(_quotations(reading, statements)),
    )


def _quotations(reading: Reading, statements: tuple[Statement, ...]) -> Iterator[Quotation]:
    """Direct statements, and what is quoted within the others."""
    for statement in statements:
        if statement.mode is Mode.DIRECT:
            yield Quotation(spans=statement.content, statement=statement.id)
    for quotation in reading.quotations:
        holding = [it for it in statements if _common(it.content, quotation.spans[:1])]
        if holding and all(it.mode is not Mode.DIRECT for it in holding):
            innermost = min(holding, key=lambda it: _size(it.content))
            yield replace(quotation, statement=innermost.id)


def _kind(name: str) -> PersonKind:
    if any(word in name for word in GROUPS):
        return PersonKind.GROUP
    if "government" in name:
        return PersonKind.GOVERNMENT
    body = is_institution(name) or len(name.split()) < 2 or name.startswith(("The ", "White "))
    return PersonKind.ORGANIZATION if body else PersonKind.PERSON


def _common(one: Spans, other: Spans) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)


def _size(spans: Spans) -> int:
    return sum(end - start for start, end in spans)
