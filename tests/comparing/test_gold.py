"""The verdicts on quotations of real reports of three events, against floors that only rise."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sayso.comparing.quantities import check_quantities
from sayso.comparing.quotations import check_quotations
from sayso.intake import parse_record
from sayso.reading.quantities import read_quantities
from sayso.records import Quantity, Reading, Record, Relation, Span, Verdict
from tests.comparing.factory import reading_of
from tests.gold import SHARED, below_floor, same_corpus

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="the data lies beside the checkout"),
]

STORIES = SHARED / "data" / "stories"
EVENTS = ["fed-chair-2022-06-15", "pentagon-briefing-2024-10-28", "two-plus-two-2024-10-31"]
FAITHFUL = {Verdict.VERBATIM, Verdict.TRIVIALLY_EDITED, Verdict.NOT_A_QUOTATION}
SEVERE = {Verdict.ALTERED_MEANING, Verdict.SPLICED, Verdict.MISATTRIBUTED, Verdict.NOT_IN_RECORD}
UNITS = {"basis": "basis point", "percentage point": "percentage point", "%": "percent"}
UNITS |= {"percent": "percent", "persen": "percent"}
RELATIONS = {"exact": Relation.EXACT, "up to": Relation.AT_MOST, "as many as": Relation.AT_MOST}
RELATIONS |= dict.fromkeys(["over", "more than"], Relation.MORE_THAN)
RELATIONS |= {"nearly": Relation.ALMOST, "at least": Relation.AT_LEAST}
RELATIONS |= dict.fromkeys(
    ["around", "about", "some", "approximately", "estimated", "an estimated"], Relation.APPROX
)
NAMES = {"not_in_transcript": "not_in_record", "outside_retrieved": "outside_record"}


def _files(kind: str) -> list[Path]:
    return [STORIES / event / kind for event in EVENTS]


def _verdicts(event: str) -> Iterator[tuple[Verdict, Verdict]]:
    """Of each quotation, the verdict in the gold and ours."""
    record = _record(event)
    for line in (STORIES / event / "quotes.jsonl").read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        reading = reading_of(row["quote"], speaker=row["speaker"], language=row["lang"])
        (finding,) = check_quotations(reading, (record,))
        yield Verdict(NAMES.get(row["verdict"], row["verdict"])), finding.verdict


def _record(event: str) -> Record:
    path = STORIES / event / "transcript.txt"
    record = parse_record(path.read_bytes(), name=path.name)
    return replace(record, quantities=read_quantities(record.text, report_id=record.id))


def _figures(pairs: list[tuple[Verdict, Verdict]]) -> dict[str, float]:
    return {
        "changed_f1": _f1([(gold not in FAITHFUL, ours not in FAITHFUL) for gold, ours in pairs]),
        "exact": 100 * sum(gold is ours for gold, ours in pairs) / len(pairs),
        "severe_f1": _f1([(gold in SEVERE, ours in SEVERE) for gold, ours in pairs]),
    }


def _f1(pairs: list[tuple[bool, bool]]) -> float:
    counts = Counter(pairs)
    hits, missed, false = counts[True, True], counts[True, False], counts[False, True]
    return 200 * hits / max(2 * hits + missed + false, 1)


def test_verdicts_stay_above_their_floors() -> None:
    assert same_corpus("check", [*_files("quotes.jsonl"), *_files("transcript.txt")])
    pairs = [pair for event in EVENTS for pair in _verdicts(event)]
    assert below_floor("check", _figures(pairs)) == []


def _quantity_verdicts(event: str) -> Iterator[tuple[Verdict, Verdict]]:
    """Of each figure, taken as the gold reads it, the verdict in the gold and ours."""
    record = _record(event)
    for line in (STORIES / event / "figures.jsonl").read_text("utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        (finding,) = check_quantities(_figure_reading(row), (record,))
        yield Verdict(NAMES.get(row["verdict"], row["verdict"])), finding.verdict


def _figure_reading(row: dict[str, Any]) -> Reading:
    surface, counted = row["surface"], row["counted"]
    units = [unit for word, unit in UNITS.items() if word in f"{surface} {counted}"]
    quantity = Quantity(
        id="q",
        span=Span(0, len(surface)),
        value=Decimal(str(row["low"])),
        relation=RELATIONS[(row["approximator"] or "exact").lower()],
        counted=counted,
        unit=units[0] if units else None,
        statement="s1",
    )
    reading = reading_of("", speaker=row["speaker"])
    report = replace(reading.report, text=f"{surface} {counted}.")
    return replace(reading, report=report, quantities=(quantity,), quotations=())


def test_verdicts_on_figures_stay_above_their_floor() -> None:
    assert same_corpus("check_quantities", [*_files("figures.jsonl"), *_files("transcript.txt")])
    pairs = [pair for event in EVENTS for pair in _quantity_verdicts(event)]
    exact = 100 * sum(gold is ours for gold, ours in pairs) / len(pairs)
    assert below_floor("check_quantities", {"exact": exact}) == []


@pytest.mark.parametrize("event", EVENTS)
def test_no_event_is_far_below_the_others(event: str) -> None:
    figures = _figures(list(_verdicts(event)))
    assert min(figures.values()) >= 70, figures
