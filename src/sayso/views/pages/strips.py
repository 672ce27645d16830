"""Figures as bars on one scale, from the lowest that the words leave open to the highest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso.records import Point, Series
from sayso.views.figures import digits_words
from sayso.views.series_table import point_figure, point_groups, point_value

__all__ = ["WIDTH", "Bar", "Strip", "strips_of"]

WIDTH = 240
"""Units from nought to the highest figure of a strip."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A figure at its place: from `low` to `high`, each None where the words leave it open.

    `at` is the place of the value itself, where there is one; an echo is drawn hollow.
    """

    point: Point
    figure: str
    low: int | None
    high: int | None
    at: int | None
    echo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The bars of one scope and unit, in order of days; `most` is what the scale ends at."""

    heading: str
    most: str
    bars: tuple[Bar, ...]


def strips_of(series: Series) -> list[Strip]:
    """A strip for each scope, unit and rate that is counted."""
    return [_strip(heading, points) for heading, points in point_groups(series.points)]


def _strip(heading: str, points: Sequence[Point]) -> Strip:
    ends = [abs(it) for one in points for it in (one.low, one.high, point_value(one)) if it]
    most = max(ends, default=Decimal(1))
    return Strip(
        heading=heading,
        most=digits_words(most) or "…",
        bars=tuple(_bars(points, most)),
    )


def _bars(points: Sequence[Point], most: Decimal) -> Iterator[Bar]:
    for point in points:
        yield Bar(
            point=point,
            figure=point_figure(point),
            low=_place(point.low, most),
            high=_place(point.high, most),
            at=_place(point.value, most),
            echo=point.origin is not None and point.origin != point.outlet,
        )


def _place(value: Decimal | None, most: Decimal) -> int | None:
    return None if value is None else max(0, min(WIDTH, int(value * WIDTH / most)))
