"""What is kept of reports: which bytes, versions and readings there are."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, exists, select

from sayso.ledger.hydration import reading_of
from sayso.ledger.rows import Values
from sayso.ledger.schema import MENTIONS, TABLES
from sayso.records import Reading

__all__ = [
    "addresses_of",
    "current_readings",
    "current_text",
    "load_reading",
    "load_readings",
    "newest_reading",
    "outdated_readings",
    "version_row",
    "versions_of",
]

_AT_ONCE = 100  # readings that are loaded together


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
    return load_readings(connection, [number])[number]


def load_readings(connection: Connection, numbers: Iterable[int]) -> dict[int, Reading]:
    """The readings of those rows, whole, in order of their numbers: a query a table for many."""
    readings: dict[int, Reading] = {}
    wanted = iter(sorted({*numbers}))
    while some := [*islice(wanted, _AT_ONCE)]:
        readings |= _loaded(connection, some)
    return readings


def _loaded(connection: Connection, numbers: Sequence[int]) -> Iterator[tuple[int, Reading]]:
    reading, version, statement = (TABLES[name] for name in ("reading", "version", "statement"))
    found = _rows(connection, select(reading).where(reading.c.id.in_(numbers)))
    wanted = {row["version"] for row in found}
    versions = _rows(connection, select(version).where(version.c.id.in_(wanted)))
    bodies = {row["id"]: row for row in versions}
    mentioned = {name: _by_reading(connection, _mentions(name, numbers)) for name in MENTIONS}
    own = statement.c.id.between(reading.c.first, reading.c.first + reading.c.statements - 1)
    said = select(statement).join(reading, own).where(reading.c.id.in_(numbers))
    statements = _by_reading(connection, said.order_by(statement.c.id))
    for row in sorted(found, key=lambda it: it["id"]):
        number = row["id"]
        told = [{**values, "number": at} for at, values in enumerate(statements[number])]
        rows = {name: its[number] for name, its in mentioned.items()}
        read = reading_of(bodies[row["version"]], row["extra"], {**rows, "statement": told})
        yield number, read


def _mentions(table: str, readings: Sequence[int]) -> Select[Any]:
    """What a table holds of these readings, in order of where it stands."""
    columns = TABLES[table].c
    here = columns.reading.in_(readings)
    return select(TABLES[table]).where(here).order_by(columns.reading, columns.number)


def _by_reading(connection: Connection, query: Select[Any]) -> defaultdict[int, list[Values]]:
    found: defaultdict[int, list[Values]] = defaultdict(list)
    for row in _rows(connection, query):
        found[row["reading"]].append(row)
    return found


def _rows(connection: Connection, query: Select[Any]) -> list[Values]:
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


def addresses_of(connection: Connection, readings: Collection[int]) -> dict[int, str]:
    """Where the report of each of these readings was published, or else found."""
    reading, version, report = (TABLES[name] for name in ("reading", "version", "report"))
    query = (
        select(reading.c.id, report.c.address)
        .join(version, version.c.id == reading.c.version)
        .join(report, report.c.id == version.c.report)
        .where(reading.c.id.in_(readings))
    )
    return {number: str(address) for number, address in connection.execute(query)}


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
