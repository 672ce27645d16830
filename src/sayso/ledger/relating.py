"""Keeping what was found across reports: only what changed is added."""

import datetime
import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, TextClause, bindparam, text

from sayso.ledger.batches import Batch
from sayso.ledger.days import DATED, numbers_of
from sayso.ledger.numbering import number_groups
from sayso.records import Origin, Rendering, Utterance

__all__ = [
    "beside",
    "keep_origins",
    "keep_stories",
    "keep_terms",
    "keep_utterances",
    "pending_readings",
    "present_renderings",
    "readings_within",
    "statement_numbers",
    "story_members",
    "told_nearby",
]

_Days = tuple[str, str]  # the first and the last of some days, as ISO 8601 has them

_NEWEST = "not exists (select 1 from {table} n where n.{key} = {table}.{key} and n.id > {table}.id)"
_CURRENT = "not exists (select 1 from superseded o where o.reading = {reading})"
_SHARED = 2  # as in comparing.stories: terms that two reports of one happening share


def pending_readings(connection: Connection, *, limit: int) -> list[int]:
    """The newest readings that were not yet laid beside others, the oldest first.

    They are laid in order of their numbers, so that all pending ones come after the last laid.
    """
    query = f"""
    select r.id from reading r where r.id > coalesce((select max(reading) from belonging), 0)
    and {_CURRENT.format(reading="r.id")} order by r.id limit :limit
    """
    return list(connection.scalars(text(query), {"limit": limit}))


def keep_terms(batch: Batch, reading: int, terms: Iterable[str]) -> None:
    """Note by which terms a report can be found."""
    for term in sorted(terms):
        batch.add("term", {"reading": reading, "term": term})


def beside(
    connection: Connection, terms: Collection[str], days: _Days, *, within: Mapping[str, int]
) -> list[int]:
    """The newest readings that share terms, of reports published within those days or of none.

    Only those are looked at that `readings_within` these days, or more, found.
    """
    query = f"""
    select t.reading from
    (select reading from term where term in :values and reading between :first and :last
    union all select reading from term where term in :values
    and reading between :undated and :last_undated and not reading between :first and :last) t
    join reading r on r.id = t.reading where (r.first between :begin and :end or r.first < :dated)
    and {_CURRENT.format(reading="t.reading")}
    group by t.reading having count(*) >= {_SHARED}
    """
    values = {"values": sorted(set(terms)), **_numbers_of(days), **within}
    return list(connection.scalars(_among(query), values)) if terms else []


def readings_within(connection: Connection, days: _Days) -> Mapping[str, int]:
    """Between which numbers the readings of those days lie, and those of no day.

    Reports come in roughly in the order of their days, so that few others lie between.
    """
    # Of `min(id)` SQLite would look at one reading after the other until one fits.
    query = text("""
    select (select min(id + 0) from reading where first between :begin and :end) as first,
    (select max(id + 0) from reading where first between :begin and :end) as last,
    (select min(id + 0) from reading where first < :dated) as undated,
    (select max(id + 0) from reading where first < :dated) as last_undated
    """)
    row = connection.execute(query, _numbers_of(days)).mappings().one()
    return {name: -1 if number is None else number for name, number in row.items()}


def _numbers_of(days: _Days) -> dict[str, int]:
    """The numbers that statements of those days have, and the first of any day."""
    first, last = (numbers_of(datetime.date.fromisoformat(day)) for day in days)
    return {"begin": first[0], "end": last[-1], "dated": DATED}


def story_members(connection: Connection, readings: Collection[int]) -> dict[int, int]:
    """The newest readings of every story that one of these belongs to, with its number."""
    if not readings:
        return {}
    inside = "select story from belonging where reading in :values"
    query = f"""
    select reading, story from belonging where story in ({inside} and {_newest("belonging")})
    and {_newest("belonging")} and {_CURRENT.format(reading="belonging.reading")}
    """
    rows = connection.execute(_among(query), {"values": sorted(set(readings))})
    return {reading: story for reading, story in rows}


def told_nearby(connection: Connection, readings: Collection[int], days: _Days) -> list[int]:
    """The newest readings with words of somebody who speaks in these, published in those days."""
    # A cross join keeps SQLite from beginning with a table of which no index tells days.
    speaking = """
    select distinct m.person from reading r cross join statement s cross join mention m
    where r.id in :values and s.id between r.first and r.first + r.statements - 1
    and m.reading = r.id and m.number = s.speaker and m.person is not null
    """
    query = f"""
    select distinct s.reading from statement s cross join mention m
    where (s.id between :begin and :end or s.id < :dated)
    and m.reading = s.reading and m.number = s.speaker and m.person in ({speaking})
    and {_CURRENT.format(reading="s.reading")}
    """
    values = {"values": sorted(set(readings)), **_numbers_of(days)}
    return list(connection.scalars(_among(query), values)) if readings else []


