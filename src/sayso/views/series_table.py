"""A series of figures for a terminal: a bar of what each leaves open, by whom and when."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import groupby

from rich.columns import Columns
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.lexicon import table
from sayso.records import Overlap, Point, Scope, Series
from sayso.views.figures import day_words, digits_words, interval_words
from sayso.views.printable import folded, printable
from sayso.views.signs import relation_mark, tone_style

__all__ = [
    "bar",
    "contrary_pairs",
    "point_figure",
    "point_groups",
    "point_value",
    "series_table",
    "sparkline",
]

_BAR = 22  # characters
_FIGURE = 18
_DAY = 12
_BLOCKS = "▁▂▃▄▅▆▇█"
_SCOPES = {Scope.TOTAL: "in total", Scope.PART: "a part of them", None: "all or a part: not said"}
_CONTRARY = (Overlap.DISJOINT, Overlap.TENFOLD)
_MOST = 12  # contradictions that are listed
_MOST_BLOCKS = 40  # the newest figures of a sparkline
_EXPECTED = "◷ "


def series_table(series: Series) -> RenderableType:
    """The points under their scope and unit, each as a bar, then what cannot both be."""
    lines = [line for group in point_groups(series.points) for line in _group_lines(*group)]
    counted = folded(printable(" · ".join(series.names)), head=24, tail=2)
    return Group(
        Text(printable(series.thing), "bold"),
        Text(f"counted here as: {counted}\n", "dim"),
        *lines,
        *_contradictions(series.points),
    )


def sparkline(values: Sequence[Decimal]) -> str:
    """The values as blocks, the least low and the most high.

    >>> sparkline([Decimal(3000), Decimal(10000), Decimal(12000)])
    '▁▆█'
    """
    if not values:
        return ""
    least, most = min(values), max(values)
    steps = [
        int((it - least) * (len(_BLOCKS) - 1) / (most - least)) if most > least else 0
        for it in values
    ]
    return "".join(_BLOCKS[step] for step in steps)


def bar(point: Point, most: Decimal) -> str:
    """What a figure leaves open on a scale from 0 to `most`; an open end has an arrow."""
    low, high = _place(point.low, most), _place(point.high, most)
    mark = "○" if point.origin and point.origin != point.outlet else "●"
    if low is None and high is None:
        return "·" * _BAR
    if low == high:
        return " " * (low or 0) + mark + " " * (_BAR - 1 - (low or 0))
    first, last = low or 0, _BAR - 1 if high is None else high
    start, end = "◄" if low is None else "├", "►" if high is None else "┤"
    drawn = start + "─" * max(0, last - first - 1) + end
    return (" " * first + drawn).ljust(_BAR)[:_BAR]


def point_groups(points: Sequence[Point]) -> Iterator[tuple[str, list[Point]]]:
    """Points of one scope, unit and rate under their heading, in order of days."""

    def key(point: Point) -> tuple[int, str, str]:
        return list(_SCOPES).index(point.scope), point.unit or "", point.per or ""

    for (scope, unit, per), group in groupby(sorted(points, key=key), key=key):
        told = (list(_SCOPES.values())[scope], unit.replace("_", " "), per and f"per {per}")
        yield printable(", ".join(it for it in told if it)), list(group)


def _group_lines(heading: str, points: Sequence[Point]) -> Iterator[RenderableType]:
    values = [value for point in points if (value := point_value(point)) is not None]
    most = max((abs(value) for value in values), default=Decimal(1)) or Decimal(1)
    scale = f"0 {'·' * (_BAR - 3 - len(_number(most)))} {_number(most)}"
    yield Text.assemble((f"{heading}  ", "bold"), sparkline(values[-_MOST_BLOCKS:]))
    yield Text(f"{' ' * (_DAY + _FIGURE + 2)}{scale}", "dim")
    for point in points:
        yield from _point_lines(point, most)
    yield Text()


def _point_lines(point: Point, most: Decimal) -> Iterator[RenderableType]:
    day = day_words(point.day) if point.day else "no day"
    figure = f"{_EXPECTED if point.expected else ''}{point_figure(point)}"
    line = Text.assemble(
        day.ljust(_DAY + 1),
        (figure[:_FIGURE].rjust(_FIGURE), "bold"),
        " ",
        (bar(point, most), tone_style("blue")),
        f" {printable(point.speaker or 'in its own words')}",
    )
    line.no_wrap, line.overflow = True, "ellipsis"
    yield line
    echo = point.origin and point.origin != point.outlet
    origin = f"from {point.origin}" if echo else None
    facts = (point.outlet, point.place, origin, *_days(point), point.id)
    told = Text(" · ".join(printable(fact) for fact in facts if fact), "dim")
    yield Padding(told, (0, 0, 0, _DAY + 1))


def _days(point: Point) -> Iterator[str]:
    """The days that the one in front does not tell."""
    for interval, word in ((point.as_of, "as of"), (point.said_on, "said")):
        if interval is not None and {interval.earliest, interval.latest} != {point.day}:
            yield f"{word} {interval_words(interval)}"
    if point.published and point.published != point.day:
        yield f"published {day_words(point.published)}"


def contrary_pairs(points: Sequence[Point]) -> list[tuple[Overlap, str, str]]:
    """Each two figures of about the same day that cannot both be, whoever repeats them, once."""
    by_id: Mapping[str, Point] = {point.id: point for point in points}
    pairs = (
        (it.overlap, _told(point), _told(by_id[it.other]))
        for point in points
        for it in point.beside
        if it.overlap in _CONTRARY
    )
    return [*dict.fromkeys((how, min(one, other), max(one, other)) for how, one, other in pairs)]


def _contradictions(points: Sequence[Point]) -> Iterator[RenderableType]:
    pairs = contrary_pairs(points)
    if pairs:
        yield Text("cannot both be, by their bounds and days", "bold")
    for overlap, one, other in pairs[:_MOST]:
        sign = table("signs")["overlaps"][overlap]
        mark = Text(f"{sign['mark']:>3} ", tone_style("vermilion"))
        yield Columns([mark, Text(f"{one}\n{other}"), Text(sign["word"], "dim")])
    if len(pairs) > _MOST:
        yield Text(f"    and {len(pairs) - _MOST} more", "dim")


def _told(point: Point) -> str:
    who = folded(printable(point.speaker or point.outlet or point.address), head=3, tail=1)
    day = f", {day_words(point.day)}" if point.day else ""
    return f"{point_figure(point)} ({who}{day})"


def point_figure(point: Point) -> str:
    """The figure with the sign of its relation; its own words where nobody could read it."""
    if point.value is None and point.low is not None and point.high is not None:
        return f"{_number(point.low)}–{_number(point.high)}"
    value = point_value(point)
    mark = relation_mark(point.relation)
    return f"{mark} {_number(value)}".strip() if value is not None else printable(point.words)


def _number(value: Decimal) -> str:
    return digits_words(value) or "…"


def point_value(point: Point) -> Decimal | None:
    """The value, or else the end that is known of it."""
    return next((it for it in (point.value, point.high, point.low) if it is not None), None)


def _place(value: Decimal | None, most: Decimal) -> int | None:
    if value is None:
        return None
    return min(_BAR - 1, max(0, int(value * (_BAR - 1) / most)))
