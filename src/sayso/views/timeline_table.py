"""A timeline for a terminal: days with their range, what they are of, and the words."""

from collections.abc import Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from sayso.records import Moment, MomentKind
from sayso.views.figures import interval_words
from sayso.views.printable import folded, printable
from sayso.views.signs import tone_style

__all__ = ["moment_tone", "timeline_table"]

_TONES = {MomentKind.HAPPENED: "amber", MomentKind.SAID: "blue", MomentKind.PUBLISHED: "grey"}
_HEAD, _TAIL = 24, 8


def timeline_table(moments: Sequence[Moment]) -> RenderableType:
    """A row a moment; days in a row of their own kind are told once."""
    rows = Table(box=None, padding=(0, 2, 0, 0), show_edge=False, header_style="dim")
    rows.add_column("when", width=22)
    rows.add_column("what", width=9)
    rows.add_column("in which words, by whom")
    before = ""
    for moment in moments:
        days = interval_words(moment.days)
        rows.add_row(
            Text("" if days == before else days, "bold"),
            Text(moment.kind, tone_style(moment_tone(moment.kind))),
            _told(moment),
        )
        before = days
    return rows


def moment_tone(kind: MomentKind) -> str:
    """The tone of what happened, was said or was published."""
    return _TONES[kind]


def _told(moment: Moment) -> Text:
    words = folded(printable(moment.words), head=_HEAD, tail=_TAIL)
    time = f"“{printable(moment.time_words)}”" if moment.time_words else None
    facts = (time, moment.speaker, moment.outlet or moment.address)
    told = " · ".join(printable(fact) for fact in facts if fact)
    return Text.assemble(words, (f"\n{told}", "dim"))
