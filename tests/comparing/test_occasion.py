"""A record of another occasion."""

from sayso.comparing.occasion import without_another_occasion
from sayso.comparing.report import check_report
from sayso.records import Finding, FindingKind, Quotation, Reading, Report, Span, Verdict
from tests.comparing.factory import BRIDGES, record_of

STRANGE = [
    "The violins were tuned before the concert began",
    "No orchestra ever played this symphony so badly",
    "Tickets cost too much for ordinary students here",
    "Our conductor resigned because nobody rehearsed",
]
HERE = "The bridges remain open to heavy trucks."


def _reading(*words: str) -> Reading:
    text, quotations = "", list[Quotation]()
    for each in words:
        start = len(text) + 1
        text += f'"{each}" she said. '
        quotations.append(Quotation(spans=(Span(start, start + len(each)),)))
    return Reading(report=Report(id="r", text=text), quotations=tuple(quotations))


def test_one_line_instead_of_an_alarm_for_each() -> None:
    (finding,) = check_report(_reading(*STRANGE), [record_of()])
    assert finding.verdict is Verdict.NOT_IN_RECORD
    assert finding.report_span == ()
    assert finding.explanation == (
        "4 of 4 quotations are not in this record; it seems to be of another occasion."
    )


def test_a_record_with_gaps_alarms_nobody() -> None:
    (finding,) = check_report(_reading(*STRANGE), [record_of(has_gaps=True)])
    assert finding.verdict is Verdict.OUTSIDE_RECORD


def test_where_enough_is_found_each_is_told() -> None:
    assert HERE in BRIDGES
    assert len(check_report(_reading(HERE, *STRANGE[:3]), [record_of()])) == 4


def test_what_was_found_is_kept() -> None:
    more = [it.replace(" ", " old ", 1) for it in STRANGE]
    summary, found = check_report(_reading(HERE, *STRANGE, *more), [record_of()])
    assert summary.report_text == "8 of 9 quotations"
    assert found.verdict is Verdict.VERBATIM


def test_few_quotations_tell_nothing_of_the_occasion() -> None:
    assert len(check_report(_reading(*STRANGE[:3]), [record_of()])) == 3


def test_names_are_no_quotations() -> None:
    names = [
        Finding(
            kind=FindingKind.QUOTE, verdict=Verdict.NOT_A_QUOTATION, report_span=(), report_text=""
        )
    ] * 9
    assert without_another_occasion(names, [record_of()]) == tuple(names)
