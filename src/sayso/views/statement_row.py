"""One statement in its own words, for a program: the passage, the report, the permanent address."""

import re
from typing import Any

from sayso.records import KeptReport, Span, Statement

__all__ = ["statement_row"]

_AROUND = 400  # letters before and after a passage, at most
_BREAK = re.compile(r"\n\s*\n")


def statement_row(kept: KeptReport, statement: Statement) -> dict[str, Any]:
    """What was said, by whom, in which passage of which report; `permalink` is an address path."""
    report = kept.reading.report
    number, speaker = kept.people.get(statement.speaker or "", (None, None))
    return {
        "id": statement.id,
        "permalink": f"/statement/{statement.id}",
        "speaker": speaker,
        "person": number,
        "words": " … ".join(piece.of(report.text) for piece in statement.content),
        "passage": _passage(statement, report.text).of(report.text),
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published,
        "statement": statement,
    }


def _passage(statement: Statement, text: str) -> Span:
    """The paragraphs that a statement stands in, cut where they are long."""
    pieces = [*statement.content, *statement.cue]
    first, last = min(it.start for it in pieces), max(it.end for it in pieces)
    before = text[max(0, first - _AROUND) : first]
    after = text[last : last + _AROUND]
    begins = max((found.end() for found in _BREAK.finditer(before)), default=0)
    ends = found.start() if (found := _BREAK.search(after)) else len(after)
    return Span(first - len(before) + begins, last + ends)
