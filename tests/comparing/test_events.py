"""Whole reports of invented events against their records, from end to end.

Four were written before statements were compared at all; `reservoir` and `tunnel` later, and
`earnings` and `communique` after these, then `warehouse`, then those of `own_interviews` one after
the other and those of `own_conferences`, each before anything was mended on it.
`gold.jsonl` says of each statement what was found by hand.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.records import Finding, FindingKind, Severity
from tests.gold import below_floor, same_corpus

EVENTS = Path(__file__).parent / "events"
SETS = {
    "own_events": ["bank", "ferry", "outbreak", "strike"],
    "own_hearings": ["reservoir", "tunnel"],
    "own_briefings": ["earnings", "communique", "warehouse"],
    "own_interviews": ["lander", "tariffs", "spokesman", "council", "interview"],
    "own_conferences": ["border", "blackout", "rates"],
}
NAMES = sorted(name for names in SETS.values() for name in names)
TOLD = {"same", "drifted", "not_in_record", "outside_record"}


def _rows(event: str) -> Iterator[tuple[dict[str, Any], list[Finding]]]:
    """Of each statement in the gold, the row and the findings on its words."""
    findings: dict[str, tuple[Finding, ...]] = {}
    records = sorted((EVENTS / event).glob("record*"))
    for line in (EVENTS / event / "gold.jsonl").read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        path = EVENTS / event / row["report"]
        body = path.read_text("utf-8").partition("\n\n")[2]
        if path.name not in findings:
            findings[path.name] = sayso.check(path, against=records)
        yield row, [it for it in findings[path.name] if _is_about(it, row["words"], body)]


def _is_about(finding: Finding, words: str, body: str) -> bool:
    ours, theirs = _flat(finding.report_text), _flat(words)
    places = [found.span() for found in re.finditer(re.escape(words), body)]
    there = any(
        span.start < end and start < span.end
        for span in finding.report_span
        for start, end in places
    )
    return there and bool(ours) and (ours in theirs or theirs in ours)


def _flat(text: str) -> str:
    return "".join(letter for letter in text if letter.isalnum()).lower()


def _counts(event: str) -> Counter[str]:
    counts: Counter[str] = Counter()
    for row, found in _rows(event):
        ours = {str(drift.kind) for finding in found for drift in finding.drift}
        wanted = set(row["drift"])
        counts["hits"] += len(ours & wanted)
        counts["false"] += len(ours - wanted)
        counts["missed"] += len(wanted - ours)
        if row["verdict"] in TOLD:
            told = [it for it in found if it.kind is FindingKind.STATEMENT]
            counts["told"] += 1
            counts["right"] += row["verdict"] in {it.verdict for it in told}
        if not wanted and row["verdict"] not in {"outside_record", "not_in_record"}:
            counts["faithful"] += 1
            counts["alarms"] += any(it.verdict.severity is not Severity.NONE for it in found)
    return counts


@pytest.fixture(scope="module")
def counts() -> dict[str, Counter[str]]:
    return {event: _counts(event) for event in NAMES}


def _f1(counts: Counter[str]) -> float:
    return 200 * counts["hits"] / (2 * counts["hits"] + counts["false"] + counts["missed"])


@pytest.mark.parametrize("key", SETS)
def test_drift_stays_above_its_floors(key: str, counts: dict[str, Counter[str]]) -> None:
    files = sorted(path for event in SETS[key] for path in (EVENTS / event).iterdir())
    assert same_corpus(key, files)
    total = sum((counts[event] for event in SETS[key]), Counter[str]())
    figures = {
        "drift_f1": _f1(total),
        "verdicts": 100 * total["right"] / total["told"],
        "without_alarm": 100 * (1 - total["alarms"] / total["faithful"]),
    }
    assert below_floor(key, figures) == []


@pytest.mark.parametrize("event", NAMES)
def test_no_event_is_far_below_the_others(event: str, counts: dict[str, Counter[str]]) -> None:
    assert _f1(counts[event]) >= 75
