"""Keeping a report: new, a new version of one that changed, or the same as before."""

import datetime
import json
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

import msgspec

from sayso.errors import BadRequestError
from sayso.ledger.batches import Batch
from sayso.ledger.corrections import Again, correct
from sayso.ledger.judgements import standing_on
from sayso.ledger.people import link_people
from sayso.ledger.rows import reading_rows
from sayso.records import Identity, Item, Person, Reading, Record, Report

__all__ = [
    "Identify",
    "Kept",
    "Read",
    "correct_version",
    "keep",
    "keep_reading",
    "keep_record",
    "supersede",
]

Identify = Callable[[Person, datetime.date | None], Identity]
"""What tells a person of a report of that day apart from those of others."""


class Kept(StrEnum):
    """What became of a report that was added."""

    NEW = "new"
    VERSION = "version"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one reader read in a report, and how its people are told apart from others.

    `judged` lists the judgements that were applied, None for the reading of a machine; `people`
    are those whom a judgement gave a number, by their ids in the reading. `again` reads the report
    once more where a judgement fills in its day.
    """

    reading: Reading
    reader: str
    identify: Identify
    judged: str | None = None
    people: Mapping[str, int] = field(default_factory=dict)
    again: Again | None = None


def keep(batch: Batch, item: Item, read: Read) -> Kept:
    """Add a report as it came, with what was read in it; what is as before adds nothing.

    Its versions have one address: where it was published, or else where it was found.
    """
    address = read.reading.report.url or item.name
    _refuse_odd(read.reading.report)
    known = batch.find("report", "address", address)
    report = known[0] if known else batch.add("report", {"address": address})
    versions = batch.find("version", "report", report)
    values = _version_values(read.reading.report)
    if versions and _same(batch, versions[-1], values):
        return Kept.SAME
    original = _keep_original(batch, item, text=read.reading.report.text)
    numbers = {"report": report, "number": len(versions) + 1, "original": original}
    version = batch.add("version", {**values, **numbers})
    if item.name != address:
        batch.add("found", {"version": version, "name": item.name})
    number = keep_reading(batch, read, version=version)
    for before in versions[-1:]:
        supersede(batch, version=before, successor=number)
    correct_version(batch, read, version=version)
    return Kept.VERSION if versions else Kept.NEW


def keep_reading(batch: Batch, read: Read, *, version: int) -> int:
    """Add what was read in a version; the number of the reading."""
    reading, day = read.reading, read.reading.report.published
    count = len(reading.statements)
    first = batch.free_statements(day, count)
    filled = _filled(batch.values("version", version), _version_values(reading.report))
    told = {"version": version, "reader": read.reader, "judged": read.judged, "extra": filled}
    number = batch.add("reading", {**told, "first": first, "statements": count})
    linked = link_people(batch, reading, [read.identify(one, day) for one in reading.people])
    people = [
        read.people.get(one.id, link) for one, link in zip(reading.people, linked, strict=True)
    ]
    for table, rows in reading_rows(reading, number=number, first=first, people=people).items():
        batch.add_rows(table, rows)
    return number


def correct_version(batch: Batch, read: Read, *, version: int, always: bool = False) -> None:
    """Apply the judgements that stand on its report to what a machine read in a version.

    Without any nothing is added, unless `always`: then the reading stands anew by itself.
    """
    standing = standing_on(batch, batch.values("version", version)["report"])
    if not (standing or always):
        return
    corrected = correct(read.reading, standing, again=read.again)
    if not (corrected.applied or always):
        return
    judged = ",".join(map(str, corrected.applied))
    better = replace(read, reading=corrected.reading, judged=judged, people=corrected.people)
    supersede(batch, version=version, successor=keep_reading(batch, better, version=version))


def supersede(batch: Batch, *, version: int, successor: int) -> None:
    """Let the newest reading of a version give way to another; it stays, but is found no more."""
    readings = batch.find("reading", "version", version)
    before = [number for number in readings if number != successor]
    if before:
        batch.add_rows("superseded", [(before[-1], batch.number, successor)])


def _keep_original(batch: Batch, item: Item, *, text: str) -> int:
    """The bytes as they came; where they are just the text, they are not kept twice."""
    digest = bytes.fromhex(item.sha256)
    known = batch.find("original", "sha256", digest)
    if known:
        return known[0]
    plain = item.data == text.encode("utf-8", "surrogatepass")
    return batch.add(
        "original",
        {
            "sha256": digest,
            "media_type": item.media_type,
            "fetched_at": item.fetched_at and item.fetched_at.isoformat(),
            "size": len(item.data),
            "bytes": None if plain else zlib.compress(item.data),
        },
    )


def keep_record(batch: Batch, item: Item, record: Record) -> Kept:
    """Add a record of what was said; one whose words are there already adds nothing."""
    if batch.find("record", "text_id", record.id):
        return Kept.SAME
    plain = msgspec.to_builtins(record)
    values = {name: plain[name] for name in ("name", "title", "held", "venue", "url")}
    batch.add(
        "record",
        {
            **values,
            "text_id": record.id,
            "original": _keep_original(batch, item, text=record.text),
            "body": record.text,
            "turns": json.dumps(plain["turns"]),
            "gaps": json.dumps(plain["gaps"]),
        },
    )
    return Kept.NEW


def _refuse_odd(report: Report) -> None:
    """What neither database can keep, and intake lets nobody bring: NUL and lone surrogates."""
    kept = f"{report.text}{report.title}{report.outlet}{report.url}"
    try:
        odd = b"\0" in kept.encode()
    except UnicodeEncodeError:
        odd = True
    if odd:
        raise BadRequestError(
            "A text with a NUL or half a character in it cannot be kept; take that out first."
        )


def _version_values(report: Report) -> dict[str, str | None]:
    return {
        "text_id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published.isoformat() if report.published else None,
        "language": report.language,
        "body": report.text,
    }


def _filled(kept: Mapping[str, str | None], values: Mapping[str, str | None]) -> str | None:
    """What the report of a reading holds beyond its version, as JSON."""
    told = {name: value for name, value in values.items() if value != kept[name]}
    return json.dumps(told, ensure_ascii=False) if told else None


def _same(batch: Batch, version: int, values: dict[str, str | None]) -> bool:
    kept = batch.values("version", version)
    return all(kept[name] == value for name, value in values.items())
