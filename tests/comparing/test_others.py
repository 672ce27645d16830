"""A report beside other reports."""

from dataclasses import replace

import pytest

from sayso.comparing.others import as_record, is_attributing
from sayso.comparing.report import check_report
from sayso.records import FindingKind, Reading, Report, Verdict
from tests.comparing.factory import LINDQVIST, reading_of, record_of, telling_of

SAID = "We have not closed the northern harbor, but we would expect that in May."


def _other(words: str, *, outlet: str | None = "The Tide", text: str = "") -> Reading:
    reading = reading_of(words, before=text)
    return replace(reading, report=replace(reading.report, id="other", outlet=outlet))


def test_another_report_is_never_said_to_be_right() -> None:
    other = as_record(_other(SAID), name="other.txt")
    (finding,) = check_report(reading_of(SAID.replace("not ", "")), [other])
    assert finding.verdict is Verdict.ALTERED_MEANING
    assert finding.explanation == "Differs from The Tide: there “not”, here “nothing”."
    assert finding.record == "other"


def test_what_the_other_report_has_not_is_no_finding() -> None:
    other = as_record(_other("The tugs are rescue vessels by the law of the sea."), name="o")
    assert check_report(reading_of(SAID), [other]) == ()


def test_the_same_in_both() -> None:
    other = as_record(_other(SAID), name="other.txt")
    (finding,) = check_report(reading_of(SAID), [other])
    assert finding.explanation == "The Tide has this too."


def test_told_beside_told() -> None:
    told = telling_of("some 4,200 dock workers were on strike")
    other = as_record(told, name="other.txt")
    found = check_report(telling_of("4,200 dock workers were on strike"), [other])
    kinds = {FindingKind.STATEMENT, FindingKind.QUANTITY}
    assert {it.kind for it in found} == kinds
    assert all(
        it.explanation.startswith("Differs from other.txt: there “some 4,200") for it in found
    )


def test_turns_are_what_is_given_to_whom() -> None:
    record = as_record(_other(SAID, text="Rain fell. "), name="other.txt")
    assert record.is_report
    assert [(it.speaker, it.span.of(record.text)) for it in record.turns] == [
        (None, 'Rain fell. "'),
        ("Ilona Varga", SAID),
        (None, '" was said there.'),
    ]


@pytest.mark.parametrize(("outlet", "known"), [("The Tide", True), (None, False)])
def test_a_report_with_an_outlet_is_one(outlet: str | None, *, known: bool) -> None:
    reading = Reading(report=Report(id="r", text="Rain fell.", outlet=outlet))
    assert is_attributing(reading) is known


def test_where_a_record_is_given_too_it_decides() -> None:
    other = as_record(_other("By the law of the sea the tugs are idle."), name="other.txt")
    findings = check_report(
        reading_of("The bridges remain open", speaker=LINDQVIST), [other, record_of()]
    )
    assert [it.record for it in findings] == [record_of().id]
