"""Series of figures out of a ledger."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from sayso.comparing.series import find_series, read_thing
from sayso.errors import BadRequestError
from sayso.ledger import Ledger, Search, gather, names_in, origins_in, readings_counting
from sayso.pipeline.maker import Clock
from sayso.pipeline.relating import relate
from sayso.reading import names_around
from sayso.records import KeptReading, OriginKind, Reading, Series

__all__ = ["counted", "series"]

_TRIED = 12  # things of a story; most of what is counted once is never counted again


def series(
    ledger: Ledger,
    thing: str,
    search: Search,
    *,
    clock: Clock | None = None,
    most: int | None = None,
) -> Series:
    """Every figure of a thing in the statements that a search is about, and in reports' own words.

    The search's place is where it must be counted: there, or in what lies in it. With a `clock`
    reports that are new are first laid beside the others; with `most` the newest so many reports
    are looked at. BadRequestError where the words name nothing that can be counted.
    """
    wanted, place, search = read_thing(thing), search.place, replace(search, place=None)
    if clock:
        relate(ledger, clock=clock)
    with ledger.seen() as connection:
        names = names_in(connection)
        counting = readings_counting(connection, wanted.spellings, names=names, most=most)
        found = gather(connection, search, names=names, readings=counting, most=most)
        readings = [*found]
        told = origins_in(connection, reports=[kept.reading.report.id for kept in readings])
    origins = {it.report: it.origin for it in told if it.kind is not OriginKind.OWN}
    return find_series(readings, wanted, place=place, around=names_around, origins=origins)


def counted(
    ledger: Ledger,
    search: Search,
    *,
    most: int,
    reports: int | None = None,
) -> list[Series]:
    """The series of what more than one report counts, most reports first, at most so many.

    `reports` is how many reports are looked at, the newest; all without.
    """
    with ledger.seen() as connection:
        readings = [*gather(connection, search, names=names_in(connection), most=reports)]
        told = origins_in(connection, reports=[kept.reading.report.id for kept in readings])
    origins = {it.report: it.origin for it in told if it.kind is not OriginKind.OWN}
    found: list[Series] = []
    known: set[str] = set()
    for thing in _things(readings):
        try:
            wanted = read_thing(thing)
        except BadRequestError:
            continue
        one = find_series(readings, wanted, place=None, around=names_around, origins=origins)
        own = {point.id for point in one.points if point.low or point.high}
        if len({point.report for point in one.points}) > 1 and not own <= known:
            found.append(one)
            known |= own
    return found[:most]


def _things(readings: Sequence[KeptReading]) -> list[str]:
    """What is counted, that of most reports first."""
    counts = Counter(thing for kept in readings for thing in _counted(kept.reading))
    return [thing for thing, _ in counts.most_common(_TRIED)]


def _counted(reading: Reading) -> set[str]:
    return {one.counted for one in reading.quantities if one.counted and one.value is not None}
