"""Twelve reports of an invented event as sayso reads them, and what the gold says of them."""

import json
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import sayso
from sayso.intake import parse_record
from sayso.reading import read_quantities
from sayso.records import Reading, Record, Span, Spans
from tests.comparing.across import pairs
from tests.comparing.outlets import Told, matched

FOLDER = Path(__file__).parent / "railway"
FILES = sorted(it for it in FOLDER.iterdir() if it.suffix in {".txt", ".jsonl"})

Row = dict[str, Any]


@cache
def rows() -> dict[str, Row]:
    """The rows of the gold by an id."""
    lines = (FOLDER / "statements.jsonl").read_text("utf-8").splitlines()
    return {f"{number:02}": json.loads(line) for number, line in enumerate(lines)}


@cache
def as_read() -> Told:
    """The reports with the statements that are found, each by the row it overlaps most."""
    readings, known = list[Reading](), dict[str, str]()
    for name in sorted({row["report"] for row in rows().values()}):
        reading = sayso.read(FOLDER / name)
        contents = {
            of: _spans(row, reading.report.text)
            for of, row in rows().items()
            if row["report"] == name
        }
        readings.append(reading)
        known |= matched(reading, contents)
    return Told(readings=readings, rows=known)


def wanted() -> set[frozenset[str]]:
    """Every two rows that render one utterance."""
    groups = defaultdict(list)
    for of, row in rows().items():
        groups[row["utterance"]].append(of)
    return pairs(groups.values())


def record() -> Record:
    """What was said."""
    path = FOLDER / "record.txt"
    parsed = parse_record(path.read_bytes(), name=path.name)
    return replace(parsed, quantities=read_quantities(parsed.text, report_id=parsed.id))


def _spans(row: Row, text: str) -> Spans:
    starts = [(text.index(piece), len(piece)) for piece in row["content"]]
    return tuple(Span(start, start + size) for start, size in starts)
