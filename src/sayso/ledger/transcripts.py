"""The records of what was said that a ledger keeps."""

import json
from collections.abc import Collection, Iterator

from sqlalchemy import Connection, Select, or_, select

from sayso.ledger.plain import record_of
from sayso.ledger.schema import RELATIONS, TABLES
from sayso.records import Record, RecordCard

__all__ = [
    "pending_records",
    "readings_of_speakers",
    "record_cards",
    "records_in",
    "records_of",
    "records_of_days",
]

_record = TABLES["record"]
# Records that reports are laid beside, and reports beside a record, the newest.
_MOST_RECORDS = 16
_MOST_READINGS = 200


def records_in(connection: Connection) -> Iterator[Record]:
    """The records of what was said, without their figures, the one that came last first."""
    yield from _records(connection, select(_record).order_by(_record.c.id.desc()))


def records_of(connection: Connection, ids: Collection[str]) -> list[Record]:
    """The records of those ids, the one that came last first."""
    wanted = select(_record).where(_record.c.text_id.in_(ids)).order_by(_record.c.id.desc())
    return list(_records(connection, wanted))


def record_cards(connection: Connection, *, limit: int) -> list[RecordCard]:
    """The records without their words, the one that came last first."""
    record = _record.c
    query = select(record.text_id.label("id"), record.name, record.title, record.held)
    rows = connection.execute(query.order_by(record.id.desc()).limit(limit)).mappings()
    return [record_of(RecordCard, dict(row)) for row in rows]


def records_of_days(connection: Connection, days: tuple[str, str]) -> list[Record]:
    """The newest records of what was said on those days or on no day that is known."""
    held = _record.c.held
    near = select(_record).where(or_(held.is_(None), held.between(*days)))
    return list(_records(connection, near.order_by(_record.c.id.desc()).limit(_MOST_RECORDS)))


def pending_records(connection: Connection) -> list[Record]:
    """The records that came after all that was found across reports."""
    last = max(_last_batch(connection, name) for name in RELATIONS)
    return list(_records(connection, select(_record).where(_record.c.batch > last)))


def readings_of_speakers(
    connection: Connection, surnames: Collection[str], days: tuple[str, str]
) -> list[int]:
    """The newest readings, published on those days or on none, in which one of that name speaks."""
    reading, version, mention, person = (
        TABLES[name].c for name in ("reading", "version", "mention", "person")
    )
    query = (
        select(reading.id)
        .distinct()
        .join(TABLES["version"], version.id == reading.version)
        .join(TABLES["mention"], mention.reading == reading.id)
        .join(TABLES["person"], person.id == mention.person)
        .where(person.surname.in_(surnames))
        .where(or_(version.published.is_(None), version.published.between(*days)))
        .where(~reading.id.in_(select(TABLES["superseded"].c.reading)))
        .order_by(reading.id.desc())
        .limit(_MOST_READINGS)
    )
    return sorted(connection.scalars(query))


def _records(connection: Connection, query: Select[tuple[object, ...]]) -> Iterator[Record]:
    for row in connection.execute(query).mappings():
        lists = {name: json.loads(row[name]) for name in ("turns", "gaps")}
        yield record_of(Record, {**row, **lists, "id": row["text_id"], "text": row["body"]})


def _last_batch(connection: Connection, table: str) -> int:
    relation = TABLES[table].c
    last = connection.scalar(select(relation.batch).order_by(relation.id.desc()).limit(1))
    return int(last or 0)
