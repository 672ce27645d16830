"""Every mark of a reading has its reason, and asking for reasons changes nothing else."""

import datetime
from dataclasses import replace

import pytest

from sayso.reading import Encoder, explain_reading, read_report
from sayso.records import Mark, Reading, Report

TEXT = (
    'U.S. Secretary of State Antony Blinken said on Thursday that "some 8,000" soldiers had been '
    'sent to the Kursk region.\n\nHe added: "If they attack, they will be targets." The defense '
    "minister warned that about 40 villages in Ukraine might lose power in the coming days.\n\n"
    '"We are ready," Blinken said. "Nobody else is."\n'
)
ODD = {
    "nothing": "",
    "marks alone": '"' * 2_000,
    "NUL and a lone surrogate": 'He\0 said \ud800 "no" to 5 men in Paris on Monday.',
    "one word": "a" * 5_000,
}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.fixture(scope="module")
def reading(encoder: Encoder) -> Reading:
    report = Report(id="r", text=TEXT, published=datetime.date(2024, 11, 1), language="en")
    return explain_reading(read_report(report, encoder), encoder)


def test_every_mark_has_one_reason(reading: Reading) -> None:
    claims = [claim for statement in reading.statements for claim in statement.claims]
    expected = sorted(
        [
            *((one.id, Mark.SPEAKER) for one in reading.statements),
            *((one.id, Mark.SOURCE) for one in reading.statements if one.source),
            *((one.id, Mark.CUE) for one in reading.statements if one.cue),
            *((one.id, Mark.CONTENT) for one in reading.statements if one.content),
            *((one.id, Mark.FIGURE) for one in reading.quantities),
            *((one.id, Mark.TIME) for one in reading.times),
            *((one.id, Mark.CLAIM) for one in (*claims, *reading.own_claims)),
            *((one.id, Mark.PLACE) for one in reading.places),
        ]
    )
    assert sorted((reason.of, reason.mark) for reason in reading.reasons) == expected
    assert all(reason.rule and reason.because for reason in reading.reasons)


@pytest.mark.parametrize(
    ("mark", "rule", "because"),
    [
        pytest.param(Mark.SOURCE, "encoder.attribution", "tags", id="the encoder's heads"),
        pytest.param(Mark.SPEAKER, "speakers.full_name", "whole name", id="name"),
        pytest.param(Mark.SPEAKER, "speakers.pronoun", "pronoun", id="pronoun"),
        pytest.param(Mark.SPEAKER, "speakers.single_name", "One name", id="surname"),
        pytest.param(Mark.FIGURE, "relations.approx", "“some”", id="hedge"),
        pytest.param(Mark.TIME, "times.weekday", "“said” looks back", id="weekday"),
        pytest.param(Mark.TIME, "times.vague_window", "coming days", id="window"),
        pytest.param(Mark.CLAIM, "claims.governor", "hangs on “warned”", id="governor"),
        pytest.param(Mark.PLACE, "places.evidence", "inside", id="sign"),
    ],
)
def test_reasons_name_what_decided(reading: Reading, mark: Mark, rule: str, because: str) -> None:
    found = [reason for reason in reading.reasons if (reason.mark, reason.rule) == (mark, rule)]
    assert any(because in reason.because for reason in found), reading.reasons


def test_asking_changes_nothing_else(reading: Reading, encoder: Encoder) -> None:
    assert replace(reading, reasons=()) == read_report(reading.report, encoder)


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_odd_text_has_reasons_too(text: str, encoder: Encoder) -> None:
    reading = read_report(Report(id="r", text=text), encoder)
    known = [one.id for one in reading.statements] + [one.id for one in reading.quantities]
    known += [one.id for one in reading.times]
    assert set(known) <= {reason.of for reason in explain_reading(reading, encoder).reasons}
