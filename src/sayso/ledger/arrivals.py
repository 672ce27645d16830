"""What came into a ledger since somebody looked: readings of reports, and departures in them."""

import datetime
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, text

from sayso.ledger.entries import statement_id
from sayso.ledger.related import rendering_of
from sayso.records import Notice, NoticeKind

__all__ = ["arrived", "departures", "last_arrivals", "readings_due", "version_before"]

# What people corrected, and what is read anew, was there before.
_ARRIVED = """
select r.id from reading r where r.id > :after and not exists
  (select 1 from reading b where b.version = r.version and b.id < r.id)
order by r.id limit :limit
"""
# A statement that is laid beside others anew, and departs as before, is no news.
_DEPARTURES = """
select d.id as at, d.verdict, d.drift, u.speaker, s.key, s.cue, s.content, s.begins, s.ends,
  v.text_id, v.title, v.outlet, v.published, a.address,
  (select p.words from passage p where p.id = d.statement) as words,
  (select p.words from passage p where p.id = d.reference) as beside
from rendering d join statement s on s.id = d.statement join reading r on r.id = s.reading
join version v on v.id = r.version join report a on a.id = v.report
join utterance u on u.number = d.utterance
  and not exists (select 1 from utterance n where n.number = u.number and n.id > u.id)
where d.id > :after and d.verdict is not null and not exists
  (select 1 from rendering b where b.statement = d.statement and b.id < d.id
   and b.verdict = d.verdict and coalesce(b.drift, '') = coalesce(d.drift, ''))
order by d.id limit :limit
"""
_BEFORE = """
select max(r.id) from reading r join version b on b.id = r.version
join version v on v.report = b.report and b.number = v.number - 1
join reading own on own.version = v.id where own.id = :reading
"""
_DUE = """
select distinct c.reading from claim c
where c.reading > :after and c.forecast is not null and exists
  (select 1 from time t where t.reading = c.reading and t.latest >= :since and t.latest <= :until)
"""


def last_arrivals(connection: Connection) -> tuple[int, int]:
    """The numbers of the last reading and of the last rendering that there are, 0 without any."""
    query = "select (select max(id) from reading), (select max(id) from rendering)"
    reading, rendering = connection.execute(text(query)).one()
    return reading or 0, rendering or 0


def arrived(connection: Connection, *, after: int, limit: int) -> list[int]:
    """The readings of texts that came after that reading, the oldest first."""
    return list(connection.scalars(text(_ARRIVED), {"after": after, "limit": limit}))


def version_before(connection: Connection, reading: int) -> int | None:
    """The newest reading of the text that a report had before it was changed to the one read."""
    found: int | None = connection.scalar(text(_BEFORE), {"reading": reading})
    return found


def departures(
    connection: Connection, *, after: int, limit: int
) -> tuple[list[Notice], int | None]:
    """What departs from others since that rendering, and the number of the last; None of none."""
    rows = connection.execute(text(_DEPARTURES), {"after": after, "limit": limit}).mappings().all()
    return [_departure(row) for row in map(dict, rows)], rows[-1]["at"] if rows else None


def readings_due(
    connection: Connection, *, since: datetime.date, until: datetime.date, after: int = 0
) -> set[int]:
    """The readings with a forecast and with a time that ends between the days.

    Only those that came after a reading.
    """
    # A moment of a day sorts after the day itself.
    values = {"since": since.isoformat(), "until": f"{until.isoformat()}~", "after": after}
    return set(connection.scalars(text(_DUE), values))


def _departure(row: Mapping[str, Any]) -> Notice:
    statement = statement_id(row)
    rendering = rendering_of(row, statement)
    kinds = "+".join(sorted({it.kind for it in rendering.drift}))
    day = row["published"]
    return Notice(
        id=f"{statement}.{rendering.verdict}.{kinds}",
        kind=NoticeKind.DRIFT,
        speaker=row["speaker"],
        words=row["words"] or "",
        statement=statement,
        address=row["address"],
        title=row["title"],
        outlet=row["outlet"],
        published=datetime.date.fromisoformat(day) if day else None,
        verdict=rendering.verdict,
        drift=rendering.drift,
        beside=row["beside"],
    )
