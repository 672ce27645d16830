"""A chart of figures: the days they stand for from left to right, what they leave open upright."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.records import Point, Series
from sayso.views.figures import day_words
from sayso.views.pages.strips import WIDTH, Bar, Strip, strip_of

__all__ = ["Chart", "charts_of"]

_SLOT = 26  # units between two figures
_BETWEEN = 18  # units more between two days
_LEFT, _TOP, _HEIGHT = 78, 46, 200
_NARROWEST = 760  # a line that names a figure
_DAY = 78  # units that the name of a day takes
_MOST = 60  # figures; of more the table alone is legible
_HUES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A bar at its place, all in units of the chart; `hue` is one of the speaker's."""

    bar: Bar
    x: int
    low: int
    high: int
    hue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Marks in order of days, the days with their places, and the speakers by hue."""

    heading: str
    width: int
    top: int
    bottom: int
    left: int
    most: str
    marks: tuple[_Mark, ...]
    days: tuple[tuple[str, int], ...]
    speakers: tuple[tuple[str, int], ...]


def charts_of(series: Series) -> list[Chart]:
    """A chart for each unit and rate in which more than one figure is counted."""

    def key(point: Point) -> tuple[str, str]:
        return point.unit or "", point.per or ""

    groups = groupby(sorted(series.points, key=key), key=key)
    strips = (strip_of(" per ".join(filter(None, name)), list(group)) for name, group in groups)
    return [_chart(strip, drawn) for strip in strips if len(drawn := _drawn(strip)) > 1]


def _drawn(strip: Strip) -> list[Bar]:
    return [one for one in strip.bars if one.low is not None or one.high is not None][:_MOST]


def _chart(strip: Strip, drawn: Sequence[Bar]) -> Chart:
    speakers = _hues(drawn)
    marks: list[_Mark] = []
    days: list[tuple[str, int]] = []
    x = _LEFT + _SLOT
    for day, group in groupby(drawn, key=lambda it: it.point.day):
        start = x
        for one in group:
            marks.append(_mark(one, x, speakers[_who(one)]))
            x += _SLOT
        days.append((day_words(day) if day else "no day", start))
        x = max(x, start + _DAY) + _BETWEEN
    return Chart(
        heading=strip.heading,
        width=max(x, _NARROWEST),
        top=_TOP,
        bottom=_TOP + _HEIGHT,
        left=_LEFT,
        most=strip.most,
        marks=tuple(marks),
        days=tuple(days),
        speakers=tuple(_named(speakers)),
    )


def _mark(one: Bar, x: int, hue: int) -> _Mark:
    low, high = (0 if one.low is None else one.low), (WIDTH if one.high is None else one.high)
    return _Mark(bar=one, x=x, low=_height(low), high=_height(high), hue=hue)


def _height(place: int) -> int:
    return _TOP + _HEIGHT - place * _HEIGHT // WIDTH


def _who(one: Bar) -> str:
    return one.point.speaker or "in its own words"


def _hues(bars: Sequence[Bar]) -> dict[str, int]:
    """A hue for each speaker; the last one is for all who come after."""
    speakers = dict.fromkeys(_who(one) for one in bars)
    return {name: min(at, _HUES - 1) for at, name in enumerate(speakers)}


def _named(hues: dict[str, int]) -> Iterator[tuple[str, int]]:
    for name, hue in list(hues.items())[:_HUES]:
        others = len(hues) - _HUES
        more = f" and {others} more" if hue == _HUES - 1 and others > 0 else ""
        yield f"{name}{more}", hue