def statement_numbers(connection: Connection, reading: int) -> tuple[int, int]:
    """The number of the first statement of a reading, and how many there are."""
    query = text("select first, statements from reading where id = :id")
    first, count = connection.execute(query, {"id": reading}).one()
    return first, count


def present_renderings(
    connection: Connection, statements: Collection[int]
) -> dict[int, Mapping[str, Any]]:
    """What is kept of these statements as renderings."""
    query = f"""
    select * from rendering where statement in :values
    and {_newest("rendering", "statement")}
    """
    values = {"values": sorted(set(statements))}
    rows = connection.execute(_among(query), values).mappings() if statements else ()
    return {row["statement"]: dict(row) for row in rows}


def keep_stories(
    batch: Batch, groups: Sequence[Collection[int]], present: Mapping[int, int]
) -> dict[int, int]:
    """Add to which story each reading belongs, where that changed; the story of each."""
    numbers = number_groups(present, groups, lambda: batch.add("story", {}))
    for reading, story in sorted(numbers.items()):
        if present.get(reading) != story:
            batch.add("belonging", {"reading": reading, "story": story})
    return numbers


def keep_utterances(
    batch: Batch,
    utterances: Sequence[tuple[Utterance, str]],
    known: tuple[Mapping[str, int], Mapping[int, Mapping[str, Any]]],
) -> None:
    """Add the utterances, each with its key, and their renderings, where they changed.

    `known` are the numbers of statements by their ids, and what is kept of them already.
    """
    numbers, present = known
    groups = [[numbers[it.statement] for it in one.renderings] for one, _ in utterances]
    held = {number: row["utterance"] for number, row in present.items()}
    given = number_groups(held, groups, _Fresh(batch))
    for one, key in utterances:
        number = given[numbers[one.renderings[0].statement]]
        reference = numbers[one.reference]
        if _keep_renderings(batch, one, (number, reference, known)):
            batch.add("utterance", _utterance_row(one, key, (number, reference)))


class _Fresh:
    """Numbers of new utterances."""

    def __init__(self, batch: Batch) -> None:
        last = batch.connection.scalar(text("select max(number) from utterance"))
        self._last = int(last or 0)

    def __call__(self) -> int:
        self._last += 1
        return self._last


def _utterance_row(one: Utterance, key: str, at: tuple[int, int]) -> dict[str, Any]:
    said = one.said_on
    return {
        "number": at[0],
        "speaker": one.speaker,
        "said_earliest": said.earliest.isoformat() if said and said.earliest else None,
        "said_latest": said.latest.isoformat() if said and said.latest else None,
        "reference": at[1],
        "key": key,
    }


def _keep_renderings(
    batch: Batch,
    one: Utterance,
    at: tuple[int, int, tuple[Mapping[str, int], Mapping[int, Mapping[str, Any]]]],
) -> bool:
    """Add the renderings that changed; whether there was any."""
    number, reference, (numbers, present) = at
    changed = False
    for rendering in one.renderings:
        statement = numbers[rendering.statement]
        told = {
            "statement": statement,
            "utterance": number,
            "reference": reference,
            "verdict": rendering.verdict,
            "drift": _drift(rendering),
        }
        row = present.get(statement)
        if row is None or any(row[name] != value for name, value in told.items()):
            changed = True
            batch.add("rendering", told)
    return changed


def _drift(rendering: Rendering) -> str | None:
    plain: Any = [[it.kind, it.was, it.became] for it in rendering.drift]
    if rendering.record:
        plain = {"record": rendering.record, "span": rendering.record_span, "drift": plain}
    return json.dumps(plain, ensure_ascii=False) if plain else None


def keep_origins(batch: Batch, origins: Sequence[Origin], readings: Mapping[str, int]) -> None:
    """Add the origins that changed; `readings` are the numbers of the reports by their ids."""
    present = _present_origins(batch.connection, readings.values())
    for one in origins:
        reading = readings[one.report]
        row = {
            "reading": reading,
            "origin": one.origin,
            "source": readings.get(one.source or ""),
            "kind": str(one.kind),
            "because": one.because,
        }
        if present.get(reading) != row:
            batch.add("origin", row)


def _present_origins(
    connection: Connection, readings: Collection[int]
) -> dict[int, Mapping[str, Any]]:
    query = f"""
    select reading, origin, source, kind, because from origin
    where reading in :values and {_newest("origin", "reading")}
    """
    values = {"values": sorted(set(readings))}
    rows = connection.execute(_among(query), values).mappings() if readings else ()
    return {row["reading"]: dict(row) for row in rows}


def _newest(table: str, key: str = "reading") -> str:
    return _NEWEST.format(table=table, key=key)


def _among(query: str) -> TextClause:
    """The query with any number of `values`.

    A place for each in its words would make another query of every number of them, and SQLAlchemy
    keeps what it made of the last hundreds of queries.
    """
    return text(query).bindparams(bindparam("values", expanding=True))
