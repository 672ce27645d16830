"""Figures of a report against figures of a record."""

from decimal import Decimal

import pytest

from sayso.comparing.quantities import check_quantities
from sayso.records import (
    DriftKind,
    Finding,
    FindingKind,
    Mode,
    Person,
    Quantity,
    Reading,
    Record,
    Relation,
    Report,
    Span,
    Statement,
    Verdict,
)
from tests.comparing.factory import LINDQVIST, VARGA, record_of


def _check(
    told: str,
    value: str | None,
    relation: Relation = Relation.EXACT,
    *,
    counted: str | None = "dock workers",
    unit: str | None = None,
    speaker: str = VARGA,
    record: Record | None = None,
) -> tuple[Finding, ...]:
    said = Statement(id="s", source=(), cue=(), content=(), mode=Mode.INDIRECT, speaker="p")
    quantity = Quantity(
        id="q",
        span=Span(0, len(told)),
        value=None if value is None else Decimal(value),
        relation=relation,
        counted=counted,
        unit=unit,
        statement="s",
    )
    reading = Reading(
        report=Report(id="r", text=f"{told} were there, the minister said."),
        people=(Person(id="p", name=speaker),),
        statements=(said,),
        quantities=(quantity,),
    )
    return check_quantities(reading, (record or record_of(),))


EXACT = record_of(
    [
        ("MINISTER VARGA", "We have 9,412 pilots. The barges have been waiting for 16 days."),
        ("MINISTER VARGA", "It cost us 3.97 million euros. The bridge is 1,240 meters long."),
    ]
)


@pytest.mark.parametrize(
    ("told", "value", "relation", "counted", "unit", "verdict"),
    [
        ("more than 9,000", "9000", Relation.MORE_THAN, "pilots", None, Verdict.SAME),
        ("about 9,400", "9400", Relation.APPROX, "pilots", None, Verdict.SAME),
        ("nearly 10,000", "10000", Relation.ALMOST, "pilots", None, Verdict.SAME),
        ("nearly 9,000", "9000", Relation.ALMOST, "pilots", None, Verdict.NOT_IN_RECORD),
        ("9,000", "9000", Relation.EXACT, "pilots", None, Verdict.NOT_IN_RECORD),
        ("more than two weeks", "2", Relation.MORE_THAN, None, "week", Verdict.SAME),
        ("almost 4 million", "4000000", Relation.ALMOST, None, "EUR", Verdict.SAME),
        ("about 1.2 kilometers", "1.2", Relation.APPROX, None, "kilometer", Verdict.SAME),
    ],
)
def test_a_round_figure_that_says_so_holds_of_the_exact_one(
    told: str,
    value: str,
    relation: Relation,
    counted: str | None,
    unit: str | None,
    verdict: Verdict,
) -> None:
    (finding,) = _check(told, value, relation, counted=counted, unit=unit, record=EXACT)
    assert finding.verdict is verdict


@pytest.mark.parametrize(
    ("told", "value", "relation", "verdict"),
    [
        ("some 4,200", "4200", Relation.APPROX, Verdict.SAME),
        ("4,200", "4200", Relation.EXACT, Verdict.HEDGE_DROPPED),
        ("more than 4,200", "4200", Relation.MORE_THAN, Verdict.HEDGE_CHANGED),
        ("up to 900", "900", Relation.AT_MOST, Verdict.SAME),
        ("around 900", "900", Relation.APPROX, Verdict.HEDGE_CHANGED),
        ("some 42,000", "42000", Relation.APPROX, Verdict.VALUE_CHANGED),
        ("7,700", "7700", Relation.EXACT, Verdict.NOT_IN_RECORD),
    ],
)
def test_verdict(told: str, value: str, relation: Relation, verdict: Verdict) -> None:
    (finding,) = _check(told, value, relation)
    assert (finding.kind, finding.verdict) == (FindingKind.QUANTITY, verdict)
    assert (finding.report_text, finding.speaker) == (told, VARGA)


def test_both_passages() -> None:
    (finding,) = _check("4,200", "4200")
    assert (finding.record_text, finding.record_speaker) == ("Some 4,200", "MINISTER VARGA")
    assert [span.of(record_of().text) for span in finding.record_span] == ["Some 4,200"]
    assert [it.kind for it in finding.drift] == [DriftKind.HEDGE_DROPPED]


def test_a_figure_of_another_speaker_is_not_the_speakers_own() -> None:
    (finding,) = _check("3", "3", counted=None, unit="percent", speaker=LINDQVIST)
    assert finding.verdict is Verdict.SAME
    (finding,) = _check("3", "3", counted=None, unit="percent", speaker=VARGA)
    assert finding.verdict is Verdict.NOT_IN_RECORD


@pytest.mark.parametrize("unit", ["percentage point", "basis point"])
def test_points_of_a_rate_are_one_unit(unit: str) -> None:
    record = record_of([("CHAIR", "We raised the rate by ¾ percentage point today.")])
    value = "0.75" if unit == "percentage point" else "75"
    (finding,) = _check("so much", value, counted=None, unit=unit, record=record)
    assert finding.verdict is Verdict.SAME


def test_a_small_figure_needs_the_same_thing_counted() -> None:
    (finding,) = _check("3", "3", counted="ferries", speaker=LINDQVIST)
    assert finding.verdict is Verdict.NOT_IN_RECORD


def test_a_figure_may_stand_in_a_gap() -> None:
    (finding,) = _check("7,700", "7700", record=record_of(has_gaps=True))
    assert finding.verdict is Verdict.OUTSIDE_RECORD


def test_a_vague_figure_is_left_alone() -> None:
    assert _check("thousands", None, Relation.VAGUE) == ()


def test_without_a_record_there_is_nothing_to_find() -> None:
    assert check_quantities(Reading(report=Report(id="r", text="9 men")), ()) == ()


def _moving(text: str, now: str, before: str) -> tuple[str, tuple[Quantity, ...]]:
    """A text, and the two figures in it, one of them what the other was before."""
    spans = {it: Span(text.index(it), text.index(it) + len(it)) for it in (now, before)}
    return text, (
        Quantity(id="now", span=spans[now], value=Decimal(now), unit="meter", previous="then"),
        Quantity(id="then", span=spans[before], value=Decimal(before), unit="meter"),
    )


def test_a_rise_told_for_a_fall_is_another_figure() -> None:
    said, of_record = _moving("The level is 7.4 meters, down from 7.9 meters.", "7.4", "7.9")
    told, of_report = _moving("It stood at 7.9 meters, up from 7.4 meters.", "7.9", "7.4")
    record = Record(id="k", name="k.txt", text=said, turns=(), gaps=(), quantities=of_record)
    reading = Reading(report=Report(id="r", text=told), quantities=of_report)
    findings = check_quantities(reading, (record,))
    assert {finding.verdict for finding in findings} == {Verdict.VALUE_CHANGED}
    assert findings[0].drift[0].was == "7.4 meters, down from 7.9"
    assert findings[0].drift[0].became == "7.9 meters, up from 7.4"


def test_a_fall_told_as_it_was_said_is_the_same() -> None:
    said, of_record = _moving("The level is 7.4 meters, down from 7.9 meters.", "7.4", "7.9")
    told, of_report = _moving("Down from 7.9 meters, it is at 7.4 meters.", "7.4", "7.9")
    record = Record(id="k", name="k.txt", text=said, turns=(), gaps=(), quantities=of_record)
    reading = Reading(report=Report(id="r", text=told), quantities=of_report)
    assert {it.verdict for it in check_quantities(reading, (record,))} == {Verdict.SAME}
