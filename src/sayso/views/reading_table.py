"""One report for a terminal: who says what, in which words, with its figures and times."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.records import Quantity, Reading, Spans, Statement, Timex
from sayso.views.figures import figure_words, time_words
from sayso.views.heading import report_heading
from sayso.views.printable import folded, printable
from sayso.views.signs import tone_style

__all__ = ["reading_table"]

# From this width on, figures and times get a column of their own instead of lines under the words.
_WIDE = 110
_HEAD, _TAIL = 60, 40

_Mention = TypeVar("_Mention", Quantity, Timex)


def reading_table(reading: Reading, *, name: str, width: int) -> RenderableType:
    """A heading, then a row a statement: speaker, cue and mode; the words; their figures."""
    heading = report_heading(reading.report, name=name, more=_counts(reading))
    if not reading.statements:
        return Group(heading, Text("Nobody is quoted or reported as saying anything here.\n"))
    rows = _columns(wide=width >= _WIDE)
    names = _speakers(reading)
    for statement in reading.statements:
        margin = [Text(line, tone_style("blue")) for line in _margin(statement, reading)]
        words = Text(folded(_pieces(statement.content, reading), head=_HEAD, tail=_TAIL))
        told = (words, _lines(margin)) if width >= _WIDE else (_lines([words, *margin]),)
        rows.add_row(_who(statement, names, reading), *told)
    return Group(heading, rows)


def _columns(*, wide: bool) -> Table:
    rows = Table(box=None, padding=(0, 2, 1, 0), show_edge=False, header_style="dim")
    rows.add_column("who, by which cue", width=26 if wide else 20)
    rows.add_column("words" if wide else "words, figures, times", max_width=72)
    if wide:
        rows.add_column("figures, times", max_width=40)
    return rows


def _lines(lines: Sequence[Text]) -> Text:
    return Text("\n").join(lines)


def _counts(reading: Reading) -> str:
    counted = (
        (len(reading.statements), "statement"),
        (len(reading.quotations), "quotation"),
        (len(reading.quantities), "figure"),
        (len(reading.times), "time"),
    )
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counted)


def _speakers(reading: Reading) -> Mapping[str, str]:
    """Whom each statement is given to, by its id: the person's name, else the source's words."""
    people = {person.id: printable(person.name) for person in reading.people}
    named = {
        statement.id: people.get(statement.speaker or "") or _pieces(statement.source, reading)
        for statement in reading.statements
    }
    return {of: folded(name, head=10, tail=4) or "nobody named" for of, name in named.items()}


def _who(statement: Statement, names: Mapping[str, str], reading: Reading) -> Text:
    how = " · ".join(part for part in (_pieces(statement.cue, reading), statement.mode) if part)
    told = f"\nas told by {teller}" if (teller := names.get(statement.within or "")) else ""
    return Text.assemble((names[statement.id], "bold"), (f"\n{how}{told}", "dim"))


def _pieces(spans: Spans, reading: Reading) -> str:
    return " … ".join(printable(span.of(reading.report.text)) for span in spans)


def _margin(statement: Statement, reading: Reading) -> Iterator[str]:
    for quantity in _inside(statement, reading.quantities):
        if quantity.statement in (None, statement.id):
            yield figure_words(quantity, reading.report)
    for time in _inside(statement, reading.times):
        yield time_words(time, reading.report)


def _inside(statement: Statement, mentions: Sequence[_Mention]) -> Iterator[_Mention]:
    for piece in statement.content:
        first = bisect_left(mentions, piece.start, key=_start)
        yield from mentions[first : bisect_left(mentions, piece.end, key=_start)]


def _start(mention: Quantity | Timex) -> int:
    return mention.span.start
