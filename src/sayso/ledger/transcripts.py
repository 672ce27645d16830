"""The records of what was said that a ledger keeps."""

import json
from collections.abc import Iterator

from sqlalchemy import Connection, select

from sayso.ledger.plain import record_of
from sayso.ledger.schema import TABLES
from sayso.records import Record

__all__ = ["records_in"]


def records_in(connection: Connection) -> Iterator[Record]:
    """The records of what was said, without their figures, the one that came last first."""
    record = TABLES["record"]
    rows = connection.execute(select(record).order_by(record.c.id.desc())).mappings()
    for row in rows:
        lists = {name: json.loads(row[name]) for name in ("turns", "gaps")}
        yield record_of(Record, {**row, **lists, "id": row["text_id"], "text": row["body"]})
