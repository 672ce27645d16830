"""Utterances and drift in reports of three real events, with and without the record of each."""

from collections import Counter
from collections.abc import Callable

import pytest

from sayso.comparing.utterances import group_statements, read_utterances, statements_of
from tests.comparing.across import scores
from tests.comparing.outlets import (
    EVENTS,
    REPORTS,
    STORIES,
    Told,
    as_read,
    given,
    record,
    reports,
    wanted,
)
from tests.gold import SHARED, below_floor, same_corpus

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="the data lies beside the checkout"),
]

MEASURED = {"given": given, "read": as_read}
FILES = [
    *(REPORTS / event / "gold.jsonl" for event in EVENTS),
    *(STORIES / event / "transcript.txt" for event in EVENTS),
]


def _f1(told: Callable[[str], Told], *, recorded: bool) -> float:
    """How well pairs of statements are found over all events."""
    found, known = set[frozenset[str]](), set[frozenset[str]]()
    for event in EVENTS:
        event_told = told(event)
        records = [record(event)] if recorded else []
        groups = group_statements(event_told.readings, records)
        found |= {_of(event, pair) for pair in event_told.pairs(groups)}
        known |= {_of(event, pair) for pair in wanted(event)}
    return scores(found, known)["f1"]


def _of(event: str, pair: frozenset[str]) -> frozenset[str]:
    return frozenset(f"{event} {row}" for row in pair)


def _drift_f1(told: Callable[[str], Told], *, recorded: bool) -> float:
    """How well kinds of drift are found, by statement, where the gold knows what was said."""
    counts: Counter[str] = Counter()
    for event in EVENTS:
        found = _kinds(event, told(event), recorded=recorded)
        for row in (row for _, rows in reports(event) for row in rows):
            if row["basis"] not in {"none", None}:
                ours, known = found.get(row["id"], set()), set(row["drift"])
                counts["hits"] += len(ours & known)
                counts["wrong"] += len(ours ^ known)
    return 200 * counts["hits"] / (2 * counts["hits"] + counts["wrong"])


def _kinds(event: str, told: Told, *, recorded: bool) -> dict[str, set[str]]:
    records = [record(event)] if recorded else []
    groups = group_statements(told.readings, records)
    made = read_utterances(groups, statements_of(told.readings), records)
    return {
        told.rows[it.statement]: {str(drift.kind) for drift in it.drift}
        for utterance in made
        for it in utterance.renderings
        if it.statement in told.rows
    }


@pytest.mark.parametrize(
    ("key", "measure"),
    [
        pytest.param("report_utterances", _f1, id="utterances"),
        pytest.param("report_renderings", _drift_f1, id="drift between renderings"),
    ],
)
def test_reports_of_events_stay_above_their_floors(key: str, measure: Callable[..., float]) -> None:
    assert same_corpus(key, FILES)
    figures = {
        f"{name}{'_with_record' if recorded else ''}": measure(told, recorded=recorded)
        for name, told in MEASURED.items()
        for recorded in (False, True)
    }
    assert below_floor(key, figures) == []
