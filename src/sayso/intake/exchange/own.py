"""The lines of `sayso export --format jsonl`, and those of `sayso read`."""

import datetime
from typing import Any

import msgspec

from sayso.records import (
    Anchor,
    Claim,
    Holding,
    Item,
    Judgement,
    JudgementKind,
    Person,
    Place,
    Quantity,
    Quotation,
    Reading,
    Report,
    Span,
    Statement,
    Timex,
)

__all__ = ["own_report"]

_DAY_LENGTH = 10  # 2024-10-31; what is longer has an hour


class _Time(msgspec.Struct, kw_only=True):
    """A time, whose moments are days or hours, which only their letters tell."""

    id: str
    span: Span
    type: str
    value: str | None = None
    mod: str | None = None
    earliest: str | None = None
    latest: str | None = None
    anchor: str | None = None


class _Reading(msgspec.Struct, kw_only=True):
    report: Report
    statements: tuple[Statement, ...]
    own_claims: tuple[Claim, ...] = ()
    people: tuple[Person, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    times: tuple[_Time, ...] = ()
    places: tuple[Place, ...] = ()
    quotations: tuple[Quotation, ...] = ()


class _Original(msgspec.Struct, kw_only=True):
    sha256: str
    media_type: str | None = None
    fetched_at: datetime.datetime | None = None
    data: bytes | None = msgspec.field(default=None, name="bytes")


class _Judgement(msgspec.Struct, kw_only=True):
    kind: JudgementKind
    made_by: str
    made_at: str
    anchor: Anchor | None = None
    change: dict[str, Any]
    reason: str | None = None


class _Kept(msgspec.Struct, kw_only=True):
    address: str
    reader: str
    original: _Original
    people: dict[str, str] = {}
    judgements: tuple[_Judgement, ...] = ()
    unjudged: _Reading | None = None


class _Line(_Reading, kw_only=True):
    kept: _Kept | None = None


_LINE = msgspec.json.Decoder(_Line)


def own_report(row: bytes, name: str) -> Holding:
    """The report as the other ledger kept it; of `sayso read`, as if it was found under `name`."""
    line = _LINE.decode(row)
    reading, kept = _reading(line), line.kept
    text = reading.report.text.encode()
    if kept is None:
        item = Item(name=reading.report.url or name, data=text)
        return Holding(reading=reading, item=item, reader="sayso read")
    return Holding(
        reading=reading,
        item=_item(kept, text),
        reader=kept.reader,
        known=kept.people,
        judgements=tuple(_judgement(one) for one in kept.judgements),
        unjudged=_reading(kept.unjudged) if kept.unjudged else None,
    )


def _reading(line: _Reading) -> Reading:
    fields = {name: getattr(line, name) for name in _Reading.__struct_fields__}
    return Reading(**{**fields, "times": tuple(_timex(time) for time in line.times)})


def _timex(time: _Time) -> Timex:
    # Field by field: of a large import this was the slowest part.
    return Timex(
        id=time.id,
        span=time.span,
        type=time.type,
        value=time.value,
        mod=time.mod,
        earliest=_moment(time.earliest),
        latest=_moment(time.latest),
        anchor=time.anchor,
    )


def _moment(words: str | None) -> datetime.date | None:
    if words is None:
        return None
    if len(words) == _DAY_LENGTH:
        return datetime.date.fromisoformat(words)
    return datetime.datetime.fromisoformat(words)


def _item(kept: _Kept, text: bytes) -> Item:
    original = kept.original
    item = Item(
        name=kept.address,
        data=text if original.data is None else original.data,
        media_type=original.media_type,
        fetched_at=original.fetched_at,
    )
    if item.sha256 != original.sha256:
        raise ValueError("its bytes are not those of its SHA-256")
    return item


def _judgement(one: _Judgement) -> Judgement:
    fields = {name: getattr(one, name) for name in _Judgement.__struct_fields__}
    return Judgement(number=0, **fields)
