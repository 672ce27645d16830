"""Words without marks, with the speaker's name behind them."""

import pytest

from sayso.comparing.captions import captions_of
from sayso.comparing.quotations import check_quotations
from sayso.records import Mode, Person, Reading, Report, Span, Statement, Verdict
from tests.comparing.factory import record_of

LABELS = ["MINISTER VARGA", "QUESTION", "SECRETARY LINDQVIST"]


def _found(text: str) -> list[tuple[str, str]]:
    reading = Reading(report=Report(id="r", text=text))
    return [(it.spans[0].of(text), who.name) for it, who in captions_of(reading, LABELS)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("We will stay, Ilona Varga, minister.", [("We will stay", "Ilona Varga")]),
        ("We will stay — Ilona Varga, minister", [("We will stay", "Ilona Varga")]),
        ("Rain fell.\nWe will\nstay, Ilona Varga.", [("We will\nstay", "Ilona Varga")]),
        ("We will stay, Ann Lee, mayor.", []),
        ("We will stay, Varga said, minister.", []),
        ("We will stay, according to Ilona Varga.", []),
        ("We will stay.", []),
        ("", []),
    ],
    ids=["comma", "dash", "lines", "not of the record", "said", "according to", "no name", "none"],
)
def test_captions(text: str, found: list[tuple[str, str]]) -> None:
    assert _found(text) == found


def test_a_caption_is_compared_as_a_quotation() -> None:
    text = "The islands will be supplied by helicopter,\nIlona Varga, minister, on video."
    (finding,) = check_quotations(Reading(report=Report(id="r", text=text)), [record_of()])
    assert (finding.verdict, finding.speaker) == (Verdict.VERBATIM, "Ilona Varga")


def test_words_that_are_nowhere_in_the_record_are_no_caption() -> None:
    text = "It was a cold day at the market, Ilona Varga, minister."
    assert check_quotations(Reading(report=Report(id="r", text=text)), [record_of()]) == ()


def test_what_is_told_of_the_speaker_is_no_caption() -> None:
    text = "It will rain, Ilona Varga, minister."
    told = Statement(
        id="s", source=(), cue=(), content=(Span(0, 12),), mode=Mode.INDIRECT, speaker="p"
    )
    varga = Person(id="p", name="Ilona Varga", mentions=(Span(14, 25),))
    reading = Reading(report=Report(id="r", text=text), statements=(told,), people=(varga,))
    assert list(captions_of(reading, LABELS)) == []
