"""Every figure of a report against the figures of the records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.comparing.explanation import explain_unfound
from sayso.comparing.mentions import Figure, beside, read_figures, stated_figures, verdict_between
from sayso.comparing.speakers import voice_of
from sayso.records import (
    Drift,
    DriftKind,
    Finding,
    FindingKind,
    Person,
    Quantity,
    Reading,
    Record,
    Span,
    Verdict,
)

__all__ = ["check_quantities"]

_KEPT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A figure of a record, and who says it."""

    record: Record
    speaker: str | None
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A figure of the report, and whom it gives it to."""

    span: Span
    text: str
    person: Person | None
    figure: Figure


def check_quantities(reading: Reading, records: Sequence[Record]) -> tuple[Finding, ...]:
    """One finding for each quantity with a value, in the order of the report.

    It is looked for among the figures that the speaker of its statement may have said.
    """
    said = [it for record in sorted(records, key=lambda it: it.id) for it in _said(record)]
    missing = (
        Verdict.NOT_IN_RECORD
        if all(record.complete for record in records)
        else Verdict.OUTSIDE_RECORD
    )
    return tuple(
        _compared(told, source) if source else _unfound(told, missing)
        for told in (_told(reading) if records else ())
        for source in [_source(told, said)]
    )


@lru_cache(maxsize=_KEPT)
def _said(record: Record) -> tuple[_Said, ...]:
    return tuple(
        _Said(record=record, speaker=turn.speaker, figure=figure)
        for turn in record.turns
        for figure in read_figures(record.text, turn.span)
    )


def _told(reading: Reading) -> Iterator[_Told]:
    valued = [quantity for quantity in reading.quantities if quantity.value is not None]
    figures = stated_figures(valued, reading.report.text)
    for quantity, figure in zip(valued, figures, strict=True):
        yield _Told(
            span=quantity.span,
            text=quantity.span.of(reading.report.text),
            person=_speaker(reading, quantity),
            figure=figure,
        )


def _speaker(reading: Reading, quantity: Quantity) -> Person | None:
    speakers = (it.speaker for it in reading.statements if it.id == quantity.statement)
    return reading.person(next(speakers, None))


def _source(told: _Told, said: Sequence[_Said]) -> _Said | None:
    """The figure of a record that this one retells, in words that may be its speaker's."""
    voice = voice_of(told.person, {it.speaker for it in said})
    may_be = [it for it in said if voice(it.speaker) is not False]
    figure = beside(told.figure, [it.figure for it in may_be], freely=True)
    return next((it for it in may_be if it.figure is figure), None)


def _compared(told: _Told, source: _Said) -> Finding:
    verdict = verdict_between(told.figure, source.figure)
    was = source.figure.span.of(source.record.text)
    changed = verdict is not Verdict.SAME
    return Finding(
        kind=FindingKind.QUANTITY,
        verdict=verdict,
        report_span=(told.span,),
        report_text=told.text,
        speaker=told.person.name if told.person else None,
        record=source.record.id,
        record_span=(source.figure.span,),
        record_text=was,
        record_speaker=source.speaker,
        drift=(Drift(kind=DriftKind(verdict), was=was, became=told.text),) if changed else (),
        explanation=f"The record says “{was}”, the report “{told.text}”.",
    )


def _unfound(told: _Told, missing: Verdict) -> Finding:
    return Finding(
        kind=FindingKind.QUANTITY,
        verdict=missing,
        report_span=(told.span,),
        report_text=told.text,
        speaker=told.person.name if told.person else None,
        explanation=explain_unfound(missing),
    )
