"""Utterances in whole reports of three real events, with and without the record of each."""

from collections.abc import Callable

import pytest

from sayso.comparing.utterances import group_statements
from tests.comparing.across import scores
from tests.comparing.outlets import EVENTS, REPORTS, STORIES, Told, as_read, given, record, wanted
from tests.gold import SHARED, below_floor, same_corpus

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not SHARED.exists(), reason="the data lies beside the checkout"),
]

MEASURED = {"given": given, "read": as_read}


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


def test_utterances_of_reports_stay_above_their_floors() -> None:
    files = [REPORTS / event / "gold.jsonl" for event in EVENTS]
    files += [STORIES / event / "transcript.txt" for event in EVENTS]
    assert same_corpus("report_utterances", files)
    figures = {
        f"{name}{'_with_record' if recorded else ''}": _f1(told, recorded=recorded)
        for name, told in MEASURED.items()
        for recorded in (False, True)
    }
    assert below_floor("report_utterances", figures) == []
