"""Statements of the ledger for a terminal: who, where and when; the words; their id."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from sayso.records import Blank, Entry, Failure, Spans
from sayso.views.figures import day_words
from sayso.views.printable import folded, printable

__all__ = ["blank_table", "entry_table", "failure_table"]

_AROUND = 220  # letters before and after the first place found that are shown


def entry_table(entries: Iterable[Entry]) -> RenderableType:
    """Three lines a statement; the words that were searched for are underlined."""
    return Group(*(line for entry in entries for line in _lines(entry)))


def failure_table(failures: Iterable[Failure]) -> RenderableType:
    """A line a document that could not be added: when, and why."""
    return Group(*(Text(printable(f"{it.failed_at}  {it.reason}")) for it in failures))


def blank_table(blanks: Iterable[Blank]) -> RenderableType:
    """A line a report: its address, and what is not known of it."""
    return Group(*(Text(printable(f"{it.address}: {_missing(it)}")) for it in blanks))


def _missing(blank: Blank) -> str:
    outlet = f"outlet {blank.outlet}" if blank.outlet else "no outlet"
    day = day_words(blank.published) if blank.published else "no day"
    return f"{outlet}, {day}"


def _lines(entry: Entry) -> Iterator[Text]:
    who = printable(entry.speaker or "nobody named")
    office = f", {printable(entry.office)}" if entry.office else ""
    day = day_words(entry.published) if entry.published else "no day given"
    where = folded(printable(entry.outlet or entry.address), head=12, tail=4)
    yield Text.assemble((who, "bold"), office, (f" · {entry.mode} · {where} · {day}", "dim"))
    yield _words(entry.words, entry.marked)
    yield Text(f"{entry.id}\n", "dim")


def _words(words: str, marked: Spans) -> Text:
    """The words, from some way before what was found to some way after."""
    first = marked[0].start if marked else 0
    start = max(0, first - _AROUND) if len(words) > 2 * _AROUND else 0
    end = min(len(words), start + 2 * _AROUND + 80)
    shown = Text(printable(words[start:end]))
    for span in marked:
        if start <= span.start and span.end <= end:
            shown.stylize("bold underline", span.start - start, span.end - start)
    before, after = "… " if start else "", " …" if end < len(words) else ""
    return Text.assemble("  ", before, shown, after)
