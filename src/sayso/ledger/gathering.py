"""Whole readings for comparing: those that a search is about, with what of them was asked for."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from sqlalchemy import Connection, or_, select

from sayso.ledger.names import Names
from sayso.ledger.reports import address_of, current_readings, load_reading
from sayso.ledger.schema import TABLES
from sayso.ledger.search import Search, choose
from sayso.records import KeptReading, Reading

__all__ = ["gather", "readings_counting", "readings_foretelling"]

_REPORT = ("outlet", "published", "superseded", "order")  # what a search asks of a whole report


def gather(
    connection: Connection,
    search: Search,
    *,
    names: Names,
    readings: Collection[int] | None = None,
) -> Iterator[KeptReading]:
    """The newest reading of every report that the search is about, one in memory at a time.

    A search that asks nothing of statements takes whole reports, with their own words too.
    `readings` are the only ones that are looked at, all without.
    """
    wanted = set(current_readings(connection))
    wanted = wanted if readings is None else wanted & set(readings)
    about_reports = all(
        getattr(search, name) == getattr(Search(), name)
        for name in Search.__slots__
        if name not in _REPORT
    )
    chosen = None if about_reports else choose(connection, search, names=names)
    for number in sorted(wanted if chosen is None else wanted & chosen.keys()):
        kept = _kept(connection, number, names)
        if chosen is not None:
            ids = (kept.reading.statements[at].id for at in chosen[number])
            yield replace(kept, chosen=frozenset(ids))
        elif _is_asked(kept.reading, search):
            yield kept


def readings_counting(connection: Connection, nouns: Sequence[str], *, names: Names) -> set[int]:
    """The readings in which a statement has one of the words, or a figure counts one by itself."""
    said = choose(connection, Search(words=" OR ".join(nouns)), names=names)
    quantity = TABLES["quantity"].c
    counts = or_(*(quantity.counted.icontains(noun, autoescape=True) for noun in nouns))
    own = select(quantity.reading).where(quantity.statement.is_(None), counts)
    return {*said, *connection.scalars(own)}


def readings_foretelling(connection: Connection) -> set[int]:
    """The readings in which somebody foretells something."""
    claim = TABLES["claim"].c
    return set(connection.scalars(select(claim.reading).where(claim.forecast.is_not(None))))


def _is_asked(reading: Reading, search: Search) -> bool:
    report, (since, until) = reading.report, search.published
    outlet = (search.outlet or "").casefold() in (report.outlet or "").casefold()
    if report.published is None:
        return outlet and since is None and until is None
    late = since is None or report.published >= since
    return outlet and late and (until is None or report.published <= until)


def _kept(connection: Connection, number: int, names: Names) -> KeptReading:
    reading = load_reading(connection, number)
    mention, person = TABLES["mention"], TABLES["person"]
    linked = (
        select(mention.c.key, person.c.id, person.c.name)
        .join(person, person.c.id == mention.c.person)
        .where(mention.c.reading == number)
    )
    known = {key: names.of(one, name) for key, one, name in connection.execute(linked)}
    people = tuple(
        replace(one, name=known[one.id][1] or one.name) if one.id in known else one
        for one in reading.people
    )
    return KeptReading(
        reading=replace(reading, people=people),
        address=address_of(connection, number),
        numbers={key: one for key, (one, _) in known.items() if one is not None},
    )
