"""The figures of many reports in order of their days, and how they lie to each other."""

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sayso.comparing.series.bounds import overlap_of
from sayso.comparing.series.points import find_points
from sayso.comparing.series.things import Thing
from sayso.records import Contrast, KeptReading, Place, Point, Quantity, Scope, Series, Span

__all__ = ["find_series"]

# Figures that stand for days no further apart are laid beside one another; beyond it things move.
_SAME_TIME = datetime.timedelta(days=1)
# So many different figures of the same days are told of each; nobody reads more.
_MOST = 30
_LAST = datetime.date.max


_Around = Callable[[Place], tuple[str, ...]]


def _nothing(_: Place) -> tuple[str, ...]:
    return ()


def find_series(
    readings: Iterable[KeptReading],
    thing: Thing,
    *,
    place: str | None = None,
    around: _Around = _nothing,
    origins: Mapping[str, str] | None = None,
) -> Series:
    """Every figure that counts the thing, in order of its day; the order of reports is no matter.

    Only those of a place that is `place` or lies in it, where one is asked for; `around` names what
    a place lies in. `origins` gives the origin of a report by its id.
    """
    known, asked = origins or {}, frozenset((place or "").casefold().split())
    found = {
        point.id: replace(point, origin=known.get(point.report))
        for kept in readings
        for point in find_points(kept, thing, around=around)
        if _is_there(point, asked)
    }
    points = tuple(_contrasted(sorted(found.values(), key=_order)))
    names = sorted({point.counted for point in points}, key=lambda it: (it.lower(), it))
    return Series(thing=thing.name, names=tuple(names), points=points)


def _is_there(point: Point, asked: frozenset[str]) -> bool:
    names = (point.place or "", *point.within)
    return any(asked <= set(name.casefold().split()) for name in names)


def _order(point: Point) -> tuple[datetime.date, datetime.date, str]:
    return point.day or _LAST, point.published or _LAST, point.id


def _contrasted(points: Sequence[Point]) -> Iterator[Point]:
    """Each with those of about the same day that are of the same scope, place and rate."""
    first = 0
    for at, point in enumerate(points):
        while first < at and not _near(points[first], point):
            first += 1
        after = at + 1
        while after < len(points) and after - at <= _MOST and _near(point, points[after]):
            after += 1
        near = (*points[max(first, at - _MOST) : at], *points[at + 1 : after])
        yield replace(point, beside=tuple(_contrasts(point, near)))


def _near(one: Point, other: Point) -> bool:
    return one.day is not None and other.day is not None and other.day - one.day <= _SAME_TIME


def _contrasts(point: Point, near: Iterable[Point]) -> Iterator[Contrast]:
    told: set[tuple[object, ...]] = set()
    for other in near:
        held = (other.speaker, other.low, other.high, other.relation, other.place)
        if held in told or not _comparable(point, other):
            continue
        told.add(held)
        overlap = overlap_of(_bounded(point), _bounded(other))
        if overlap is not None:
            yield Contrast(other=other.id, overlap=overlap)


def _comparable(one: Point, other: Point) -> bool:
    """Whether both can be right only if their bounds have something in common."""
    scopes = {one.scope, other.scope}
    return (
        one.unit == other.unit
        and one.per == other.per
        and scopes != {Scope.TOTAL, Scope.PART}
        and one.place == other.place
        and one.expected == other.expected
    )


def _bounded(point: Point) -> Quantity:
    return Quantity(
        id=point.id,
        span=Span(0, 0),
        value=point.value,
        low=point.low,
        high=point.high,
        relation=point.relation,
    )
