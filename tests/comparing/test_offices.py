"""Offices and titles."""

import datetime
from dataclasses import replace

import pytest

from sayso.comparing.offices import check_offices, check_titles
from sayso.records import DriftKind, FindingKind, Person, Reading, Report, Span, Tenure, Verdict

DAY = datetime.date(2031, 3, 4)


def _reading(text: str, *mentions: str, office: str | None = None) -> Reading:
    spans = tuple(Span(text.index(it), text.index(it) + len(it)) for it in mentions)
    vale = Person(id="p", name="Ann Vale", office=office, mentions=spans)
    return Reading(report=Report(id="r", text=text, published=DAY), people=(vale,))


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Deputy Governor Ann Vale", "Governor Vale"),
        ("Foreign Minister Ann Vale", "Finance Minister Vale"),
        ("Mayor Ann Vale", "Senator Vale"),
        ("Vice President Ann Vale", "President Vale"),
    ],
)
def test_a_title_that_changes(first: str, then: str) -> None:
    text = f"{first} spoke. Later {then} left."
    (finding,) = check_titles(_reading(text, first, then))
    assert (finding.kind, finding.verdict) == (FindingKind.SPEAKER, Verdict.DRIFTED)
    assert finding.report_text == then
    assert [span.of(text) for span in finding.record_span] == [first]
    assert [drift.kind for drift in finding.drift] == [DriftKind.SPEAKER_CHANGED]


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("Foreign Minister Ann Vale", "the minister"),
        ("Secretary of State Ann Vale", "Foreign Minister Vale"),
        ("Former President Ann Vale", "Senator Vale"),
        ("Defense Secretary Ann Vale", "Secretary Vale"),
        ("Ann Vale", "Vale"),
        ("Police Chief Ann Vale", "Professor Vale"),
    ],
)
def test_titles_that_go_together(first: str, then: str) -> None:
    assert check_titles(_reading(f"{first} spoke. Later {then} left.", first, then)) == ()


@pytest.mark.parametrize("fits", [True, None])
def test_an_office_that_fits_or_is_unknown_is_no_finding(*, fits: bool | None) -> None:
    assert check_offices(_held(fits=fits)) == ()


def test_an_office_of_another_day() -> None:
    (finding,) = check_offices(_held(fits=False))
    assert (finding.kind, finding.report_text) == (FindingKind.SPEAKER, "Mayor Ann Vale")
    assert finding.explanation == (
        "Ann Vale was Mayor from 2020-05-01 to 2024-05-01, and not on the day of the report."
    )


def _held(*, fits: bool | None) -> Reading:
    reading = _reading("Mayor Ann Vale spoke.", "Mayor Ann Vale", office="Mayor")
    held = Tenure(
        name="Ann Vale",
        office="Mayor",
        since=datetime.date(2020, 5, 1),
        until=datetime.date(2024, 5, 1),
    )
    (vale,) = reading.people
    return replace(reading, people=(replace(vale, office_fits=fits, tenure=held),))
