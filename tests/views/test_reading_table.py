import datetime
from collections.abc import Callable
from decimal import Decimal

import pytest
from rich.console import RenderableType

from sayso.records import (
    Mode,
    Person,
    Quantity,
    Reading,
    Relation,
    Report,
    Span,
    Spans,
    Statement,
    Timex,
)
from sayso.views import reading_table

TEXT = (
    'Blinken said that "around 8,000" soldiers were there on Thursday, the agency reported. '
    '"No comment, [red]\x1b[31mplease[/red]," the spokesman added.'
)
THURSDAY = datetime.date(2024, 10, 31)

Show = Callable[[RenderableType, int], str]


def at(words: str) -> Spans:
    return (Span(TEXT.index(words), TEXT.index(words) + len(words)),)


READING = Reading(
    report=Report(
        id="r",
        text=TEXT,
        title="Troops [bold]arrive",
        outlet="The Harbour Ledger",
        published=datetime.date(2024, 11, 1),
        language="en",
    ),
    statements=(
        Statement(
            id="s1",
            source=at("the agency"),
            cue=at("reported"),
            content=at('Blinken said that "around 8,000" soldiers were there on Thursday'),
            mode=Mode.MIXED,
        ),
        Statement(
            id="s2",
            source=at("Blinken"),
            cue=at("said"),
            content=at('that "around 8,000" soldiers were there'),
            mode=Mode.MIXED,
            speaker="p1",
            within="s1",
        ),
        Statement(
            id="s3",
            source=(),
            cue=at("added"),
            content=at('"No comment, [red]\x1b[31mplease[/red],"'),
            mode=Mode.DIRECT,
        ),
    ),
    people=(Person(id="p1", name="Antony Blinken"),),
    quantities=(
        Quantity(
            id="q1",
            span=at("around 8,000")[0],
            value=Decimal(8000),
            relation=Relation.APPROX,
            counted="soldiers",
            statement="s2",
        ),
    ),
    times=(
        Timex(id="t1", span=at("on Thursday")[0], type="DATE", earliest=THURSDAY, latest=THURSDAY),
    ),
)

NARROW = """\
Troops [bold]arrive
The Harbour Ledger · 1 Nov 2024 · en
3 statements, 0 quotations, 1 figure, 1 time

who, by which cue     words, figures, times

the agency            Blinken said that "around 8,000" soldiers were there on
reported · mixed      Thursday
                      on Thursday (31 Oct 2024)

Antony Blinken        that "around 8,000" soldiers were there
said · mixed          ≈ 8,000 soldiers
as told by the
agency

nobody named          "No comment, [red]␛[31mplease[/red],"
added · direct
"""


def test_eighty_columns_hold(show: Show) -> None:
    assert show(reading_table(READING, name="a.txt", width=80), 80) == NARROW.rstrip("\n") + "\n"


@pytest.mark.parametrize("width", [40, 80, 110, 200])
def test_every_width_shows_all_there_is(show: Show, width: int) -> None:
    shown = show(reading_table(READING, name="a.txt", width=width), width)
    for words in ("Antony Blinken", "≈ 8,000 soldiers", "mixed", "nobody named"):
        assert words in shown


def test_a_wide_screen_gives_figures_a_column(show: Show) -> None:
    line = next(
        line
        for line in show(reading_table(READING, name="a.txt", width=120), 120).splitlines()
        if line.startswith("Antony Blinken")
    )
    assert line.endswith("≈ 8,000 soldiers")


def test_a_report_without_statements_says_so(show: Show) -> None:
    empty = Reading(report=Report(id="r", text="Rain."))
    assert show(reading_table(empty, name="a.txt", width=80), 80) == (
        "a.txt\nno day given\n0 statements, 0 quotations, 0 figures, 0 times\n\n"
        "Nobody is quoted or reported as saying anything here.\n"
    )
