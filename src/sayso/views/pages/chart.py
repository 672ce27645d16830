"""A chart of figures: the days they stand for from left to right, what they leave open upright."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.records import Point, Series
from sayso.views.figures import day_words
from sayso.views.pages.strips import Bar, Strip, strip_of

__all__ = ["Chart", "charts_of"]

_SLOT = 20  # units between two figures, at the least
_BETWEEN = 18  # units more between two days
_TOP, _HEIGHT = 46, 200
_DAY = 78  # units that the name of a day takes
_MOST = 60  # figures; of more the table alone is legible
_HUES = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    """A bar at its place: `x` in hundredths of the width; `hue` is one of the speaker's."""

    bar: Bar
    x: float
    low: int
    high: int
    hue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Marks in order of days, the days with their places, and the speakers by hue.

    It is as wide as there is room, and no less than `least`; `most` and `half` name its lines.
    """

    heading: str
    least: int
    top: int
    bottom: int
    most: str
    half: str
    marks: tuple[_Mark, ...]
    days: tuple[tuple[str, float], ...]
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
    places, days, least = _laid(drawn)
    return Chart(
        heading=strip.heading,
        least=least,
        top=_TOP,
        bottom=_TOP + _HEIGHT,
        most=strip.most,
        half=strip.half,
        marks=tuple(
            _mark(one, _share(x, least), speakers[_who(one)])
            for one, x in zip(drawn, places, strict=True)
        ),
        days=tuple((name, _share(x, least)) for name, x in days),
        speakers=tuple(_named(speakers)),
    )


def _laid(drawn: Sequence[Bar]) -> tuple[list[int], list[tuple[str, int]], int]:
    """The places of figures and of days from left to right, and where they end."""
    places: list[int] = []
    days: list[tuple[str, int]] = []
    x = _SLOT
    for day, group in groupby(drawn, key=lambda it: it.point.day):
        start = x
        for _ in group:
            places.append(x)
            x += _SLOT
        days.append((day_words(day) if day else "no day", start))
        x = max(x, start + _DAY) + _BETWEEN
    return places, days, x - _BETWEEN


def _share(x: int, whole: int) -> float:
    return round(100 * x / whole, 2)


def _mark(one: Bar, x: float, hue: int) -> _Mark:
    low, high = (0.0 if one.low is None else one.low), (100.0 if one.high is None else one.high)
    return _Mark(bar=one, x=x, low=_height(low), high=_height(high), hue=hue)


def _height(place: float) -> int:
    return _TOP + _HEIGHT - round(place * _HEIGHT / 100)


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
