"""Places out of a ledger."""

from sayso.ledger import Ledger, Search, names_in, places_in
from sayso.records import PlaceCount

__all__ = ["places"]


def places(ledger: Ledger, search: Search) -> list[PlaceCount]:
    """The places named in what a search finds, those of most statements first."""
    with ledger.seen() as connection:
        return places_in(connection, search, names=names_in(connection))
