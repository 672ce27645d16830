"""Sentences of our own, written and labelled before they were first read: 40 of 42 were right then.

The day of publication is a Thursday; a bound or value that is null is not looked at.
"""

import datetime
import json
from pathlib import Path
from typing import Any

from sayso.reading.times import read_times
from sayso.records import Timex
from tests.gold import below_floor, same_corpus

FRESH = Path(__file__).with_name("fresh.jsonl")
ROWS: list[dict[str, Any]] = [json.loads(line) for line in FRESH.read_text("utf-8").splitlines()]
DAY = datetime.date(2024, 10, 31)


def _right(row: dict[str, Any]) -> bool:
    found = read_times(row["text"], report_id="r", published=DAY)
    if len(found) != len(row["times"]):
        return False
    pairs = zip(found, row["times"], strict=True)
    return all(_agrees(row["text"], time, wanted) for time, wanted in pairs)


def _agrees(text: str, time: Timex, wanted: dict[str, Any]) -> bool:
    start = text.index(wanted["words"])
    if not (time.span.start < start + len(wanted["words"]) and start < time.span.end):
        return False
    told = {"value": time.value, "earliest": _day(time.earliest), "latest": _day(time.latest)}
    return all(wanted[name] in {None, value} for name, value in told.items())


def _day(bound: datetime.datetime | datetime.date | None) -> str | None:
    return None if bound is None else str(bound)[:10]


def test_fresh_sentences_stay_above_the_floor() -> None:
    wrong = [row["text"] for row in ROWS if not _right(row)]
    assert same_corpus("fresh_times", [FRESH])
    figures = {"sentences": 100 - 100 * len(wrong) / len(ROWS)}
    assert not below_floor("fresh_times", figures), wrong
