"""What a report tells that somebody said, with nobody's name."""

from dataclasses import replace

import pytest

from sayso.comparing.utterances.sayings import read_sayings
from sayso.comparing.utterances.unsourced import with_lost_source
from sayso.records import DriftKind, Reading, Rendering, Span, Verdict
from tests.comparing.factory import telling_of

NAMED = telling_of("the harbor will be closed on Monday")
REFERENCE = next(read_sayings(NAMED))


def _with_source(source: str) -> Reading:
    """A report in which nobody known says so; what it names stands at its beginning."""
    reading = telling_of("the harbor will be closed on Monday", speaker=source)
    statement = replace(reading.statements[0], speaker=None, source=(Span(0, len(source)),))
    return replace(reading, statements=(statement,))


def _drift(reading: Reading, verdict: Verdict | None) -> Rendering:
    statement = reading.statements[0]
    made = Rendering(statement=statement.id, report=reading.report.id, verdict=verdict)
    return with_lost_source(made, (reading, statement), REFERENCE)


SOURCES = {"reports": ("Reports", True), "a pronoun": ("He", False)}


@pytest.mark.parametrize(("source", "lost"), SOURCES.values(), ids=SOURCES)
def test_who_is_not_named_is_lost(source: str, *, lost: bool) -> None:
    made = _drift(_with_source(source), Verdict.SAME)
    assert [it.kind for it in made.drift] == [DriftKind.SPEAKER_CHANGED] * lost
    assert made.verdict is (Verdict.DRIFTED if lost else Verdict.SAME)


def test_nobody_at_all_is_lost_and_a_graver_verdict_stays() -> None:
    reading = _with_source("Reports")
    bare = replace(reading, statements=(replace(reading.statements[0], source=()),))
    made = _drift(bare, Verdict.VALUE_CHANGED)
    assert [(it.was, it.became) for it in made.drift] == [(REFERENCE.speaker, None)]
    assert made.verdict is Verdict.VALUE_CHANGED


def test_who_is_named_is_not_lost() -> None:
    assert _drift(NAMED, Verdict.SAME).drift == ()
