"""What a report tells of an earlier occasion than the one that it is about."""

import datetime
from dataclasses import replace

import pytest

from sayso.comparing.utterances.earlier import said_earlier
from sayso.comparing.utterances.sayings import Saying, read_sayings
from sayso.comparing.utterances.voices import may_be_one_occasion
from sayso.records import Interval, Mode, Reading, Report, Span, Statement, text_id

DAY = datetime.date(2024, 5, 2)
SAID = {
    "pluperfect": ("The guild had said that the quay was shut.", True),
    "confirmed": ("The guild had already confirmed that the quay was shut.", True),
    "days before": ("Days before, the guild said that the quay was shut.", True),
    "two weeks ago": ("Two weeks ago the guild said that the quay was shut.", True),
    "last month": ("Only last month the guild said that the quay was shut.", True),
    "earlier": ("The guild said earlier that the quay was shut.", True),
    "now": ("The guild said that the quay was shut.", False),
    "the same day": ("The guild said earlier on Monday that the quay was shut.", False),
    "the same day, no word before": ("The guild said earlier today that the quay was shut.", False),
    "within what is told": ("The guild said that the quay had closed days before.", False),
    "another sentence": ("It rained last week. The guild said that the quay was shut.", False),
    "no participle": ("The guild had it that the quay was shut.", False),
}


def _reading(text: str) -> Reading:
    guild, cue = text.index("guild"), text.index("said" if "said" in text else "that")
    content = Span(text.index("that the quay"), len(text) - 1)
    statement = Statement(
        id="s1",
        source=(Span(guild - 4, guild + 5),),
        cue=(Span(cue, cue + 4),),
        content=(content,),
        mode=Mode.INDIRECT,
    )
    report = Report(id=text_id(text), text=text, published=DAY)
    return Reading(report=report, statements=(statement,))


@pytest.mark.parametrize(("text", "earlier"), SAID.values(), ids=SAID)
def test_the_words_of_saying_tell_that_it_was_before(text: str, *, earlier: bool) -> None:
    reading = _reading(text)
    assert said_earlier(reading, reading.statements[0]) is earlier


def test_a_report_of_what_was_said_before_is_about_that() -> None:
    reading = _reading(SAID["days before"][0])
    plain = replace(reading.statements[0], id="s2", source=(), cue=())
    others = (plain, replace(plain, id="s3"))
    assert not next(read_sayings(reading)).earlier
    assert next(read_sayings(replace(reading, statements=(*reading.statements, *others)))).earlier


def _saying(day: int, *, earlier: bool) -> Saying:
    latest = DAY + datetime.timedelta(days=day)
    return Saying(
        statement="s",
        report="r",
        speaker="Ilse Varga",
        kind=None,
        countries=frozenset(),
        day=Interval(earliest=latest - datetime.timedelta(days=3), latest=latest),
        terms={},
        printed="",
        direct=False,
        tells=False,
        earlier=earlier,
    )


DAYS = {"that day": (3, False), "the day before": (2, False), "of the occasion": (0, True)}


@pytest.mark.parametrize(("day", "one"), DAYS.values(), ids=DAYS)
def test_an_earlier_occasion_is_that_of_older_reports(day: int, *, one: bool) -> None:
    before, now = _saying(3, earlier=True), _saying(day, earlier=False)
    assert may_be_one_occasion(before, now) is may_be_one_occasion(now, before) is one
    assert may_be_one_occasion(before, before)
