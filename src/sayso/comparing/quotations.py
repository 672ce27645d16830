"""Every quotation of a report against the records of what was said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sayso.comparing.captions import captions_of
from sayso.comparing.changes import word_changes
from sayso.comparing.claims import speaks_of_itself
from sayso.comparing.clips import clip_of
from sayso.comparing.comparison import Comparison, compare
from sayso.comparing.drift import departures_of
from sayso.comparing.explanation import explain, explain_unfound
from sayso.comparing.fitting import FRAGMENT
from sayso.comparing.gaps import hold_all
from sayso.comparing.index import RecordIndex, index_of
from sayso.comparing.interpreted import find_by_meaning
from sayso.comparing.placement import Placement, find_placements
from sayso.comparing.speakers import Voice, is_institution, voice_of
from sayso.comparing.verdict import verdict_of
from sayso.comparing.wording import Wording, wording_of
from sayso.records import (
    Finding,
    FindingKind,
    Person,
    Quotation,
    Reading,
    Record,
    Span,
    Verdict,
)

__all__ = ["check_quotations"]

# Somebody else's words are given to the wrong speaker only where they fit so much better than
# anything the named one says: two ministers say nearly the same, .1 to .3 apart on the gold events.
_BETTER = 0.1
_BETTER_IF_EXACT = 0.05
_STRONG = 0.8
_FEWEST_WORDS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quoted:
    """A quotation with its words and the person it is given to."""

    wording: Wording
    person: Person | None
    names: bool
    foreign: bool


def check_quotations(reading: Reading, records: Sequence[Record]) -> tuple[Finding, ...]:
    """One finding for each quotation, in the order of the report; none where there is no record.

    Each is looked for in every record, first among the words of the person it is given to.
    """
    indexes = [index_of(record) for record in sorted(records, key=lambda record: record.id)]
    labels = {turn.speaker for index in indexes for turn in index.turns}
    nobody = voice_of(None, labels)
    voices = {person.id: voice_of(person, labels) for person in reading.people}
    speakers = {statement.id: statement.speaker for statement in reading.statements}
    found = [
        _check(_quoted(reading, quotation, speaker), indexes, voices.get(speaker or "", nobody))
        for quotation in reading.quotations
        for speaker in [speakers.get(quotation.statement or "")]
        if indexes
    ]
    captions = [
        _check_caption(replace(_quoted(reading, quotation, None), person=person), indexes)
        for quotation, person in captions_of(reading, labels)
    ]
    return tuple(
        sorted((*found, *(it for it in captions if it)), key=lambda it: it.report_span[:1])
    )


def _check_caption(quoted: _Quoted, indexes: Sequence[RecordIndex]) -> Finding | None:
    """The finding on words without marks; none where the record has them nowhere."""
    labels = {label for index in indexes for label in index.record.speakers}
    finding = _check(quoted, indexes, voice_of(quoted.person, labels))
    return finding if finding.record else None


def _quoted(reading: Reading, quotation: Quotation, speaker: str | None) -> _Quoted:
    language = reading.report.language
    return _Quoted(
        wording=wording_of(reading.report.text, quotation.spans),
        person=reading.person(speaker),
        names=quotation.names,
        foreign=language is not None and not language.lower().startswith("en"),
    )


def _check(quoted: _Quoted, indexes: Sequence[RecordIndex], voice: Voice) -> Finding:
    if quoted.names or not quoted.wording.words:
        return _unfound(quoted, Verdict.NOT_A_QUOTATION)
    placement = _placed(quoted, indexes, voice)
    if placement is None:
        name = quoted.person.name if quoted.person else None
        records = [index.record for index in indexes]
        meant = find_by_meaning(quoted.wording, records, voice, name=name)
        return meant or _unfound(quoted, _missing(quoted, indexes))
    comparison = compare(placement, quoted.person)
    if _vouches_for_nothing(comparison):
        return _unfound(quoted, _missing(quoted, indexes))
    return _found(comparison)


def _placed(quoted: _Quoted, indexes: Sequence[RecordIndex], voice: Voice) -> Placement | None:
    """The best place in the named speaker's words; in another's where only they fit."""
    placements = [
        placement
        for index in indexes
        for placement in find_placements(quoted.wording, index, voice)
    ]
    own = max((it for it in placements if it.voice is not False), key=_rank, default=None)
    other = max((it for it in placements if it.voice is False), key=_rank, default=None)
    if other is None or not _is_strong(other):
        return own
    margin = _BETTER_IF_EXACT if other.likeness == 1 else _BETTER
    return other if own is None or other.likeness > own.likeness + margin else own


def _rank(placement: Placement) -> tuple[float, bool, str]:
    return round(placement.likeness, 3), placement.voice is True, placement.index.record.id


def _is_strong(other: Placement) -> bool:
    """Whether so much of the words is somebody else's that it is no chance."""
    size = len(other.wording.words)
    if size > FRAGMENT:
        return other.coverage >= _STRONG
    telling = other.wording.content > 1 or (size > _FEWEST_WORDS and other.is_sentence)
    return size >= _FEWEST_WORDS and telling and other.likeness == 1


def _vouches_for_nothing(comparison: Comparison) -> bool:
    """A lone word of nobody, or a body's words about itself: these stand in its documents."""
    if comparison.person is None:
        return len(comparison.placement.wording.words) == 1
    return is_institution(comparison.person.name) and any(
        speaks_of_itself(change) for change in comparison.changes
    )


def _missing(quoted: _Quoted, indexes: Sequence[RecordIndex]) -> Verdict:
    if quoted.person is None and len(quoted.wording.words) <= FRAGMENT:
        return Verdict.NOT_A_QUOTATION
    complete = hold_all(index.record for index in indexes)
    return Verdict.NOT_IN_RECORD if complete and not quoted.foreign else Verdict.OUTSIDE_RECORD


def _unfound(quoted: _Quoted, verdict: Verdict) -> Finding:
    foreign = quoted.foreign and verdict is Verdict.OUTSIDE_RECORD
    return Finding(
        kind=FindingKind.QUOTE,
        verdict=verdict,
        report_span=quoted.wording.spans,
        report_text=quoted.wording.printed(),
        speaker=quoted.person.name if quoted.person else None,
        explanation=explain_unfound(verdict, foreign=foreign),
    )


def _found(comparison: Comparison) -> Finding:
    placement = comparison.placement
    index, departures = placement.index, departures_of(comparison)
    verdict = verdict_of(comparison, departures)
    return Finding(
        kind=FindingKind.QUOTE,
        verdict=verdict,
        report_span=placement.wording.spans,
        report_text=placement.wording.printed(),
        speaker=comparison.person.name if comparison.person else None,
        record=index.record.id,
        record_span=_in_order(span for it in placement.pieces for span in index.slices(*it.was)),
        record_text=" … ".join(index.surface(*piece.was) for piece in placement.pieces),
        record_speaker=", ".join(placement.labels) or None,
        drift=tuple(dict.fromkeys(found.drift for found in departures)),
        clip=clip_of(placement),
        changes=word_changes(placement),
        explanation=explain(verdict, comparison, departures),
    )


def _in_order(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Spans of the record in its order, apart from each other."""
    apart: list[Span] = []
    for span in sorted(spans):
        if apart and span.start < apart[-1].end:
            apart[-1] = Span(apart[-1].start, max(apart[-1].end, span.end))
        else:
            apart.append(span)
    return tuple(apart)
