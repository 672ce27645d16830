"""Who is in the ledger, and who may be whom."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.ledger.names import Names
from sayso.ledger.schema import TABLES
from sayso.records import KnownPerson

__all__ = ["candidates_in", "people_in", "person_in"]


def people_in(
    connection: Connection, names: Names, *, name: str | None, limit: int, after: int = 0
) -> list[KnownPerson]:
    """People of that name, or all, in order of their numbers; who is taken for another is not.

    `after` a number come the next ones. Whose other names fit alone stand at the end of the first.
    """
    person = TABLES["person"].c
    query = select(person.id).order_by(person.id)
    for word in (name or "").split():
        query = query.where(person.name.icontains(word, autoescape=True))
    own = person.id.not_in(names.taken_for)
    shown = dict.fromkeys(connection.scalars(query.where(own, person.id > after).limit(limit)))
    if name and not after:
        also = connection.scalars(query.where(person.id.in_(names.taken_for))).all()
        called = (it for it, called in names.called.items() if name.lower() in called.lower())
        shown |= dict.fromkeys(names.taken_for.get(it, it) for it in (*also, *called))
    return _told(connection, shown, names)


def person_in(connection: Connection, names: Names, number: int) -> KnownPerson | None:
    """The person of that number, or the one who he is taken for."""
    meant = names.taken_for.get(number, number)
    if connection.scalar(select(TABLES["person"].c.id).where(TABLES["person"].c.id == meant)):
        return _told(connection, [meant], names)[0]
    return None


def candidates_in(
    connection: Connection, names: Names, *, limit: int
) -> list[tuple[KnownPerson, KnownPerson]]:
    """Pairs of one family name that may be one person, for somebody to decide."""
    one, other = TABLES["person"].alias(), TABLES["person"].alias()
    query = (
        select(one.c.id, other.c.id)
        .where(one.c.surname == other.c.surname, one.c.id < other.c.id)
        .where(one.c.full_name.is_(None) | other.c.full_name.is_(None) | _alike(one, other))
        .order_by(one.c.id, other.c.id)
    )
    pairs = dict.fromkeys(
        (names.taken_for.get(first, first), names.taken_for.get(second, second))
        for first, second in connection.execute(query.limit(limit))
    )
    apart = [(first, second) for first, second in pairs if first != second]
    wanted = {number for pair in apart for number in pair}
    known = {person.number: person for person in _told(connection, wanted, names)}
    return [(known[first], known[second]) for first, second in apart]


def _alike(one: Any, other: Any) -> Any:
    """Whether two full names begin with the same letter: Joe and Joseph."""
    return func.substr(one.c.full_name, 1, 1) == func.substr(other.c.full_name, 1, 1)


def _told(connection: Connection, numbers: Iterable[int], names: Names) -> list[KnownPerson]:
    wanted = list(numbers)
    merged = {one: other for one, other in names.taken_for.items() if other in set(wanted)}
    rows = _names_of(connection, [*wanted, *merged])
    offices = _offices_of(connection, [*wanted, *merged])
    found = []
    for number in wanted:
        ids = [number, *(one for one, other in merged.items() if other == number)]
        name = names.called.get(number) or rows[number]
        also = dict.fromkeys(rows[one] for one in ids if rows[one] != name)
        held = dict.fromkeys(office for one in ids for office in offices.get(one, ()))
        found.append(KnownPerson(number=number, name=name, also=tuple(also), offices=tuple(held)))
    return found


def _names_of(connection: Connection, numbers: list[int]) -> Mapping[int, str]:
    person = TABLES["person"].c
    rows = connection.execute(select(person.id, person.name).where(person.id.in_(numbers)))
    return {number: name for number, name in rows}


def _offices_of(connection: Connection, numbers: list[int]) -> Mapping[int, list[str]]:
    office = TABLES["office"].c
    query = select(office.person, office.title, office.affiliation).where(
        office.person.in_(numbers)
    )
    found: dict[int, list[str]] = {}
    for number, title, affiliation in connection.execute(query.order_by(office.id)):
        found.setdefault(number, []).append(f"{title} ({affiliation})")
    return found
