"""Statements that hold several remarks of one saying, each remark by itself."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sayso.lexicon import words
from sayso.records import Reading, Span, Statement

__all__ = ["each_remark"]


def each_remark(reading: Reading) -> Reading:
    """The report with what a speaker goes on to say taken out of the statement that holds it.

    A statement told in another one by the same words of the same source is a part of that; both
    would say the same twice. So "a," X said. "b" is compared as a, and as b.
    """
    by_id = {it.id: it for it in reading.statements}
    parts: defaultdict[str, list[Span]] = defaultdict(list)
    for statement in reading.statements:
        if _is_part(statement, by_id.get(statement.within or "")):
            parts[statement.within or ""] += statement.content
    if not parts:
        return reading
    text = reading.report.text
    alone = (_alone(it, by_id, parts.get(it.id, []), text=text) for it in reading.statements)
    return replace(reading, statements=tuple(alone))


def _alone(
    statement: Statement, by_id: dict[str, Statement], parts: list[Span], *, text: str
) -> Statement:
    whole = by_id.get(statement.within or "")
    if whole and _is_part(statement, whole):
        return replace(statement, within=whole.within)
    left = tuple(it for span in statement.content for it in _without(span, parts, text))
    return replace(statement, content=left) if parts and left else statement


def _is_part(statement: Statement, whole: Statement | None) -> bool:
    if whole is None or not statement.cue:
        return False
    return (statement.source, statement.cue) == (whole.source, whole.cue)


def _without(span: Span, parts: Sequence[Span], text: str) -> Iterator[Span]:
    """What is left of a stretch before, between and behind its parts."""
    start = span.start
    for part in sorted(it for it in parts if span.covers(it)):
        if end := _before_link(text, start, part.start):
            yield Span(start, end)
        start = part.end
    if start < span.end:
        yield Span(start, span.end)


def _before_link(text: str, start: int, end: int) -> int | None:
    """Where a remark ends that the next is linked to by `and`; None where that is all."""
    kept = text[start:end].rstrip()
    before, _, last = kept.rpartition(" ")
    if last.lower() in words("tellings", "parts"):
        kept = before.rstrip()
    return start + len(kept) if kept else None
