"""A report against its own quotations."""

from dataclasses import replace
from decimal import Decimal

import pytest

from sayso.comparing.itself import check_itself
from sayso.reading.quantities import read_quantities
from sayso.records import (
    DriftKind,
    Finding,
    FindingKind,
    Mode,
    Person,
    Quantity,
    Quotation,
    Reading,
    Relation,
    Report,
    Span,
    Statement,
    Verdict,
)


def _reading(lead: str, quotation: str, title: str | None = None) -> Reading:
    text = f'{lead}\n\n"{quotation}" Varga said.'
    start = text.index(quotation)
    span = Span(start, start + len(quotation))
    said = Statement(id="s1", source=(), cue=(), content=(span,), mode=Mode.DIRECT, speaker="p1")
    return Reading(
        report=Report(id="r", text=text, title=title),
        people=(Person(id="p1", name="Ilona Varga"),),
        statements=(said,),
        quotations=(Quotation(spans=(span,), statement="s1"),),
        quantities=read_quantities(text, report_id="r"),
    )


def _check(reading: Reading) -> tuple[Finding, ...]:
    title = reading.report.title or ""
    return check_itself(reading, read_quantities(title, report_id="r"))


QUOTED = "Up to 8,000 dock workers have gone on strike in 12 ports since 2021."


@pytest.mark.parametrize(
    ("lead", "verdict"),
    [
        ("Around 8,000 dock workers went on strike.", Verdict.HEDGE_CHANGED),
        ("Some eight thousand workers went on strike.", Verdict.HEDGE_CHANGED),
        ("Exactly 8,000 dockers: the harbor's workers went on strike.", Verdict.HEDGE_DROPPED),
        ("8,000 dock workers went on strike.", Verdict.HEDGE_DROPPED),
        ("As many as 8,000 dock workers went on strike.", Verdict.SAME),
        ("About 12 ports were shut.", Verdict.HEDGE_ADDED),
        ("Up to 80,000 workers went on strike.", Verdict.VALUE_CHANGED),
        ("Up to 800 workers went on strike.", Verdict.VALUE_CHANGED),
    ],
)
def test_lead(lead: str, verdict: Verdict) -> None:
    (finding,) = _check(_reading(lead, QUOTED))
    assert finding.verdict is verdict
    assert finding.kind is FindingKind.LEAD
    assert finding.record is None
    assert finding.record_speaker == "Ilona Varga"


@pytest.mark.parametrize(
    "lead",
    [
        "About 8,000 trucks stood in line.",
        "Some 300 workers went home.",
        "The 12 judges met; in 2021 they did not.",
        "Nobody came.",
        "",
    ],
)
def test_other_figures_are_not_laid_beside(lead: str) -> None:
    assert _check(_reading(lead, QUOTED)) == ()


def test_both_passages() -> None:
    reading = _reading("Around 8,000 dock workers went on strike.", QUOTED)
    (finding,) = _check(reading)
    text = reading.report.text
    assert [span.of(text) for span in finding.report_span] == ["Around 8,000"]
    assert [span.of(text) for span in finding.record_span] == ["Up to 8,000"]
    assert [(it.kind, it.was, it.became) for it in finding.drift] == [
        (DriftKind.HEDGE_CHANGED, "Up to 8,000", "Around 8,000")
    ]
    assert finding.explanation == (
        "The lead says “Around 8,000”, the report's own quotation “Up to 8,000”."
    )


def test_a_headline_stands_outside_the_text() -> None:
    (finding,) = _check(_reading("Nobody came.", QUOTED, "8,000 workers on strike"))
    assert (finding.verdict, finding.report_span) == (Verdict.HEDGE_DROPPED, ())
    assert finding.report_text == "8,000"
    assert finding.explanation.startswith("The headline says")


def test_figures_quoted_in_the_lead_are_quotations() -> None:
    reading = _reading("It was quiet.", QUOTED)
    text = f'"{QUOTED}" Varga said.'
    spans = (Span(1, 1 + len(QUOTED)),)
    reading = replace(
        reading,
        report=replace(reading.report, text=text),
        quotations=(Quotation(spans=spans, statement="s1"),),
    )
    assert _check(reading) == ()


def test_quantities_already_read_are_taken() -> None:
    reading = _reading("Around 8,000 dock workers went on strike.", QUOTED)
    text = reading.report.text
    quoted = text.index("Up to 8,000")
    quantities = (
        Quantity(
            id="q1", span=Span(0, 12), value=Decimal(8000), relation=Relation.APPROX, counted=None
        ),
        Quantity(
            id="q2",
            span=Span(quoted, quoted + 11),
            value=Decimal(8000),
            relation=Relation.AT_MOST,
            counted="dock workers",
        ),
    )
    (finding,) = _check(replace(reading, quantities=quantities))
    assert finding.verdict is Verdict.HEDGE_CHANGED
    exact = replace(quantities[1], relation=Relation.APPROX)
    (finding,) = _check(replace(reading, quantities=(quantities[0], exact)))
    assert finding.verdict is Verdict.SAME


def test_a_figure_without_a_value_is_none() -> None:
    reading = _reading("Thousands went on strike.", QUOTED)
    vague = Quantity(id="q1", span=Span(0, 9), value=None, relation=Relation.VAGUE)
    assert _check(replace(reading, quantities=(vague,))) == ()
