"""The shelf: which reports and records there are, and one of them with all that is known of it."""

import datetime
import zlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Select, exists, select

from sayso.ledger.judgements import judgements_in
from sayso.ledger.names import Names
from sayso.ledger.reports import load_reading
from sayso.ledger.schema import TABLES
from sayso.records import Judgement, KeptReport, Original, Shelved

__all__ = ["kept_report", "original_data", "readings_of_text", "shelved"]

_reading, _version, _report, _batch, _original = (
    TABLES[name] for name in ("reading", "version", "report", "batch", "original")
)


def shelved(
    connection: Connection, *, before: int | None = None, limit: int
) -> list[tuple[int, Shelved]]:
    """The newest version of every report with its number, the one that came last first.

    With `before` only those of lower numbers, so that one can go on where a page ended.
    """
    newer = _version.alias()
    later = exists().where(newer.c.report == _version.c.report, newer.c.number > _version.c.number)
    query = _shelf().where(~later).order_by(_version.c.id.desc()).limit(limit)
    if before is not None:
        query = query.where(_version.c.id < before)
    return [(row["id"], _shelved(dict(row))) for row in connection.execute(query).mappings()]


def readings_of_text(connection: Connection, text_id: str) -> list[int]:
    """Every reading of that very text, the newest first."""
    query = (
        select(_reading.c.id)
        .join(_version, _version.c.id == _reading.c.version)
        .where(_version.c.text_id == text_id)
        .order_by(_reading.c.id.desc())
    )
    return list(connection.scalars(query))


def kept_report(connection: Connection, reading: int, names: Names) -> KeptReport:
    """A reading with the version it is of and all that is known of that."""
    row = dict(connection.execute(_told().where(_reading.c.id == reading)).mappings().one())
    of_report = _shelf().where(_version.c.report == row["report"]).order_by(_version.c.number)
    versions = tuple(_shelved(dict(one)) for one in connection.execute(of_report).mappings())
    replaced = TABLES["superseded"].c
    successor = select(replaced.successor).where(replaced.reading == reading)
    return KeptReport(
        reading=load_reading(connection, reading),
        reader=row["reader"],
        shelved=next(one for one in versions if one.number == row["number"]),
        versions=versions,
        original=_original_of(row),
        people=_people(connection, reading, names),
        judgements=_judgements(connection, row["report"]),
        current=_same_version(connection, connection.scalar(successor), row["version"]),
    )


def original_data(connection: Connection, sha256: str) -> tuple[bytes, str | None] | None:
    """The bytes of that hash as they came, and their type; None where there are none."""
    found = select(_original).where(_original.c.sha256 == bytes.fromhex(sha256))
    row = connection.execute(found).mappings().one_or_none()
    if row is None:
        return None
    if row["bytes"] is not None:
        return zlib.decompress(row["bytes"]), row["media_type"]
    bodies = [
        select(table.c.body).where(table.c.original == row["id"]).limit(1)
        for table in (_version, TABLES["record"])
    ]
    body = next(filter(None, map(connection.scalar, bodies)), "")
    return body.encode("utf-8", "surrogatepass"), row["media_type"]


def _shelf() -> Select[Any]:
    """Versions with how many statements were read in them last."""
    of_version = select(_reading.c.statements).where(_reading.c.version == _version.c.id)
    count = of_version.order_by(_reading.c.id.desc()).limit(1).correlate(_version)
    told = [_version.c[name] for name in ("id", "number", "title", "outlet", "url", "published")]
    return (
        select(
            *told,
            _version.c.text_id.label("text"),
            _report.c.address,
            _batch.c.made_at,
            count.scalar_subquery().label("statements"),
        )
        .join(_report, _report.c.id == _version.c.report)
        .join(_batch, _batch.c.id == _version.c.batch)
    )


def _shelved(row: Mapping[str, Any]) -> Shelved:
    published = row["published"]
    return Shelved(
        report=row["text"],
        **{name: row[name] for name in ("address", "number", "title", "outlet", "url")},
        published=datetime.date.fromisoformat(published) if published else None,
        added_at=row["made_at"],
        statements=row["statements"] or 0,
    )


def _told() -> Select[Any]:
    original = [_original.c[name] for name in ("sha256", "size", "media_type", "fetched_at")]
    return (
        select(_reading.c.reader, _reading.c.version, _version.c.number, _version.c.report)
        .add_columns(*original)
        .join(_version, _version.c.id == _reading.c.version)
        .outerjoin(_original, _original.c.id == _version.c.original)
    )


def _original_of(row: Mapping[str, Any]) -> Original | None:
    if row["sha256"] is None:
        return None
    told = {name: row[name] for name in ("size", "media_type", "fetched_at")}
    return Original(sha256=row["sha256"].hex(), **told)


def _people(connection: Connection, reading: int, names: Names) -> dict[str, tuple[int, str]]:
    mention, person = TABLES["mention"].c, TABLES["person"].c
    query = (
        select(mention.key, person.id, person.name)
        .join_from(TABLES["mention"], TABLES["person"], mention.person == person.id)
        .where(mention.reading == reading)
    )
    known = {key: names.of(number, name) for key, number, name in connection.execute(query)}
    return {key: (number, name or "") for key, (number, name) in known.items() if number}


def _judgements(connection: Connection, report: int) -> tuple[Judgement, ...]:
    """What was decided about any version of the report."""
    judgement = TABLES["judgement"].c
    about = (
        select(judgement.id)
        .join_from(TABLES["judgement"], _version, judgement.version == _version.c.id)
        .where(_version.c.report == report)
    )
    numbers = set(connection.scalars(about))
    known = judgements_in(connection) if numbers else {}
    return tuple(one for one in known.values() if one.number in numbers)


def _same_version(connection: Connection, successor: int | None, version: int) -> bool:
    """Whether no other reading of the same version took its place."""
    other = select(_reading.c.version).where(_reading.c.id == successor)
    return successor is None or connection.scalar(other) != version
