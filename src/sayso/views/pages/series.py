"""The figures of a thing: a bar for each on one scale of days, and a table of the same."""

from collections.abc import Mapping, Sequence

from sayso.lexicon import table
from sayso.records import Series
from sayso.views.pages.chart import charts_of
from sayso.views.pages.frame import Frame, framed
from sayso.views.pages.narrowing import narrowing
from sayso.views.pages.strips import strips_of
from sayso.views.series_table import contrary_pairs

__all__ = ["series_page"]


def series_page(
    found: Sequence[Series],
    asked: Mapping[str, str],
    frame: Frame,
    *,
    thing: tuple[str, str],
    more: bool = False,
) -> str:
    """The series that were found; `thing` is what was asked for, and where it is counted.

    `more` reports fit than were looked at.
    """
    shown = [(one, charts_of(one), strips_of(one), contrary_pairs(one.points)) for one in found]
    return framed(
        "series.html",
        frame,
        found=[one for one in shown if one[0].points],
        thing=thing[0],
        place=thing[1],
        overlaps=table("signs")["overlaps"],
        narrowed=narrowing("/series", asked, more=more),
    )
