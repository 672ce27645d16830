"""Timelines out of a ledger."""

from sayso.comparing.timeline import find_timeline
from sayso.ledger import Ledger, Search, gather, names_in
from sayso.records import Moment

__all__ = ["timeline"]


def timeline(ledger: Ledger, search: Search, *, most: int | None = None) -> tuple[Moment, ...]:
    """What happened, was said and was published, by the statements that a search is about.

    With `most` by those of so many reports, the newest.
    """
    with ledger.seen() as connection:
        return find_timeline(gather(connection, search, names=names_in(connection), most=most))
