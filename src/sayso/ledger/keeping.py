"""Keeping a report: new, a new version of one that changed, or the same as before."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from functools import partial
from typing import Any

import msgspec

from sayso.ledger.batches import Batch
from sayso.ledger.corrections import correct
from sayso.ledger.judgements import standing_on
from sayso.ledger.people import foresee_people, link_people
from sayso.ledger.preparing import (
    Prepared,
    Read,
    Told,
    address_of,
    original_values,
    prepare,
    tell,
    version_values,
)
from sayso.ledger.rows import numbered_rows
from sayso.ledger.wording import numbered_wordings
from sayso.records import Item, Record

__all__ = [
    "Kept",
    "correct_version",
    "foresee",
    "keep",
    "keep_new",
    "keep_reading",
    "keep_record",
    "supersede",
]


class Kept(StrEnum):
    """What became of a report that was added."""

    NEW = "new"
    VERSION = "version"
    SAME = "same"


def keep(batch: Batch, item: Item, read: Read) -> Kept:
    """Add a report as it came, with what was read in it; what is as before adds nothing.

    Its versions have one address: where it was published, or else where it was found.
    """
    known = batch.find("report", "address", address_of(item, read.reading.report))
    if not known:
        keep_new(batch, prepare(item, read))
        return Kept.NEW
    versions = batch.find("version", "report", known[0])
    if _same(batch, versions[-1], version_values(read.reading.report)):
        return Kept.SAME
    prepared = prepare(item, read)
    version = _keep_version(batch, prepared, {"report": known[0], "number": len(versions) + 1})
    number = _keep_told(batch, prepared.told, version=version)
    supersede(batch, version=versions[-1], successor=number)
    correct_version(batch, read, version=version)
    return Kept.VERSION


def foresee(batch: Batch, reports: Sequence[Prepared]) -> None:
    """Look up at once what keeping these reports asks of the ledger one after the other."""
    batch.foresee("report", "address", (it.address for it in reports))
    batch.foresee("original", "sha256", (it.original["sha256"] for it in reports))
    batch.foresee_days(it.told.day for it in reports)
    foresee_people(batch, (one for it in reports for one in it.told.people))


def keep_new(batch: Batch, prepared: Prepared) -> None:
    """Add a report of whose address the ledger has none, and about which nobody judged."""
    report = batch.add("report", {"address": prepared.address})
    version = _keep_version(batch, prepared, {"report": report, "number": 1})
    _keep_told(batch, prepared.told, version=version)


def keep_reading(batch: Batch, read: Read, *, version: int) -> int:
    """Add what was read in a version; the number of the reading."""
    filled = _filled(batch.values("version", version), version_values(read.reading.report))
    return _keep_told(batch, tell(read), version=version, filled=filled)


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
            "original": _keep_original(batch, original_values(item, text=record.text)),
            "body": record.text,
            "turns": json.dumps(plain["turns"]),
            "gaps": json.dumps(plain["gaps"]),
        },
    )
    return Kept.NEW


def _keep_version(batch: Batch, prepared: Prepared, numbers: Mapping[str, int]) -> int:
    original = _keep_original(batch, prepared.original)
    version = batch.add("version", {**prepared.version, **numbers, "original": original})
    if prepared.name != prepared.address:
        batch.add("found", {"version": version, "name": prepared.name})
    return version


def _keep_original(batch: Batch, values: Mapping[str, Any]) -> int:
    known = batch.find("original", "sha256", values["sha256"])
    return known[0] if known else batch.add("original", values)


def _keep_told(batch: Batch, told: Told, *, version: int, filled: str | None = None) -> int:
    count = len(told.rows["statement"])
    first = batch.free_statements(told.day, count)
    read = {"version": version, "reader": told.reader, "judged": told.judged, "extra": filled}
    number = batch.add("reading", {**read, "first": first, "statements": count})
    linked = link_people(batch, told.people, told.day)
    people = [
        told.given.get(one.id, link) for (one, _), link in zip(told.people, linked, strict=True)
    ]
    numbered = partial(numbered_rows, told.rows, number=number, first=first, people=people)
    batch.add_reading(
        numbered,
        numbered_wordings(
            told.worded,
            told.rows["mention"],
            people=people,
            first=first,
            outlet=told.outlet or batch.values("version", version)["outlet"],
        ),
    )
    return number


def _filled(kept: Mapping[str, str | None], values: Mapping[str, str | None]) -> str | None:
    """What the report of a reading holds beyond its version, as JSON."""
    told = {name: value for name, value in values.items() if value != kept[name]}
    return json.dumps(told, ensure_ascii=False) if told else None


def _same(batch: Batch, version: int, values: Mapping[str, str | None]) -> bool:
    kept = batch.values("version", version)
    return all(kept[name] == value for name, value in values.items())
