"""Which rendering measures the others, and what renderings are laid beside."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

import pytest

from sayso.comparing.utterances import read_utterances, statements_of
from sayso.comparing.utterances.pieced import pieced_record
from sayso.comparing.utterances.references import reference_of
from sayso.comparing.utterances.sayings import Saying
from sayso.records import DriftKind, PersonKind, Utterance, Verdict
from tests.comparing.factory import reading_of, record_of, telling_of
from tests.comparing.utterances.test_passages import RECORD, named

FULL = "We have not yet closed the northern harbor, but we would expect that to happen"
STRIKE = "Some 4,200 dock workers are on strike"


def _saying(name: str, printed: str, *, direct: bool = True, figures: Sequence[int] = ()) -> Saying:
    return Saying(
        statement=name,
        report=name,
        speaker="Ilona Varga",
        kind=PersonKind.PERSON,
        countries=frozenset(),
        day=None,
        terms={f"={figure}": 1.0 for figure in figures},
        printed=printed,
        direct=direct,
        tells=False,
    )


CHOSEN = {
    "a quotation before a telling": (
        [_saying("a", "they left", direct=False), _saying("b", "x")],
        "b",
    ),
    "the one that most have": (
        [_saying("a", "x y"), _saying("b", "y"), _saying("c", "y z"), _saying("d", "y z")],
        "c",
    ),
    "the longest of two": ([_saying("a", "We sail."), _saying("b", "We sail on Friday.")], "b"),
    "the first telling": (
        [_saying("a", "x", direct=False), _saying("b", "x y", direct=False)],
        "a",
    ),
    "no outvoted figure": (
        [
            _saying("a", "12,000 a day", figures=[12000]),
            _saying("b", "1,200", direct=False, figures=[1200]),
            _saying("c", "1,200", direct=False, figures=[1200]),
        ],
        "b",
    ),
}


@pytest.mark.parametrize(("ordered", "chosen"), CHOSEN.values(), ids=CHOSEN)
def test_the_reference(ordered: list[Saying], chosen: str) -> None:
    assert reference_of(ordered).statement == chosen


def _utterances(
    groups: list[list[str]], *readings: object, record: bool = False
) -> list[Utterance]:
    given = [named(it, name) for it, name in zip(readings, "abcd", strict=False)]  # type: ignore[arg-type]
    return read_utterances(groups, statements_of(given), [RECORD] if record else [])


def test_a_telling_is_laid_beside_what_it_renders_of_all_that_was_quoted() -> None:
    told = telling_of("some 42,000 dock workers were on strike")
    first, _ = _utterances([["a.s1", "c.s1"], ["b.s1"]], reading_of(FULL), reading_of(STRIKE), told)
    kinds = {it.kind for it in first.renderings[-1].drift}
    assert kinds == {DriftKind.VALUE_CHANGED}


def test_the_record_measures_what_it_holds() -> None:
    wrong = reading_of("We have not yet opened the northern harbor")
    (one,) = _utterances([["a.s1"]], wrong, record=True)
    (rendering,) = one.renderings
    assert rendering.record == RECORD.id
    assert rendering.verdict is Verdict.ALTERED_MEANING
    assert "closed the northern harbor" in rendering.record_span[0].of(RECORD.text)


def test_without_a_record_none_isnamed() -> None:
    (one,) = _utterances([["a.s1", "b.s1"]], reading_of(STRIKE), reading_of(STRIKE))
    assert {it.record for it in one.renderings} == {None}
    assert all(not it.drift for it in one.renderings)


def test_the_rendering_nearest_to_the_record_is_the_reference() -> None:
    wrong, right = reading_of("Some 4,200 dock workers were at work"), reading_of(STRIKE)
    (one,) = _utterances([["a.s1", "b.s1"]], wrong, right, record=True)
    assert one.reference == "b.s1"


def test_a_record_of_another_day_measures_nothing() -> None:
    given = named(reading_of(STRIKE), "a")
    day = datetime.date(2024, 5, 2)
    given = replace(given, report=replace(given.report, published=day))
    old = replace(RECORD, held=day - datetime.timedelta(days=30))
    (one,) = read_utterances([["a.s1"]], statements_of([given]), [old])
    assert one.renderings[0].record is None


def test_quotations_are_pieced_together_with_their_speakers_and_figures() -> None:
    told = statements_of([named(reading_of(FULL), "a"), named(reading_of(STRIKE), "b")])
    record = pieced_record(told.values())
    assert record
    assert [turn.span.of(record.text) for turn in record.turns] == [f"{FULL}.", f"{STRIKE}."]
    assert {turn.speaker for turn in record.turns} == {"Ilona Varga"}
    assert not record.complete


def test_no_quotation_no_record() -> None:
    assert pieced_record([]) is None
    assert record_of().complete
