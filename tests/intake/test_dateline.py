"""Days that a story gives before it begins, and others."""

import datetime

import pytest

from sayso.intake.dateline import read_dateline
from sayso.intake.report import parse_report

TOLD = [
    "LINBOROUGH, March 12, 2025 (Alder Wire) — A court ruled against it.",
    "Linborough, 12 March 2025 – A court ruled against it.",
    "MARCH 12, 2025 - A court ruled against it.",
    "Wednesday, March 12, 2025\n\nA court ruled against it.",
    "Published: on 12 March 2025 at 6:05 p.m. GMT\nA court ruled against it.",
    "(LINBOROUGH, 2025-03-12) -- A court ruled against it.",
]
NOT_TOLD = [
    "On March 12, 2025 – a Wednesday – a court ruled against it.",
    "A court ruled on March 12, 2025 – a Wednesday – against it.",
    "LINBOROUGH, March 12 — A court ruled against it.",
    "Late on March 12, 2025 — it was a Wednesday — it ruled.",
    "The quarry closed on March 12, 2025.",
    "",
]


@pytest.mark.parametrize("line", TOLD)
def test_a_day_before_the_story(line: str) -> None:
    assert read_dateline(f"Quarry reopens\n\n{line}") == datetime.date(2025, 3, 12)


@pytest.mark.parametrize("line", NOT_TOLD)
def test_a_day_in_the_story(line: str) -> None:
    assert read_dateline(f"Quarry reopens\n\n{line}") is None


def test_what_is_stated_wins() -> None:
    text = f"Published: 2025-03-13\nTitle: Quarry reopens\n\n{TOLD[0]}"
    assert parse_report(text.encode(), name="q.txt").published == datetime.date(2025, 3, 13)
    day = datetime.date(2025, 3, 14)
    assert parse_report(TOLD[0].encode(), name="q.txt", published=day).published == day


def test_the_text_stays_as_it_is() -> None:
    report = parse_report(TOLD[0].encode(), name="q.txt")
    assert (report.text, report.published) == (TOLD[0], datetime.date(2025, 3, 12))
