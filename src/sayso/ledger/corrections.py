"""A reading as people corrected it; where the passage is gone nothing is changed."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sayso.ledger.plain import record_of, spans_of
from sayso.records import (
    Anchor,
    Judgement,
    JudgementKind,
    Person,
    Quantity,
    Reading,
    Report,
    Span,
    Statement,
    Timex,
)

__all__ = ["AROUND", "KINDS", "Again", "Corrected", "anchor_at", "correct"]

AROUND = 40
"""Letters before and after a passage by which it is known again."""

Again = Callable[[Report], Reading]
"""What reads a report again, once somebody has said of which day it is."""

_Mention = Statement | Quantity | Timex


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """A reading after all judgements that could be applied.

    `people` are those whom a judgement gave a number, by their ids in the reading; `lost` are the
    judgements whose passage is not in the text as it was, or is there more than once.
    """

    reading: Reading
    applied: tuple[int, ...] = ()
    lost: tuple[int, ...] = ()
    people: Mapping[str, int]


def anchor_at(reading: Reading, mention: str, span: Span) -> Anchor:
    """The anchor of a mention at that span."""
    text = reading.report.text
    return Anchor(
        mention=mention,
        span=span,
        words=span.of(text),
        before=text[max(0, span.start - AROUND) : span.start],
        after=text[span.end : span.end + AROUND],
    )


def correct(
    reading: Reading, judgements: Sequence[Judgement], *, again: Again | None = None
) -> Corrected:
    """The reading with these judgements applied one after the other.

    Where one fills in the day, `again` reads the report anew, for "on Thursday" hangs on it.
    """
    reading, applied = _filled(reading, judgements, again)
    lost = []
    people: dict[str, int] = {}
    for judgement in judgements:
        if judgement.anchor is None:
            continue
        change = _CHANGES.get(judgement.kind)
        mention = _mention_at(reading, judgement) if change else None
        if change is None or mention is None:
            if change or _place(reading.report, judgement.anchor) is None:
                lost.append(judgement.number)
            continue
        applied.append(judgement.number)
        if judgement.kind is JudgementKind.SPLIT and isinstance(mention, Statement):
            people[mention.speaker or ""] = judgement.change["person"]
        reading = change(reading, mention, judgement.change)
    return Corrected(reading=reading, applied=tuple(applied), lost=tuple(lost), people=people)


def _filled(
    reading: Reading, judgements: Iterable[Judgement], again: Again | None
) -> tuple[Reading, list[int]]:
    """The reading with what its report does not give itself, and which judgements gave that."""
    given, applied = reading.report, []
    report = given
    for judgement in judgements:
        if judgement.kind is JudgementKind.FILL:
            told = record_of(_Filling, judgement.change)
            missing = {
                name: getattr(told, name)
                for name in ("outlet", "published")
                if getattr(given, name) is None and getattr(told, name) is not None
            }
            report = replace(report, **missing)
            applied += [judgement.number] * bool(missing)
    if again is not None and report.published != given.published:
        return again(report), applied
    return replace(reading, report=report), applied


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filling:
    outlet: str | None = None
    published: datetime.date | None = None


def _mention_at(reading: Reading, judgement: Judgement) -> _Mention | None:
    """What was read at the passage: the very mention, or the one that covers most of it."""
    assert judgement.anchor is not None
    kind = KINDS[judgement.kind]
    mentions: list[_Mention] = [
        one
        for one in (*reading.statements, *reading.quantities, *reading.times)
        if isinstance(one, kind)
    ]
    span = _place(reading.report, judgement.anchor)
    if span is None:
        return None
    same = [one for one in mentions if one.id == judgement.anchor.mention]
    best = max(same or mentions, key=lambda one: _shared(one, span), default=None)
    return best if best is not None and 2 * _shared(best, span) >= span.end - span.start else None


def _place(report: Report, anchor: Anchor) -> Span | None:
    """Where the passage stands: in the text it was judged in, or alone in a changed one."""
    if anchor.mention.startswith(report.id):
        return anchor.span
    passage = anchor.before + anchor.words + anchor.after
    at = report.text.find(passage)
    if at < 0 or report.text.find(passage, at + 1) >= 0:
        return None
    start = at + len(anchor.before)
    return Span(start, start + len(anchor.words))


def _shared(mention: _Mention, span: Span) -> int:
    """Letters that both have; of two that cover all, the one of the same length first."""
    own = mention.content if isinstance(mention, Statement) else (mention.span,)
    return sum(max(0, min(one.end, span.end) - max(one.start, span.start)) for one in own)


def _with_speaker(reading: Reading, mention: _Mention, change: Mapping[str, Any]) -> Reading:
    assert isinstance(mention, Statement)
    name = change["speaker"]
    same = (one for one in reading.people if one.name.casefold() == name.casefold())
    person = next(same, None)
    if person is None:
        taken = {one.id for one in reading.people}
        number = next(at for at in range(1, len(taken) + 2) if f"p{at}" not in taken)
        office, affiliation = change.get("office"), change.get("affiliation")
        person = Person(id=f"p{number}", name=name, office=office, affiliation=affiliation)
        reading = replace(reading, people=(*reading.people, person))
    return _replaced(reading, mention, {"speaker": person.id})


def _with_fields(reading: Reading, mention: _Mention, change: Mapping[str, Any]) -> Reading:
    return _replaced(reading, mention, change)


def _with_own_person(reading: Reading, mention: _Mention, _: Mapping[str, Any]) -> Reading:
    """Who speaks here is another than he is taken for; the reading itself stays as it is."""
    return reading


def _replaced(reading: Reading, mention: _Mention, change: Mapping[str, Any]) -> Reading:
    values = {
        name: spans_of(value) if name in {"source", "cue", "content"} else value
        for name, value in change.items()
    }
    kind = type(mention)
    read = record_of(kind, {**_required(mention), **values})
    better = replace(mention, **{name: getattr(read, name) for name in values})
    field = {Statement: "statements", Quantity: "quantities", Timex: "times"}[kind]
    kept = tuple(better if one is mention else one for one in getattr(reading, field))
    told: dict[str, Any] = {field: kept}
    return replace(reading, **told)


def _required(mention: _Mention) -> dict[str, Any]:
    """What a record of that kind cannot be without."""
    if isinstance(mention, Statement):
        return {"id": "", "source": (), "cue": (), "content": (), "mode": mention.mode}
    if isinstance(mention, Quantity):
        return {"id": "", "span": mention.span, "value": None}
    return {"id": "", "span": mention.span, "type": mention.type}


KINDS: dict[JudgementKind, type[_Mention]] = {
    JudgementKind.SPEAKER: Statement,
    JudgementKind.SPAN: Statement,
    JudgementKind.SPLIT: Statement,
    JudgementKind.QUANTITY: Quantity,
    JudgementKind.TIME: Timex,
}
"""What each kind of judgement is about, for those that change what was read."""
_Change = Callable[[Reading, _Mention, Mapping[str, Any]], Reading]
_CHANGES: dict[JudgementKind, _Change] = {
    JudgementKind.SPEAKER: _with_speaker,
    JudgementKind.SPAN: _with_fields,
    JudgementKind.SPLIT: _with_own_person,
    JudgementKind.QUANTITY: _with_fields,
    JudgementKind.TIME: _with_fields,
}
