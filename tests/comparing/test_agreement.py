"""Reports that agree against the record."""

from dataclasses import replace

import pytest

from sayso.comparing.others import as_record
from sayso.comparing.report import check_report
from sayso.records import Finding, Reading, Verdict
from tests.comparing.factory import reading_of, record_of

WORDS = "The islands will soon be supplied by helicopter, and nobody there has to go hungry."
PROSE = "The storm that broke over the islands in the night left many roads under deep water. "


def _report(words: str, *, outlet: str, before: str = "") -> Reading:
    reading = reading_of(words, before=before)
    return replace(reading, report=replace(reading.report, id=outlet, outlet=outlet))


def _check(*others: Reading, before: str = "") -> Finding:
    witnesses = [as_record(it, name=it.report.id) for it in others]
    reading = _report(WORDS, outlet="Gazette", before=before)
    (finding,) = check_report(reading, [record_of(), *witnesses])
    return finding


def test_another_report_has_it_so_too() -> None:
    finding = _check(_report(WORDS, outlet="The Tide"))
    assert finding.verdict is Verdict.ALTERED_WORDING
    assert finding.agreeing == ("The Tide",)
    assert finding.explanation.endswith("The Tide has it so too: the record may have been edited.")


@pytest.mark.parametrize(
    ("other", "before"),
    [
        (_report(WORDS.replace("soon ", ""), outlet="The Tide"), ""),
        (_report(WORDS, outlet="Gazette"), ""),
        (_report(WORDS, outlet="The Tide", before=PROSE), PROSE),
        (_report("We met at noon.", outlet="The Tide"), ""),
    ],
    ids=["has the record's words", "same outlet", "copied prose", "has it not"],
)
def test_who_does_not_agree(other: Reading, before: str) -> None:
    assert _check(other, before=before).agreeing == ()


def test_the_order_of_reports_does_not_matter() -> None:
    others = [_report(WORDS, outlet=name) for name in ("The Tide", "Evening Post", "Courier")]
    finding = _check(*others)
    assert finding == _check(*reversed(others))
    assert "3 other reports have it so too" in finding.explanation
