"""Whole reports of three real events against the records, from end to end."""

from collections import Counter
from typing import Any

import pytest

import sayso
from sayso.records import Finding, FindingKind, Severity, Verdict
from tests.comparing.outlets import EVENTS, REPORTS, STORIES, reports
from tests.gold import SHARED, below_floor, same_corpus

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="the data lies beside the checkout"),
]

FAITHFUL = {"verbatim", "trivially_edited"}
SEVERE = {"altered_meaning", "spliced", "misattributed", "not_in_transcript"}


def _flat(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum()).lower()


def _counts(event: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for path, rows in reports(event):
        body = path.read_text("utf-8").partition("\n\n")[2]
        found = sayso.check(path, against=[STORIES / event / "transcript.txt"])
        for row in rows:
            _count_quotations(row, body, found, counts)
            if row["basis"] not in {"none", None}:
                _count_drift(row, body, found, counts)
    return counts


def _count_drift(
    row: dict[str, Any], body: str, found: tuple[Finding, ...], counts: Counter[str]
) -> None:
    text = _flat("".join(body[start:end] for start, end in row["content"]))
    about = [it for it in found if (own := _flat(it.report_text)) and (own in text or text in own)]
    ours, wanted = {str(it.kind) for each in about for it in each.drift}, set(row["drift"] or [])
    counts["hits"] += len(ours & wanted)
    counts["false"] += len(ours - wanted)
    counts["missed"] += len(wanted - ours)


def _count_quotations(
    row: dict[str, Any], body: str, found: tuple[Finding, ...], counts: Counter[str]
) -> None:
    quotes = [it for it in found if it.kind is FindingKind.QUOTE]
    for quote in row.get("quotes") or []:
        text = _flat("".join(body[start:end] for start, end in quote["spans"]))
        about = next((it for it in quotes if text and text in _flat(it.report_text)), None)
        verdict = about.verdict if about else Verdict.NOT_A_QUOTATION
        if quote["verdict"] in FAITHFUL:
            counts["faithful"] += 1
            counts["alarms"] += verdict.severity is not Severity.NONE
        if verdict.severity is Severity.SEVERE and quote["verdict"] != "outside_retrieved":
            counts["severe"] += 1
            counts["right"] += quote["verdict"] in SEVERE


def test_whole_reports_stay_above_their_floors() -> None:
    files = [REPORTS / event / "gold.jsonl" for event in EVENTS]
    assert same_corpus("check_reports", files)
    total = sum((_counts(event) for event in EVENTS), Counter[str]())
    both = 2 * total["hits"] + total["false"] + total["missed"]
    figures = {
        "drift_f1": 200 * total["hits"] / both,
        "severe_precision": 100 * total["right"] / total["severe"],
        "without_alarm": 100 * (1 - total["alarms"] / total["faithful"]),
    }
    assert below_floor("check_reports", figures) == []
