"""One report for a terminal: who says what, in which words, with all that was read in them."""

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from sayso.records import Reading
from sayso.views.heading import report_heading
from sayso.views.marked_words import marked_words
from sayso.views.speaker_words import source_names, speaker_words
from sayso.views.statement_margin import reasons_of, statement_margin

__all__ = ["reading_table"]

# From this width on, what was read in the words gets a column of its own beside them.
_WIDE = 110


def reading_table(reading: Reading, *, name: str, width: int) -> RenderableType:
    """A heading, then a row a statement: its speaker; its words; what was read in them.

    Where the reading has its reasons, each mark is followed by the rule that made it.
    """
    heading = report_heading(reading.report, name=name, more=_counts(reading))
    if not reading.statements:
        return Group(heading, Text("Nobody is quoted or reported as saying anything here.\n"))
    rows = _columns(wide=width >= _WIDE)
    names, reasons = source_names(reading), reasons_of(reading)
    for statement in reading.statements:
        who = speaker_words(statement, names, reading)
        words = marked_words(statement.content, reading)
        margin = statement_margin(statement, reading, reasons)
        told: tuple[RenderableType, ...] = (
            (words, margin) if width >= _WIDE else (Group(words, margin),)
        )
        rows.add_row(who, *told)
    return Group(heading, rows)


def _columns(*, wide: bool) -> Table:
    rows = Table(box=None, padding=(0, 2, 1, 0), show_edge=False, header_style="dim")
    rows.add_column("who, by which cue", width=26 if wide else 20)
    rows.add_column("words" if wide else "words, and what was read in them", max_width=72)
    if wide:
        rows.add_column("what was read in them", max_width=50)
    return rows


def _counts(reading: Reading) -> str:
    counted = (
        (len(reading.statements), "statement"),
        (len(reading.quotations), "quotation"),
        (len(reading.quantities), "figure"),
        (len(reading.times), "time"),
        (len(reading.places), "place"),
    )
    return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counted)
