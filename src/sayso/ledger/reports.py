"""What is kept of reports: which bytes, versions and readings there are."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, exists, select

from sayso.ledger.hydration import reading_of
from sayso.ledger.rows import Values
from sayso.ledger.schema import MENTIONS, TABLES
from sayso.records import Reading

__all__ = [
    "address_of",
    "current_readings",
    "current_text",
    "load_reading",
    "newest_reading",
    "outdated_readings",
    "version_row",
    "versions_of",
]


def current_text(connection: Connection, sha256: str) -> str | None:
    """The id of the text that these bytes hold, a record's or a report's newest; else None."""
    original, version, record = (TABLES[name] for name in ("original", "version", "record"))
    newer = version.alias()
    bytes_row = select(original.c.id).where(original.c.sha256 == bytes.fromhex(sha256))
    found = connection.scalar(bytes_row)
    if found is None:
        return None
    changed = exists().where(newer.c.report == version.c.report, newer.c.number > version.c.number)
    newest = select(version.c.text_id).where(version.c.original == found, ~changed)
    spoken = select(record.c.text_id).where(record.c.original == found)
    text: str | None = connection.scalar(newest) or connection.scalar(spoken)
    return text


def current_readings(connection: Connection) -> Iterator[int]:
    """The rows of the newest reading of every report's newest version."""
    reading, superseded = TABLES["reading"], TABLES["superseded"]
    given_way = exists().where(superseded.c.reading == reading.c.id)
    yield from connection.scalars(
        select(reading.c.id).where(~given_way).order_by(reading.c.id)
    ).all()


def load_reading(connection: Connection, number: int) -> Reading:
    """The reading of that row, whole."""
    row = _row(connection, "reading", number)
    version = _row(connection, "version", row["version"])
    statement = TABLES["statement"]
    ids = statement.c.id.between(row["first"], row["first"] + row["statements"] - 1)
    statements = _rows(connection, select(statement).where(ids).order_by(statement.c.id))
    rows = {"statement": [{**values, "number": at} for at, values in enumerate(statements)]}
    for name in MENTIONS:
        table = TABLES[name]
        here = select(table).where(table.c.reading == number).order_by(table.c.number)
        rows[name] = _rows(connection, here)
    return reading_of(version, row["extra"], rows)


def _row(connection: Connection, table: str, number: int) -> Mapping[str, Any]:
    query = select(TABLES[table]).where(TABLES[table].c.id == number)
    return dict(connection.execute(query).mappings().one())


def _rows(connection: Connection, query: Any) -> list[Values]:
    return [dict(row) for row in connection.execute(query).mappings()]


def outdated_readings(connection: Connection, reader: str) -> list[int]:
    """The newest machine readings, of each report's newest version, that another reader made."""
    reading, confirmed = TABLES["reading"], TABLES["confirmed"]
    superseded, version = TABLES["superseded"], TABLES["version"]
    newer, later = version.alias(), reading.alias()
    judged_over = (
        exists()
        .where(superseded.c.reading == reading.c.id)
        .where(later.c.id == superseded.c.successor)
        .where(later.c.judged.is_(None))
    )
    replaced = exists().where(newer.c.report == version.c.report, newer.c.number > version.c.number)
    agreed = exists().where(confirmed.c.reading == reading.c.id, confirmed.c.reader == reader)
    query = (
        select(reading.c.id)
        .join(version, version.c.id == reading.c.version)
        .where(reading.c.judged.is_(None), reading.c.reader != reader)
        .where(~judged_over, ~replaced, ~agreed)
    )
    return list(connection.scalars(query.order_by(reading.c.id)))


def versions_of(connection: Connection, address: str | None) -> list[Mapping[str, Any]]:
    """The versions of the report at that address, or of all that have several, in order."""
    version, report = TABLES["version"].c, TABLES["report"].c
    several = select(version.report).where(version.number > 1)
    wanted = version.report.in_(several) if address is None else report.address == address
    query = _versions().where(wanted).order_by(version.report, version.number)
    return [dict(row) for row in connection.execute(query).mappings()]


def version_row(connection: Connection, reading: int) -> Mapping[str, Any]:
    """The version that a reading is of, as `versions_of` tells it."""
    of = select(TABLES["reading"].c.version).where(TABLES["reading"].c.id == reading)
    query = _versions().where(TABLES["version"].c.id == of.scalar_subquery())
    return dict(connection.execute(query).mappings().one())


def address_of(connection: Connection, reading: int) -> str:
    """Where the report of that reading was published, or else found."""
    return str(version_row(connection, reading)["address"])


def newest_reading(connection: Connection, version: int) -> Mapping[str, Any]:
    """The row of the newest reading of a version."""
    reading = TABLES["reading"]
    query = select(reading).where(reading.c.version == version).order_by(reading.c.id.desc())
    return dict(connection.execute(query.limit(1)).mappings().one())


def _versions() -> Select[Any]:
    version, report, batch = (TABLES[name] for name in ("version", "report", "batch"))
    told = (version.c.id, version.c.number, version.c.title, version.c.report)
    return (
        select(*told, report.c.address, batch.c.made_at)
        .join(report, report.c.id == version.c.report)
        .join(batch, batch.c.id == version.c.batch)
    )
