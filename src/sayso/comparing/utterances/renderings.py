"""Each statement of an utterance beside the one that comes nearest to what was said."""

from collections.abc import Mapping, Sequence
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

__all__ = ["Told", "render", "said_record"]

# What a comparison says of a statement, the gravest first.
_GRAVEST = tuple(Verdict)
_NOTHING = frozenset({Verdict.NOT_IN_RECORD, Verdict.OUTSIDE_RECORD, Verdict.NOT_A_QUOTATION})

Told = tuple[Reading, Statement]
"""A statement with the report it stands in."""


def render(told: Told, records: Sequence[Record]) -> Rendering:
    """The statement as a rendering, laid beside records of what was said; beside none is itself.

    The typed comparisons are those of a report with a record, so that both tell drift alike.
    """
    reading, statement = told
    made = Rendering(statement=statement.id, report=reading.report.id)
    if not records:
        return made
    found = [
        it
        for it in check_report(_alone(told), records)
        if _is_of(it, statement) and it.verdict not in _NOTHING
    ]
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


def _alone(told: Told) -> Reading:
    """The report with this statement only."""
    reading, statement = told
    return replace(
        reading,
        statements=(statement,),
        own_claims=(),
        quantities=tuple(it for it in reading.quantities if _covers(statement, (it.span,))),
        quotations=tuple(
            replace(it, statement=statement.id)
            for it in reading.quotations
            if _covers(statement, it.spans)
        ),
    )


def _covers(statement: Statement, spans: Sequence[Span]) -> bool:
    return all(any(piece.overlaps(span) for piece in statement.content) for span in spans)


def _is_of(finding: Finding, statement: Statement) -> bool:
    return bool(finding.report_span) and _covers(statement, finding.report_span[:1])
