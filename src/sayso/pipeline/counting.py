"""Series of figures out of a ledger."""

from collections import Counter

from sayso.comparing.series import find_series, read_thing
from sayso.errors import BadRequestError
from sayso.ledger import (
    Ledger,
    Search,
    find_reports,
    gather,
    names_in,
    origins_in,
    readings_counting,
)
from sayso.pipeline.maker import Clock
from sayso.pipeline.relating import relate
from sayso.reading import names_around
from sayso.records import OriginKind, Reading, Series

__all__ = ["counted", "series"]

_TRIED = 12  # things of a story; most of what is counted once is never counted again


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
        told = origins_in(connection)
        origins = {it.report: it.origin for it in told if it.kind is not OriginKind.OWN}
        return find_series(readings, wanted, place=place, around=names_around, origins=origins)


def counted(ledger: Ledger, search: Search, *, clock: Clock, most: int) -> list[Series]:
    """The series of what more than one report counts, most reports first, at most so many."""
    with ledger.seen() as connection:
        reports = find_reports(connection, search, names=names_in(connection))
        things = Counter(thing for report in reports for thing in _things(report.reading))
    found: list[Series] = []
    known: set[str] = set()
    for thing, _ in things.most_common(_TRIED):
        try:
            one = series(ledger, thing, search, clock=clock)
        except BadRequestError:
            continue
        own = {point.id for point in one.points if point.low or point.high}
        if len({point.report for point in one.points}) > 1 and not own <= known:
            found.append(one)
            known |= own
    return found[:most]


def _things(reading: Reading) -> set[str]:
    return {one.counted for one in reading.quantities if one.counted and one.value is not None}
