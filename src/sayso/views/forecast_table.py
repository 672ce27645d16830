"""Forecasts for a terminal: a board of what is due, open and decided, and tallies."""

import datetime
from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from sayso.lexicon import table
from sayso.records import Board, Foretelling, Position, Tally
from sayso.views.figures import day_words, interval_words
from sayso.views.printable import folded, printable
from sayso.views.signs import tone_style

__all__ = ["board_sections", "forecast_board"]

_INDENT = 4
_HEAD, _TAIL = 30, 10
_SHOWN = 3  # statements of evidence


def forecast_board(board: Board, *, today: datetime.date) -> RenderableType:
    """What is due by that day, what is still open, what has no end, what was decided; tallies."""
    sections = board_sections(board, today=today)
    lines = [line for heading, found in sections for line in _section(heading, found)]
    return Group(*lines, *_tallies(board.tallies))


def board_sections(board: Board, *, today: datetime.date) -> list[tuple[str, list[Foretelling]]]:
    """The sections of a board in order, each with what it is of; some may be empty."""
    return [
        ("due: somebody should decide", [it for it in board.forecasts if _is_due(it, today)]),
        ("open", [it for it in board.forecasts if _is_open(it, today)]),
        ("open, without a last day", [it for it in board.forecasts if _is_endless(it)]),
        ("decided", [it for it in board.forecasts if it.outcome]),
    ]


def _is_due(forecast: Foretelling, today: datetime.date) -> bool:
    return not forecast.outcome and forecast.due is not None and forecast.due <= today


def _is_open(forecast: Foretelling, today: datetime.date) -> bool:
    return not forecast.outcome and forecast.due is not None and forecast.due > today


def _is_endless(forecast: Foretelling) -> bool:
    return not forecast.outcome and forecast.due is None


def _section(heading: str, found: list[Foretelling]) -> Iterator[RenderableType]:
    if found:
        yield Text(f"{heading} ({len(found)})\n", "bold")
    for forecast in found:
        yield from _lines(forecast)
        yield Text()


def _lines(forecast: Foretelling) -> Iterator[RenderableType]:
    sign = table("signs")["outcomes"][forecast.outcome or "open"]
    days = interval_words(forecast.window) if forecast.window else "no day named"
    more = len(forecast.repeated)
    again = f", and {more} more {'report' if more == 1 else 'reports'}" if more else ""
    yield Text.assemble(
        (f"{sign['mark']}   ", tone_style(sign["tone"])),
        (printable(forecast.speaker or ""), "bold"),
        f" · {days}",
        (f" · {printable(forecast.outlet or forecast.address)}{again}", "dim"),
    )
    yield Padding(Text("\n").join(_details(forecast)), (0, 0, 0, _INDENT))


def _details(forecast: Foretelling) -> Iterator[Text]:
    yield Text(folded(printable(forecast.passage), head=_HEAD, tail=_TAIL))
    if forecast.condition:
        yield Text(f"on condition: {folded(printable(forecast.condition), head=16, tail=4)}", "dim")
    if forecast.outcome:
        why = f": {printable(forecast.reason)}" if forecast.reason else ""
        word = table("signs")["outcomes"][forecast.outcome]["word"]
        yield Text(f"{word}, says {printable(forecast.judged_by or '')}{why}")
    yield from (_evidence(it) for it in forecast.evidence[:_SHOWN])
    yield Text(forecast.id, "dim")


def _evidence(position: Position) -> Text:
    day = day_words(position.day) if position.day else "no day"
    who = printable(position.speaker or position.outlet or position.address)
    words = folded(printable(position.passage), head=18, tail=6)
    return Text.assemble((f"later, {day}, {who}: ", tone_style("blue")), words)


def _tallies(tallies: Iterable[Tally]) -> Iterator[Text]:
    yield Text("who foretold how much, and how it came out", "bold")
    for tally in tallies:
        outcomes = ", ".join(
            f"{count} {table('signs')['outcomes'][outcome]['word']}"
            for outcome, count in tally.outcomes
        )
        told = f"{outcomes} of {tally.judged} decided, " if outcomes else "none decided, "
        yield Text(f"  {printable(tally.speaker or 'nobody named')}: {told}{tally.made} made")
