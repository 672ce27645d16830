"""Which statements fit a search, by the readings that hold them."""

from collections.abc import Mapping

from sqlalchemy import Connection, text

from sayso.ledger.names import Names
from sayso.ledger.search import Search, hits_of

__all__ = ["choose", "has_more"]


def choose(
    connection: Connection, search: Search, *, names: Names, most: int | None = None
) -> dict[int, set[int]]:
    """The statements that fit, by their numbers within each reading, the newest report first.

    All of them, or of the newest `most` statements those whose report is whole among them.
    """
    source, values = hits_of(connection, search, names)
    limit = "" if most is None else f" limit {most + 1:d}"
    query = f"select s.reading, s.id {source}{limit}"
    hits = connection.execute(text(query), values).all()
    chosen: dict[int, set[int]] = {}
    for reading, number in hits:
        chosen.setdefault(reading, set()).add(number)
    if most is not None and len(hits) > most and len(chosen) > 1:
        chosen.popitem()
    return _counted_from_first(connection, chosen)


def has_more(connection: Connection, search: Search, names: Names, *, beyond: int) -> bool:
    """Whether more than so many statements fit."""
    source, values = hits_of(connection, search, names)
    query = f"select s.id {source} limit 1 offset {beyond:d}"
    return connection.scalar(text(query), values) is not None


def _counted_from_first(
    connection: Connection, chosen: Mapping[int, set[int]]
) -> dict[int, set[int]]:
    """The statements by their numbers within their reading, instead of those in the ledger."""
    wanted = ", ".join(map(str, chosen)) or "-1"
    rows = connection.execute(text(f"select id, first from reading where id in ({wanted})"))
    first = {number: start for number, start in rows}
    return {it: {one - first[it] for one in numbers} for it, numbers in chosen.items()}
