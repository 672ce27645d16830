"""Series of figures out of a ledger."""

from sayso.comparing.series import find_series, read_thing
from sayso.ledger import (
    Ledger,
    Search,
    gather,
    names_in,
    origins_in,
    readings_counting,
    stories_in,
)
from sayso.pipeline.maker import Clock
from sayso.pipeline.relating import relate
from sayso.reading import names_around
from sayso.records import OriginKind, Series

__all__ = ["series"]


def series(
    ledger: Ledger, thing: str, search: Search, *, clock: Clock, place: str | None = None
) -> Series:
    """Every figure of a thing in the statements that a search is about, and in reports' own words.

    `place` is where it must be counted: there, or in what lies in it. BadRequestError where the
    words name nothing that can be counted.
    """
    wanted = read_thing(thing)
    relate(ledger, clock=clock)
    with ledger.seen() as connection:
        names = names_in(connection)
        counting = readings_counting(connection, wanted.spellings, names=names)
        readings = gather(connection, search, names=names, readings=counting)
        told = (
            origin
            for story in stories_in(connection)
            for origin in origins_in(connection, story.id)
        )
        origins = {it.report: it.origin for it in told if it.kind is not OriginKind.OWN}
        return find_series(readings, wanted, place=place, around=names_around, origins=origins)
