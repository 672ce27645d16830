"""Paragraphs in which sources and contents are marked by hand, as text, statements and speakers."""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sayso.reading.layout import lay_out
from sayso.reading.speakers import resolve_speakers
from sayso.reading.words import split_words
from sayso.records import Mode, Span, Statement

__all__ = ["OWN", "Paragraph", "paragraphs", "read_marked", "speakers_of"]

OWN = Path(__file__).with_name("gold.jsonl")
_MARK = re.compile(r"([\[{])(\d+):|([\]}])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A paragraph, its statements by number, and the name that each one's speaker must have."""

    kind: str
    text: str
    statements: tuple[Statement, ...]
    speakers: dict[str, str | None]


def read_marked(row: dict[str, Any]) -> Paragraph:
    """The paragraph of a row: [n:source] and {n:content} taken out of its text."""
    pieces: list[str] = []
    spans: dict[str, dict[str, list[Span]]] = {}
    opened: list[tuple[str, str, int]] = []
    place = length = 0
    for mark in _MARK.finditer(row["text"]):
        pieces.append(row["text"][place : mark.start()])
        length += mark.start() - place
        place = mark.end()
        if mark[1]:
            opened.append(("source" if mark[1] == "[" else "content", mark[2], length))
        elif opened:
            role, number, start = opened.pop()
            spans.setdefault(number, {}).setdefault(role, []).append(Span(start, length))
    text = "".join([*pieces, row["text"][place:]])
    statements = tuple(
        Statement(
            id=number,
            source=tuple(roles.get("source", ())),
            cue=(),
            content=tuple(roles.get("content", ())),
            mode=Mode.INDIRECT,
        )
        for number, roles in spans.items()
    )
    return Paragraph(kind=row["kind"], text=text, statements=statements, speakers=row["speakers"])


def paragraphs() -> list[Paragraph]:
    """All paragraphs of the file beside this one; its first line is a note."""
    _, *rows = OWN.read_text("utf-8").splitlines()
    return [read_marked(json.loads(row)) for row in rows]


def speakers_of(paragraph: Paragraph) -> dict[str, str | None]:
    """The names that the statements' speakers are given."""
    layout = lay_out(paragraph.text, split_words(paragraph.text))
    statements, people = resolve_speakers(layout, paragraph.statements, report_id="r")
    names = {person.id: person.name for person in people}
    return {
        statement.id: names[statement.speaker] if statement.speaker is not None else None
        for statement in statements
    }
