"""The people of a ledger, and pairs that may be one person."""

from sayso.ledger import Ledger, candidates_in, names_in, people_in
from sayso.records import KnownPerson

__all__ = ["candidates", "people"]


def people(
    ledger: Ledger, name: str | None = None, *, limit: int = 100, after: int = 0
) -> list[KnownPerson]:
    """The people of that name, or of all, those `after` a number first."""
    with ledger.seen() as connection:
        return people_in(connection, names_in(connection), name=name, limit=limit, after=after)


def candidates(ledger: Ledger, *, limit: int = 100) -> list[tuple[KnownPerson, KnownPerson]]:
    """Pairs of people who may be one, for somebody to decide."""
    with ledger.seen() as connection:
        return candidates_in(connection, names_in(connection), limit=limit)
