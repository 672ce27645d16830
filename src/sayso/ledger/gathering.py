"""Whole readings for comparing: those that a search is about, with what of them was asked for."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from sqlalchemy import Connection, bindparam, or_, select, text

from sayso.ledger.choosing import choose, has_more
from sayso.ledger.names import Names
from sayso.ledger.reports import addresses_of, load_readings
from sayso.ledger.schema import TABLES
from sayso.ledger.search import Order, Search
from sayso.records import KeptReading

__all__ = [
    "gather",
    "gather_only",
    "is_about_more",
    "readings_counting",
    "readings_foretelling",
]

_REPORT = {"outlet", "published"}  # what a search asks of a whole report
_STATEMENTS = 20  # of the newest that fit are looked at for each report that is wanted
# Readings that are loaded together. A query of each table for every reading took 5 ms of 10
# statements, and for ten of them as long as for two.
_AT_ONCE = 20
_SHELF = text("""
select r.id, v.outlet, v.published from reading r join version v on v.id = r.version
where not exists (select 1 from superseded o where o.reading = r.id) order by r.id desc
""")
_STANDING = text("""
select r.id from reading r where r.id in :values
and not exists (select 1 from superseded o where o.reading = r.id)
""").bindparams(bindparam("values", expanding=True))


def gather(
    connection: Connection,
    search: Search,
    *,
    names: Names,
    readings: Collection[int] | None = None,
    most: int | None = None,
) -> Iterator[KeptReading]:
    """The newest reading of every report that the search is about, a few in memory at a time.

    A search that asks nothing of statements takes whole reports, with their own words too.
    `readings` are the only ones that are looked at, all without; of them the `most` newest.
    """
    chosen = _chosen(connection, search, names=names, readings=readings, most=most)
    wanted = iter(sorted(islice(chosen, most)))
    while some := [*islice(wanted, _AT_ONCE)]:
        for number, kept in _kept(connection, some, names):
            statements = chosen[number]
            if statements is None:
                yield kept
            else:
                ids = (kept.reading.statements[at].id for at in statements)
                yield replace(kept, chosen=frozenset(ids))


def gather_only(
    connection: Connection, readings: Collection[int], *, names: Names
) -> Iterator[tuple[int, KeptReading]]:
    """Those of these readings that stand, with their numbers, a few in memory at a time.

    No others are looked at, so that a few cost the same in a ledger of any size.
    """
    wanted = iter(sorted({*readings}))
    while some := [*islice(wanted, _AT_ONCE)]:
        standing = connection.scalars(_STANDING, {"values": some}).all()
        yield from _kept(connection, standing, names)


def is_about_more(connection: Connection, search: Search, *, names: Names, most: int) -> bool:
    """Whether a search is about more than so many reports, of which `gather` takes the newest."""
    chosen = _chosen(connection, search, names=names, readings=None, most=most)
    taken = sum(len(statements or ()) for statements in chosen.values())
    return len(chosen) > most or (taken > 0 and has_more(connection, search, names, beyond=taken))


def _chosen(
    connection: Connection,
    search: Search,
    *,
    names: Names,
    readings: Collection[int] | None,
    most: int | None,
) -> Mapping[int, set[int] | None]:
    """Readings, the newest first, with the statements that fit; None where all of a report does.

    With `most` at least so many and one more, if there are.
    """
    search = replace(search, superseded=False, order=Order.NEW)
    asked = {name for name in Search.__slots__ if getattr(search, name) != getattr(Search(), name)}
    if asked <= _REPORT:
        numbers = (it for it in _reports(connection, search) if readings is None or it in readings)
        return dict.fromkeys(islice(numbers, None if most is None else most + 1))
    limit = None if most is None else most * _STATEMENTS
    chosen = choose(connection, search, names=names, most=limit)
    return {it: found for it, found in chosen.items() if readings is None or it in readings}


def _reports(connection: Connection, search: Search) -> Iterator[int]:
    outlet, (since, until) = (search.outlet or "").casefold(), search.published
    for number, name, day in connection.execute(_SHELF):
        late = since is None or (day is not None and day >= since.isoformat())
        early = until is None or (day is not None and day <= until.isoformat())
        if late and early and outlet in (name or "").casefold():
            yield number


def readings_counting(
    connection: Connection, nouns: Sequence[str], *, names: Names, most: int | None = None
) -> set[int]:
    """The readings in which a statement has one of the words, or a figure counts one by itself.

    A word that ends with a star is how words begin. With `most` those of about so many reports,
    the newest, where statements have them.
    """
    limit = None if most is None else most * _STATEMENTS
    said = choose(connection, Search(words=" OR ".join(nouns)), names=names, most=limit)
    quantity = TABLES["quantity"].c
    parts = {noun.rstrip("*") for noun in nouns}
    counts = or_(*(quantity.counted.icontains(part, autoescape=True) for part in parts))
    own = select(quantity.reading).where(quantity.statement.is_(None), counts)
    return {*said, *connection.scalars(own)}


def readings_foretelling(connection: Connection) -> set[int]:
    """The readings in which somebody foretells something."""
    claim = TABLES["claim"].c
    return set(connection.scalars(select(claim.reading).where(claim.forecast.is_not(None))))


def _kept(
    connection: Connection, numbers: Sequence[int], names: Names
) -> Iterator[tuple[int, KeptReading]]:
    readings = load_readings(connection, numbers)
    known = _known_people(connection, numbers, names)
    addresses = addresses_of(connection, numbers)
    for number, reading in readings.items():
        its = known[number]
        people = tuple(
            replace(one, name=its[one.id][1] or one.name) if one.id in its else one
            for one in reading.people
        )
        yield (
            number,
            KeptReading(
                reading=replace(reading, people=people),
                address=addresses[number],
                numbers={key: one for key, (one, _) in its.items() if one is not None},
            ),
        )


def _known_people(
    connection: Connection, numbers: Sequence[int], names: Names
) -> Mapping[int, Mapping[str, tuple[int | None, str | None]]]:
    """Of each reading the people that the ledger knows: their numbers and names, by their ids."""
    mention, person = TABLES["mention"], TABLES["person"]
    linked = (
        select(mention.c.reading, mention.c.key, person.c.id, person.c.name)
        .join(person, person.c.id == mention.c.person)
        .where(mention.c.reading.in_(numbers))
    )
    known: dict[int, dict[str, tuple[int | None, str | None]]] = {it: {} for it in numbers}
    for number, key, one, name in connection.execute(linked):
        known[number][key] = names.of(one, name)
    return known
