import datetime
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from rich.console import RenderableType

from sayso.records import (
    Certainty,
    Claim,
    Forecast,
    Mark,
    Mode,
    Person,
    Place,
    PlaceKind,
    Polarity,
    Quantity,
    Reading,
    Reason,
    Relation,
    Report,
    Span,
    Spans,
    SpeechAct,
    Statement,
    Tense,
    Tenure,
    Timex,
)
from sayso.views.marked_words import marked_words
from sayso.views.reading_table import reading_table
from sayso.views.signs import relation_tone, tone_style

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
            confidence=0.914,
            claims=(
                Claim(
                    id="c1",
                    head=at("were")[0],
                    polarity=Polarity.NEGATIVE,
                    certainty=Certainty.POSSIBLE,
                    tense=Tense.FUTURE,
                    forecast=Forecast(window="t1"),
                    condition=at("the agency"),
                    speech_act=SpeechAct.WARN,
                ),
                Claim(
                    id="c2",
                    head=at("there")[0],
                    polarity=Polarity.POSITIVE,
                    certainty=Certainty.ASSERTED,
                    tense=Tense.PAST,
                ),
            ),
        ),
        Statement(
            id="s3",
            source=(),
            cue=at("added"),
            content=at('"No comment, [red]\x1b[31mplease[/red],"'),
            mode=Mode.DIRECT,
        ),
    ),
    people=(
        Person(
            id="p1",
            name="Antony Blinken",
            office="Mayor",
            affiliation="Ruritania",
            office_fits=False,
            tenure=Tenure(name="Antony Blinken", office="Mayor", since=THURSDAY),
        ),
    ),
    places=(
        Place(id="l1", span=at("there")[0], name="Kursk Oblast", kind=PlaceKind.STATE),
        Place(id="l2", span=at("agency")[0], name="Moscow", stands_for_government=True),
    ),
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
3 statements, 0 quotations, 1 figure, 1 time, 2 places

who, by which cue     words, and what was read in them

the agency            Blinken said that "around 8,000" soldiers were there on
reported · mixed      Thursday
                      time  on Thursday (31 Oct 2024)
                      place Kursk Oblast (state)

Antony Blinken        that "around 8,000" soldiers were there
Mayor, Ruritania      figure ≈ 8,000 soldiers
≠ not that day, by    place  Kursk Oblast (state)
the table             claim  there
(unchecked)                  not were (warn, possible, ◷ on Thursday, “the
said · mixed                 agency”)
91 % sure
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
    for words in ("Antony Blinken", "≈ 8,000", "soldiers", "mixed", "nobody named"):
        assert words in shown


def test_a_wide_screen_gives_figures_a_column(show: Show) -> None:
    line = next(
        line
        for line in show(reading_table(READING, name="a.txt", width=120), 120).splitlines()
        if line.startswith("Antony Blinken")
    )
    assert line.endswith("≈ 8,000 soldiers")


def test_each_mark_is_followed_by_its_reason(show: Show) -> None:
    reasons = (
        Reason(of="q1", mark=Mark.FIGURE, rule="relations.approx", because="“around”"),
        Reason(of="c2", mark=Mark.CLAIM, rule="claims.verbs", because="“were”"),
        Reason(of="s2", mark=Mark.SPEAKER, rule="speakers.full_name", because="The whole name."),
    )
    shown = show(reading_table(replace(READING, reasons=reasons), name="a.txt", width=80), 80)
    lines = [line[22:] for line in shown.splitlines()]
    assert (
        lines[lines.index("figure  ≈ 8,000 soldiers") + 1].strip() == "relations.approx: “around”"
    )
    assert lines[lines.index("claim   there") + 1].strip() == "claims.verbs: “were”"
    assert "speaker speakers.full_name: The whole name." in lines


def test_figures_are_underlined_in_the_tone_of_their_relation() -> None:
    words = marked_words(at('"around 8,000" soldiers'), READING)
    (mark,) = words.spans
    assert words.plain[mark.start : mark.end] == "around 8,000"
    assert mark.style == f"underline {tone_style(relation_tone(Relation.APPROX))}"


@pytest.mark.parametrize("text", ["word " * 100_000, "a" * 1_000_000, "\n" * 50_000, "a  b"])
def test_long_and_odd_words_stay_short(text: str) -> None:
    reading = Reading(report=Report(id="r", text=text))
    assert len(marked_words((Span(0, len(text)),), reading)) < 1_000


def test_a_report_without_statements_says_so(show: Show) -> None:
    empty = Reading(report=Report(id="r", text="Rain."))
    assert show(reading_table(empty, name="a.txt", width=80), 80) == (
        "a.txt\nno day given\n0 statements, 0 quotations, 0 figures, 0 times, 0 places\n\n"
        "Nobody is quoted or reported as saying anything here.\n"
    )
