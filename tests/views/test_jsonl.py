import datetime
import json
from decimal import Decimal

from sayso.records import (
    Clip,
    Drift,
    DriftKind,
    Finding,
    FindingKind,
    Mode,
    Person,
    Quantity,
    Quotation,
    Reading,
    Report,
    Span,
    Statement,
    Verdict,
    WordChange,
)
from sayso.views.jsonl import finding_line, reading_line

TEXT = '"We expect 4.50 percent," she said.\u2028'


def test_a_reading_keeps_the_contract() -> None:
    reading = Reading(
        report=Report(id="r", text=TEXT, published=datetime.date(2024, 11, 1)),
        statements=(
            Statement(
                id="s1",
                source=(Span(25, 28),),
                cue=(Span(29, 33),),
                content=(Span(1, 22),),
                mode=Mode.DIRECT,
                speaker="p1",
            ),
        ),
        people=(Person(id="p1", name="she", mentions=(Span(25, 28),)),),
        quantities=(Quantity(id="q1", span=Span(11, 15), value=Decimal("4.50")),),
        quotations=(Quotation(spans=(Span(1, 22),), statement="s1"),),
    )
    line = reading_line(reading)
    assert line.count(b"\n") == 1
    assert b'"value":4.50' in line, "a number, with its digits as they were"
    row = json.loads(line)
    assert list(row) == [
        "report",
        "statements",
        "own_claims",
        "people",
        "quantities",
        "times",
        "places",
        "quotations",
        "reasons",
    ]
    assert row["report"] == {
        "id": "r",
        "text": TEXT,
        "title": None,
        "outlet": None,
        "url": None,
        "published": "2024-11-01",
        "language": None,
    }
    assert row["statements"][0]["content"] == [[1, 22]]
    assert row["statements"][0]["mode"] == "direct"
    assert row["statements"][0]["within"] is None
    assert row["people"][0]["mentions"] == [[25, 28]]
    assert row["quotations"] == [
        {"spans": [[1, 22]], "closed": True, "names": False, "statement": "s1"}
    ]


def test_a_finding_keeps_the_contract() -> None:
    finding = Finding(
        kind=FindingKind.QUOTE,
        verdict=Verdict.ALTERED_WORDING,
        report_span=(Span(1, 9), Span(12, 20)),
        report_text="around 8,000 troops",
        speaker="Blinken",
        record="k",
        record_span=(Span(40, 60),),
        record_text="some 8,000 soldiers",
        record_speaker="SECRETARY BLINKEN",
        drift=(Drift(kind=DriftKind.WORDS_LOST, was="soldiers", became=None),),
        clip=Clip(before="From today,"),
        changes=(WordChange(was="some", became="around", kept=False),),
        explanation="Other words.",
    )
    assert json.loads(finding_line(finding, "r")) == {
        "kind": "quote",
        "verdict": "altered_wording",
        "report_span": [[1, 9], [12, 20]],
        "report_text": "around 8,000 troops",
        "speaker": "Blinken",
        "record_span": [[40, 60]],
        "record_text": "some 8,000 soldiers",
        "record_speaker": "SECRETARY BLINKEN",
        "drift": [{"kind": "words_lost", "from": "soldiers", "to": None}],
        "clip": {"before": "From today,", "after": None},
        "explanation": "Other words.",
        "diff": [{"from": "some", "to": "around", "kept": False}],
        "record": "k",
        "agreeing": [],
        "report": "r",
    }
