"""Figures as bars on one scale, from the lowest that the words leave open to the highest."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso.records import Point, Series
from sayso.views.figures import digits_words
from sayso.views.series_table import point_figure, point_groups, point_value
from sayso.views.signs import relation_mark

__all__ = ["Bar", "Strip", "strip_of", "strips_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A figure at its place in hundredths; None where the words leave an end open.

    `sign` is that of its relation; an echo is drawn hollow.
    """

    point: Point
    figure: str
    sign: str
    low: float | None
    high: float | None
    echo: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The bars of one scope and unit, in order of days; `most` is what the scale ends at."""

    heading: str
    most: str
    half: str
    bars: tuple[Bar, ...]


def strips_of(series: Series) -> list[Strip]:
    """A strip for each scope, unit and rate that is counted."""
    return [strip_of(heading, points) for heading, points in point_groups(series.points)]


def strip_of(heading: str, points: Sequence[Point]) -> Strip:
    """The points on one scale, in their order."""
    ends = [abs(it) for one in points for it in (one.low, one.high, point_value(one)) if it]
    most = max(ends, default=Decimal(1))
    return Strip(
        heading=heading,
        most=digits_words(most) or "…",
        half=digits_words(most / 2) or "…",
        bars=tuple(_bar(point, most) for point in points),
    )


def _bar(point: Point, most: Decimal) -> Bar:
    return Bar(
        point=point,
        figure=point_figure(point),
        sign=relation_mark(point.relation),
        low=_place(point.low, most),
        high=_place(point.high, most),
        echo=point.origin is not None and point.origin != point.outlet,
    )


def _place(value: Decimal | None, most: Decimal) -> float | None:
    return None if value is None else round(max(0.0, min(100.0, float(value * 100 / most))), 1)
