"""Reports out of a ledger, whole."""

import datetime
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, exists, select, text

from sayso.ledger.judgements import judgements_in
from sayso.ledger.names import Names
from sayso.ledger.reports import load_reading
from sayso.ledger.schema import TABLES
from sayso.ledger.search import Order, Search, find
from sayso.records import Entry, Held, Holding, Item, Judgement, JudgementKind, Reading

__all__ = ["find_reports"]

_HEAD = text("""
select r.reader, r.judged, r.version, v.report, rp.address, b.made_at,
  o.media_type, o.fetched_at, o.bytes
from reading r
join version v on v.id = r.version
join report rp on rp.id = v.report
join batch b on b.id = v.batch
left join original o on o.id = v.original
where r.id = :reading
""")


def find_reports(connection: Connection, search: Search, *, names: Names) -> Iterator[Holding]:
    """The reports of the statements that fit, one in memory at a time, in order of time.

    A search for nothing in particular finds the reports in which nobody says anything, too.
    """
    ordered = replace(search, order=Order.OLD if search.order is Order.RANK else search.order)
    known = _Known(names=names, judgements=_judgements(connection, names))
    entries = find(connection, ordered, names=names)
    for number, found in groupby(entries, key=lambda entry: entry.reading):
        yield _report(connection, number, known, found=list(found))
    if ordered == Search(order=ordered.order):
        for number in _silent(connection):
            yield _report(connection, number, known)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What was decided: about people, and about passages by the report they are in."""

    names: Names
    judgements: Mapping[int, Sequence[Judgement]]


def _report(
    connection: Connection, number: int, known: _Known, *, found: Sequence[Entry] = ()
) -> Holding:
    row = dict(connection.execute(_HEAD, {"reading": number}).mappings().one())
    reading = load_reading(connection, number)
    statements = {one.id: one for one in reading.statements}
    return Holding(
        reading=reading,
        item=_item(row, reading),
        reader=row["reader"],
        added_at=row["made_at"],
        known=_names(connection, number, known.names),
        judgements=tuple(known.judgements.get(row["report"], ())),
        unjudged=_unjudged(connection, row),
        found=tuple(Held(entry=one, statement=statements[one.id]) for one in found),
    )


def _item(row: Mapping[str, Any], reading: Reading) -> Item:
    """The bytes as they came; those of a text that came by itself are its letters."""
    packed, fetched_at = row["bytes"], row["fetched_at"]
    return Item(
        name=row["address"],
        data=zlib.decompress(packed) if packed is not None else reading.report.text.encode(),
        media_type=row["media_type"],
        fetched_at=datetime.datetime.fromisoformat(fetched_at) if fetched_at else None,
    )


def _names(connection: Connection, reading: int, names: Names) -> dict[str, str]:
    mention, person = TABLES["mention"].c, TABLES["person"].c
    query = (
        select(mention.key, mention.person, person.name)
        .join(TABLES["person"], person.id == mention.person)
        .where(mention.reading == reading)
        .order_by(mention.number)
    )
    rows = connection.execute(query).all()
    called = {key: names.of(number, name)[1] for key, number, name in rows}
    return {key: name for key, name in called.items() if name is not None}


def _unjudged(connection: Connection, row: Mapping[str, Any]) -> Reading | None:
    """What a machine read last, where people corrected it."""
    if row["judged"] is None:
        return None
    reading = TABLES["reading"].c
    query = (
        select(reading.id)
        .where(reading.version == row["version"], reading.judged.is_(None))
        .order_by(reading.id.desc())
        .limit(1)
    )
    return load_reading(connection, connection.scalars(query).one())


def _judgements(connection: Connection, names: Names) -> dict[int, list[Judgement]]:
    """The judgements that stand about passages, by the number of their report."""
    judgement, version = TABLES["judgement"].c, TABLES["version"].c
    query = select(judgement.id, version.report).join(
        TABLES["version"], version.id == judgement.version
    )
    about = {number: report for number, report in connection.execute(query)}
    found: dict[int, list[Judgement]] = {}
    known = judgements_in(connection) if about else {}
    for number, report in about.items():
        if known[number].stands:
            found.setdefault(report, []).append(_by_name(connection, known[number], names))
    return found


def _by_name(connection: Connection, judgement: Judgement, names: Names) -> Judgement:
    """A judgement that tells who somebody is by his name: his number means nothing elsewhere."""
    if judgement.kind is not JudgementKind.SPLIT:
        return judgement
    number = judgement.change["person"]
    person = TABLES["person"].c
    own = select(person.name).where(person.id == number)
    name = names.called.get(number) or connection.scalars(own).one()
    return replace(judgement, change={"name": name})


def _silent(connection: Connection) -> list[int]:
    """The newest readings in which nobody says anything."""
    reading, superseded = TABLES["reading"].c, TABLES["superseded"].c
    given_way = exists().where(superseded.reading == reading.id)
    query = select(reading.id).where(reading.statements == 0, ~given_way).order_by(reading.id)
    return list(connection.scalars(query))
