"""What is found across reports does not depend on the order in which they came."""

import datetime
from dataclasses import replace
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso import pipeline
from sayso.ledger import Ledger
from sayso.records import Item, Reading
from tests.comparing.across import readings
from tests.ledger.factory import DAY, NOW, add, reading

# Each three days after the one before, so that only its neighbours lie within its window.
READINGS = [
    replace(one, report=replace(one.report, published=DAY + datetime.timedelta(days=3 * at)))
    for at, one in enumerate(readings()[:4])
]


def _told(folder: Path, order: list[Reading]) -> tuple[object, ...]:
    """Stories, utterances and origins after adding one report after another."""
    with Ledger(str(folder / "ledger.db")) as ledger:
        for one in order:
            add(ledger, one, name=one.report.id)
            pipeline.stories(ledger, clock=lambda: NOW)
        stories = pipeline.stories(ledger, clock=lambda: NOW)
        said = pipeline.utterances(ledger, clock=lambda: NOW).utterances
        origins = [
            it for told in pipeline.origins(ledger, clock=lambda: NOW) for it in told.origins
        ]
        return (
            sorted(sorted(it.id for it in one.reports) for one in stories),
            sorted(
                (one.reference, sorted((it.statement, it.drift) for it in one.renderings))
                for one in said
            ),
            sorted((it.report, it.origin, it.because) for it in origins),
        )


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    return _told(tmp_path_factory.mktemp("told"), READINGS)


@settings(max_examples=5, deadline=None)
@given(order=st.sampled_from(list(permutations(READINGS))))
def test_the_order_of_adding_changes_nothing(
    order: tuple[Reading, ...],
    told: tuple[object, ...],
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    assert _told(tmp_path_factory.mktemp("order"), [*order]) == told


RECORD = """Date: 2024-11-01

VARGA: Some 4,200 dockers would strike on Friday in Port Ness, and as many as 900 of \
these would stay away from the harbour for the whole of the winter.
QUESTION: And the ferries?
VARGA: The ferries sail as long as the pilots of the southern strait are on duty.
"""
REPORTS = (
    'Ilse Varga said: "As many as 900 of these would stay away from the harbour for the winter."',
    "Ilse Varga said some 42,000 dockers would strike on Friday in Port Ness",
    'Ilse Varga said "The ferries sail as long as the pilots of the southern strait are on duty"',
)


def _measured(folder: Path, *, record_first: bool) -> list[tuple[object, ...]]:
    """Each rendering with what it was measured by, the record added before or after."""
    item = Item(data=RECORD.encode(), name="record.txt")
    with Ledger(str(folder / "ledger.db")) as ledger:
        steps = ["record", "reports"] if record_first else ["reports", "record"]
        for step in steps:
            for one in REPORTS if step == "reports" else ():
                add(ledger, reading(one), name=one)
            given = [item] if step == "record" else []
            list(pipeline.add_each(ledger, given, clock=lambda: NOW, record=True))
        said = pipeline.utterances(ledger, clock=lambda: NOW).utterances
        return sorted(
            (it.statement, it.record, it.record_span, it.drift, it.verdict)
            for one in said
            for it in one.renderings
        )


def test_a_record_measures_the_reports_whenever_it_comes(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    (tmp_path / "last").mkdir()
    first = _measured(tmp_path / "first", record_first=True)
    assert first == _measured(tmp_path / "last", record_first=False)
    assert {row[1] for row in first} != {None}


def _stories(ledger: Ledger) -> list[list[str]]:
    stories = pipeline.stories(ledger, clock=lambda: NOW)
    return sorted(sorted(it.id for it in one.reports) for one in stories)


def test_people_decide_which_reports_are_one_story(tmp_path: Path) -> None:
    harbour = reading(REPORTS[0])
    later = DAY + datetime.timedelta(days=60)
    weather = reading("Ilse Varga said snow closed three passes above Vellmoor", published=later)
    one, other = harbour.report.id, weather.report.id
    by = pipeline.Decider(name="ana", now=NOW)
    with Ledger(str(tmp_path / "ledger.db")) as ledger:
        for each in (harbour, weather):
            add(ledger, each, name=each.report.id)
        assert _stories(ledger) == sorted([[one], [other]])
        statement, named = harbour.statements[0].id, weather.statements[0].id
        merged = pipeline.judge(ledger, statement, [f"same_story={named}"], by=by)
        assert _stories(ledger) == [sorted([one, other])]
        add(ledger, reading(REPORTS[1]), name="later")
        assert any({one, other} <= {*story} for story in _stories(ledger))
        pipeline.undo(ledger, merged, by=by)
        assert not any({one, other} <= {*story} for story in _stories(ledger))
