"""Reports that do not say which outlet they are of, or of which day."""

import datetime
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, exists, select

from sayso.ledger.schema import TABLES
from sayso.records import Blank

__all__ = ["blanks_in"]


def blanks_in(connection: Connection) -> Iterator[Blank]:
    """The reports whose outlet or day nobody has filled in yet, in the order they came."""
    reading, version, report = (TABLES[name] for name in ("reading", "version", "report"))
    superseded = TABLES["superseded"]
    given_way = exists().where(superseded.c.reading == reading.c.id)
    told = (version.c.title, version.c.outlet, version.c.published, reading.c.extra)
    rows = (
        select(report.c.address, *told)
        .select_from(reading.join(version, version.c.id == reading.c.version).join(report))
        .where(~given_way, version.c.outlet.is_(None) | version.c.published.is_(None))
        .order_by(report.c.id)
    )
    for row in connection.execute(rows).mappings():
        blank = _blank(dict(row))
        if blank.outlet is None or blank.published is None:
            yield blank


def _blank(row: Mapping[str, Any]) -> Blank:
    told = {**row, **(json.loads(row["extra"]) if row["extra"] else {})}
    day = told["published"]
    return Blank(
        **{name: told[name] for name in ("address", "title", "outlet")},
        published=datetime.date.fromisoformat(day) if day else None,
    )
