"""Moments of a timeline as rows of a page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sayso.records import Moment
from sayso.views.figures import interval_words
from sayso.views.pages.frame import Frame, framed
from sayso.views.pages.narrowing import narrowing
from sayso.views.timeline_table import moment_tone

__all__ = ["Row", "moment_rows", "timeline_page"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A moment; `days` is None where they are those of the row before."""

    moment: Moment
    days: str | None
    tone: str


def moment_rows(moments: Iterable[Moment]) -> list[Row]:
    """A row a moment."""
    rows: list[Row] = []
    before = ""
    for moment in moments:
        days = interval_words(moment.days)
        shown = None if days == before else days
        rows.append(Row(moment=moment, days=shown, tone=moment_tone(moment.kind)))
        before = days
    return rows


def timeline_page(
    moments: Sequence[Moment],
    asked: Mapping[str, str],
    frame: Frame,
    *,
    most: int,
    more: bool = False,
) -> str:
    """What happened, was said and was published; the first `most` moments of it.

    `more` reports fit than were looked at.
    """
    return framed(
        "timeline.html",
        frame,
        rows=moment_rows(moments[:most]),
        total=len(moments),
        narrowed=narrowing("/timeline", asked, more=more),
    )
