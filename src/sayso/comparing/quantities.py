"""Every figure of a report against the figures of the records."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sayso.comparing.elided import elided_figures
from sayso.comparing.explanation import explain_unfound
from sayso.comparing.gaps import hold_all
from sayso.comparing.index import is_asked
from sayso.comparing.mentions import (
    Figure,
    beside,
    is_like,
    is_reversed,
    is_rounded,
    stated_figures,
    verdict_between,
)
from sayso.comparing.speakers import voice_of
from sayso.lexicon import words
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
    Spans,
    Verdict,
)

__all__ = ["Beside", "check_quantities"]

_KEPT = 16
# Characters before a figure in which the word before it stands.
_BEFORE = 12
# Characters behind a sentence in which the next one may give the figure that it speaks of.
_BEHIND = 60
_ENDS = re.compile(r"[.,;:]?(?:\s*\n|\s*\Z)|[.,;:]\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """A figure of a record, and who says it; `asked` where it stands in a question."""

    record: Record
    speaker: str | None
    figure: Figure
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """A figure of the report, and whom it gives it to; `move` tells of what it was before."""

    span: Span
    text: str
    move: str | None
    person: Person | None
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A stretch of a report and the place in a record, by its id, that says it in other words."""

    told: Spans
    record: str
    said: Spans


def check_quantities(
    reading: Reading, records: Sequence[Record], places: Sequence[Beside] = ()
) -> tuple[Finding, ...]:
    """One finding for each quantity with a value that tells something, in the report's order.

    It is looked for among the figures that the speaker of its statement may have said; where none
    is it, at the place in `places` that says what is told around it.
    """
    said = [it for record in sorted(records, key=lambda it: it.id) for it in _said(record)]
    missing = Verdict.NOT_IN_RECORD if hold_all(records) else Verdict.OUTSIDE_RECORD
    return tuple(
        _compared(told, source) if source else _unfound(told, missing)
        for told in (_told(reading) if records else ())
        for source in [_source(told, said) or _other_value(told, said, places)]
        if source or not _refers_back(told, reading.report.text)
    )


def _refers_back(told: _Told, text: str) -> bool:
    """`the two sides`: those of whom the report speaks, which is no count of anybody's."""
    before = text[max(told.span.start - _BEFORE, 0) : told.span.start].lower().split()
    spelled = not told.text[:1].isdigit()
    return spelled and bool(before) and before[-1] in words("tellings", "backward")


@lru_cache(maxsize=_KEPT)
def _said(record: Record) -> tuple[_Said, ...]:
    turns = sorted(record.turns, key=lambda turn: turn.span)
    starts = [turn.span.start for turn in turns]
    stated = list(stated_figures(record.quantities, record.text))
    return tuple(
        _Said(
            record=record,
            speaker=turn.speaker if turn else None,
            figure=figure,
            asked=turn is not None and is_asked(turn, record.text),
        )
        for figure in (*stated, *elided_figures(record.quantities, stated, record.text))
        for turn in [turns[bisect_right(starts, figure.span.start) - 1] if turns else None]
    )


def _told(reading: Reading) -> Iterator[_Told]:
    text = reading.report.text
    figures = {it.span: it for it in reversed(list(stated_figures(reading.quantities, text)))}
    for quantity in reading.quantities:
        if figure := figures.get(quantity.span):
            span = _with_counted(quantity, text)
            person = _speaker(reading, quantity)
            move = figure.move and figure.move.of(text)
            yield _Told(span=span, text=span.of(text), move=move, person=person, figure=figure)


def _with_counted(quantity: Quantity, text: str) -> Span:
    """The figure and, where it follows at once, what it counts."""
    start, end = quantity.span
    counted = f" {quantity.counted}" if quantity.counted else ""
    return Span(start, end + len(counted)) if text.startswith(counted, end) else quantity.span


def _speaker(reading: Reading, quantity: Quantity) -> Person | None:
    speakers = (it.speaker for it in reading.statements if it.id == quantity.statement)
    return reading.person(next(speakers, None))


def _source(told: _Told, said: Sequence[_Said]) -> _Said | None:
    """The figure of a record that this one retells, in words that may be its speaker's."""
    voice = voice_of(told.person, {it.speaker for it in said})
    may_be = [it for it in said if voice(it.speaker) is not False]
    figure = beside(told.figure, [it.figure for it in may_be], freely=True)
    if figure is None:  # what the question names, its answer may be told with
        may_be = [it for it in said if it.asked]
        figure = beside(told.figure, [it.figure for it in may_be])
    return next((it for it in may_be if it.figure is figure), None)


def _other_value(told: _Told, said: Sequence[_Said], places: Sequence[Beside]) -> _Said | None:
    """The figure, at best of this value, that stands where the rest of the sentence is said."""
    place = next((it for it in places if any(own.covers(told.span) for own in it.told)), None)
    if place is None:
        return None
    there = [it for it in said if it.record.id == place.record]
    near = [it for it in there if any(own.covers(it.figure.span) for own in place.said)]
    same = (it for it in (*near, *_bare(there, place)) if it.figure.value == told.figure.value)
    like = (it for it in near if is_like(told.figure, it.figure))
    return next(same, None) or next(like, None)


def _bare(said: Sequence[_Said], place: Beside) -> Iterator[_Said]:
    """Figures just behind the place that count nothing of their own, as in "the treaty says 18"."""
    for it in said:
        start, end = it.figure.span
        behind = any(0 <= start - own.end < _BEHIND for own in place.said)
        if behind and _ENDS.match(it.record.text, end):
            yield it


def _compared(told: _Told, source: _Said) -> Finding:
    verdict = verdict_between(told.figure, source.figure)
    was, became = _sides(told, source)
    changed = verdict is not Verdict.SAME
    rounds = "rounds it to " if is_rounded(told.figure, source.figure) else ""
    return Finding(
        kind=FindingKind.QUANTITY,
        verdict=verdict,
        report_span=(told.span,),
        report_text=told.text,
        speaker=told.person.name if told.person else None,
        record=source.record.id,
        record_span=(source.figure.span,),
        record_text=source.figure.span.of(source.record.text),
        record_speaker=source.speaker,
        drift=(Drift(kind=DriftKind(verdict), was=was, became=became),) if changed else (),
        explanation=f"The record says “{was}”, the report {rounds}“{became}”.",
    )


def _sides(told: _Told, source: _Said) -> tuple[str, str]:
    """Both figures as printed; where one is the earlier and the other the later, both moves."""
    figure, text = source.figure, source.record.text
    if is_reversed(told.figure, figure) and figure.move and told.move:
        return figure.move.of(text), told.move
    return figure.span.of(text), told.text


def _unfound(told: _Told, missing: Verdict) -> Finding:
    return Finding(
        kind=FindingKind.QUANTITY,
        verdict=missing,
        report_span=(told.span,),
        report_text=told.text,
        speaker=told.person.name if told.person else None,
        explanation=explain_unfound(missing),
    )
