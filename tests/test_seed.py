"""The report that sayso began with: every statement of it, by hand."""

import json

import pytest

from sayso.comparing import check_report
from sayso.intake import parse_record, parse_report
from sayso.reading import Encoder, read_report
from sayso.records import Finding, Reading, Span
from tests.gold import SHARED

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="the report is not beside this checkout"),
]


@pytest.fixture(scope="module")
def reading() -> Reading:
    data = (SHARED / "data" / "seed-report.txt").read_bytes()
    return read_report(parse_report(data, name="seed-report.txt"), Encoder())


def _shared_places(gold: Span, reading: Reading, number: int) -> int:
    spans = reading.statements[number].content
    return sum(max(0, min(s.end, gold.end) - max(s.start, gold.start)) for s in spans)


def _right_speaker(want: str, reading: Reading, number: int) -> bool:
    person = reading.person(reading.statements[number].speaker)
    return person is not None and want.split()[0 if want.startswith("Kim") else -1] in person.name


def test_at_least_13_of_15_statements_have_their_speaker(reading: Reading) -> None:
    gold = json.loads((SHARED / "data" / "seed-gold.json").read_text("utf-8"))["statements"]
    right, wrong = 0, []
    for one in gold:
        span = Span(one["start"], one["end"])
        size = span.end - span.start
        holding = [
            number
            for number in range(len(reading.statements))
            if 2 * _shared_places(span, reading, number) >= size
        ]
        if any(_right_speaker(one["speaker"], reading, number) for number in holding):
            right += 1
        elif holding and one["speaker"] == "Lloyd Austin":
            wrong.append(one["id"])
    assert right >= 13
    assert not wrong, "Austin's words given to somebody else"


def test_what_else_to_read_is_no_part_of_it(reading: Reading) -> None:
    assert "Read also" not in reading.report.text
    assert reading.report.text.rstrip().endswith("Beijing might intervene.")


def test_the_format_of_the_talks_quotes_nobody(reading: Reading) -> None:
    text = reading.report.text
    names = {one.spans[0].of(text) for one in reading.quotations if one.names}
    assert names == {"two-plus-two"}


def test_the_quotation_that_is_never_closed_is_found(reading: Reading) -> None:
    text = reading.report.text
    unclosed = [one.spans[0].of(text) for one in reading.quotations if not one.closed]
    assert len(unclosed) == 1
    assert unclosed[0].startswith("Russia has been sustaining")


RENAMED = {"outside_retrieved": "outside_record", "not_in_transcript": "not_in_record"}


def _finding_at(place: int, findings: tuple[Finding, ...]) -> Finding | None:
    holding = (
        finding
        for finding in findings
        if any(span.start - 2 <= place < span.end for span in finding.report_span)
    )
    return next(holding, None)


def test_at_least_11_of_13_quotations_have_their_verdict(reading: Reading) -> None:
    transcript = SHARED / "data" / "stories" / "two-plus-two-2024-10-31" / "transcript.txt"
    record = parse_record(transcript.read_bytes(), name="transcript.txt")
    findings = check_report(reading, [record])
    gold = json.loads((SHARED / "data" / "seed-gold.json").read_text("utf-8"))["quote_checks"]
    right = 0
    for one in gold:
        finding = _finding_at(one["start"], findings)
        right += finding is not None and finding.verdict == RENAMED.get(
            one["verdict"], one["verdict"]
        )
    assert len(gold) == 13
    assert right >= 11
