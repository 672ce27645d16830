"""Contradictions out of a ledger."""

from sayso.comparing.positions import find_contradictions
from sayso.ledger import Ledger, Search, gather, names_in
from sayso.records import Contradiction

__all__ = ["contradictions"]


def contradictions(
    ledger: Ledger, search: Search, *, most: int | None = None
) -> tuple[Contradiction, ...]:
    """Who says yes, no or perhaps to the same claim, in the statements that a search is about.

    With `most` in those of so many reports, the newest.
    """
    with ledger.seen() as connection:
        names = names_in(connection)
        return find_contradictions(gather(connection, search, names=names, most=most))
