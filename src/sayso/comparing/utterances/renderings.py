"""Each statement of an utterance beside the one that comes nearest to what was said."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from sayso.comparing.report import check_report
from sayso.records import (
    Finding,
    Quantity,
    Reading,
    Record,
    Rendering,
    Span,
    Spans,
    Statement,
    Turn,
    Verdict,
)

__all__ = ["Told", "render", "render_each", "said_record"]

# What a comparison says of a statement, the gravest first.
_GRAVEST = tuple(Verdict)
# Characters of a report that are looked up together.
_PART = 256
_NOTHING = frozenset({Verdict.NOT_IN_RECORD, Verdict.OUTSIDE_RECORD, Verdict.NOT_A_QUOTATION})

Told = tuple[Reading, Statement]
"""A statement with the report it stands in."""


def render(told: Told, records: Sequence[Record]) -> Rendering:
    """The statement as a rendering, laid beside records of what was said; beside none is itself."""
    reading, statement = told
    return render_each(reading, [statement], records)[statement.id]


def render_each(
    reading: Reading, statements: Sequence[Statement], records: Sequence[Record]
) -> dict[str, Rendering]:
    """These statements of a report as renderings, by their ids, laid beside records.

    The typed comparisons are those of a report with a record, so that both tell drift alike.
    """
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    holding = _Holding(statements)
    for finding in check_report(_only(reading, statements), records) if records else ():
        if finding.verdict not in _NOTHING and finding.report_span:
            for statement in holding.at(finding.report_span[0]):
                found[statement.id].append(finding)
    return {it.id: _rendering(it, reading, found[it.id]) for it in statements}


def _rendering(statement: Statement, reading: Reading, found: Sequence[Finding]) -> Rendering:
    made = Rendering(statement=statement.id, report=reading.report.id)
    if not found:
        return made
    gravest = max((it.verdict for it in found), key=lambda it: (_rank(it), _GRAVEST.index(it)))
    drift = dict.fromkeys(drift for each in found for drift in each.drift)
    beside = next((it for it in found if it.record), None)
    return replace(
        made,
        verdict=gravest,
        drift=tuple(drift),
        record=beside.record if beside else None,
        record_span=beside.record_span if beside else (),
    )


class _Holding:
    """Which statements hold a stretch of a report, looked up by where it stands."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._by_part: defaultdict[int, list[Statement]] = defaultdict(list)
        for statement in statements:
            parts = {part for span in statement.content for part in _parts(span)}
            for part in parts:
                self._by_part[part].append(statement)

    def at(self, span: Span) -> list[Statement]:
        """The statements of which a piece overlaps the stretch."""
        near = {it.id: it for part in _parts(span) for it in self._by_part[part]}
        return [it for it in near.values() if any(piece.overlaps(span) for piece in it.content)]


def _parts(span: Span) -> range:
    return range(span.start // _PART, span.end // _PART + 1)


def _rank(verdict: Verdict) -> int:
    return ("none", "departure", "severe").index(verdict.severity)


def said_record(told: Told) -> Record:
    """What a statement says, as a record that others can be laid beside."""
    reading, statement = told
    person = reading.person(statement.speaker)
    text, moved = _joined(reading.report.text, statement.content)
    own = [it for it in reading.quantities if _place(it.span, moved) is not None]
    return Record(
        id=statement.id,
        name=statement.id,
        text=text,
        turns=(Turn(speaker=person.name if person else None, span=Span(0, len(text))),),
        gaps=(Span(len(text), len(text)),),
        held=reading.report.published,
        quantities=tuple(_moved(it, moved) for it in own),
    )


def _joined(text: str, content: Spans) -> tuple[str, Mapping[Span, int]]:
    """The pieces of a statement as one text, and how far each was moved."""
    moved, pieces, at = {}, [], 0
    for span in content:
        moved[span] = at - span.start
        pieces.append(span.of(text))
        at += span.end - span.start + 1
    return " ".join(pieces), moved


def _place(span: Span, moved: Mapping[Span, int]) -> Span | None:
    by = next((by for piece, by in moved.items() if piece.covers(span)), None)
    return None if by is None else Span(span.start + by, span.end + by)


def _moved(quantity: Quantity, moved: Mapping[Span, int]) -> Quantity:
    return replace(quantity, span=_place(quantity.span, moved) or quantity.span)


def _only(reading: Reading, statements: Sequence[Statement]) -> Reading:
    """The report with these statements only."""
    holding = _Holding(statements)
    quotations = [(it, holding.at(it.spans[0])) for it in reading.quotations if it.spans]
    return replace(
        reading,
        statements=tuple(statements),
        own_claims=(),
        quantities=tuple(it for it in reading.quantities if holding.at(it.span)),
        quotations=tuple(replace(it, statement=by[-1].id) for it, by in quotations if by),
    )
