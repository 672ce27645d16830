"""Twelve reports of an invented event as readings, with what the gold says of them."""

import datetime
import json
from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations
from pathlib import Path
from typing import Any

from sayso.reading import read_quantities
from sayso.records import (
    Mode,
    Person,
    PersonKind,
    Quotation,
    Reading,
    Report,
    Span,
    Spans,
    Statement,
    mention_id,
    text_id,
)

GOLD = Path(__file__).parent / "gold"
FILES = sorted(GOLD.glob("*.txt"))
ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (GOLD / "statements.jsonl").read_text("utf-8").splitlines()
]
ORIGINS: dict[str, str | None] = json.loads((GOLD / "origins.json").read_text("utf-8"))


def readings() -> list[Reading]:
    """The reports, each read as the gold says."""
    return [_reading(path) for path in FILES]


def pairs(groups: Iterable[Collection[str]]) -> set[frozenset[str]]:
    """Every two that are in one group."""
    return {frozenset(pair) for group in groups for pair in combinations(sorted(set(group)), 2)}


def scores(found: set[frozenset[str]], wanted: set[frozenset[str]]) -> dict[str, float]:
    """Precision, recall and F1 in per cent."""
    hits = len(found & wanted)
    return {
        "precision": 100 * hits / max(len(found), 1),
        "recall": 100 * hits / max(len(wanted), 1),
        "f1": 200 * hits / max(len(found) + len(wanted), 1),
    }


def wanted_utterances() -> dict[str, list[str]]:
    """The ids of the statements of each utterance."""
    wanted = defaultdict(list)
    for path in FILES:
        reading = _reading(path)
        rows = [row for row in ROWS if row["report"] == path.stem]
        for row, statement in zip(rows, reading.statements, strict=True):
            wanted[row["utterance"]].append(statement.id)
    return dict(wanted)


def _reading(path: Path) -> Reading:
    header, _, text = path.read_text("utf-8").partition("\n\n")
    fields = dict(line.split(": ", 1) for line in header.splitlines())
    text = text.rstrip("\n")
    report = Report(
        id=text_id(text),
        text=text,
        title=fields["Title"],
        outlet=fields["Outlet"],
        published=datetime.date.fromisoformat(fields["Published"]),
    )
    rows = [row for row in ROWS if row["report"] == path.stem]
    names = sorted({row["speaker"] for row in rows})
    statements = tuple(_statement(report, row, f"p{names.index(row['speaker'])}") for row in rows)
    return Reading(
        report=report,
        statements=statements,
        people=tuple(
            Person(id=f"p{at}", name=name, kind=_kind(name)) for at, name in enumerate(names)
        ),
        quantities=tuple(read_quantities(text, report_id=report.id)),
        quotations=tuple(
            Quotation(spans=it.content, statement=it.id)
            for it in statements
            if it.mode is Mode.DIRECT
        ),
    )


def _kind(name: str) -> PersonKind:
    return PersonKind.ORGANIZATION if "guild" in name else PersonKind.PERSON


def _statement(report: Report, row: dict[str, Any], speaker: str) -> Statement:
    content = _spans(row["content"])
    return Statement(
        id=mention_id(report.id, "s", *content),
        source=_spans(row["source"]),
        cue=_spans(row["cue"]),
        content=content,
        mode=Mode(row["mode"]),
        speaker=speaker,
    )


def _spans(rows: list[list[int]]) -> Spans:
    return tuple(Span(*row) for row in rows)
