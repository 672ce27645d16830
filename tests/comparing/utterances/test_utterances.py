"""What was said once, told by many: an invented event, and what must hold of any."""

import datetime
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.comparing.utterances import group_statements, group_utterances
from sayso.comparing.utterances.sayings import read_sayings
from sayso.comparing.utterances.voices import Voices, voices_of
from sayso.records import DriftKind, Kind, PersonKind, Reading, Span, Utterance
from tests.comparing.across import FILES, GOLD, pairs, readings, scores, wanted_utterances
from tests.comparing.factory import telling_of
from tests.gold import below_floor, same_corpus

READINGS = readings()
UTTERANCES = group_utterances(READINGS)


def _said(words: str) -> Utterance:
    return next(it for it in UTTERANCES if words in it.words)


def test_the_gold_stays_above_its_floor() -> None:
    assert same_corpus("own_utterances", [*FILES, GOLD / "statements.jsonl"])
    found = pairs([it.statement for it in one.renderings] for one in UTTERANCES)
    assert below_floor("own_utterances", scores(found, pairs(wanted_utterances().values()))) == []


@settings(max_examples=8, deadline=None)
@given(st.permutations(READINGS[:7]))
def test_the_order_of_reports_does_not_matter(given_so: list[Reading]) -> None:
    assert group_utterances(given_so) == group_utterances(READINGS[:7])


def test_a_report_given_twice_changes_nothing() -> None:
    assert group_utterances([*READINGS, READINGS[0]]) == UTTERANCES


def test_no_report_no_utterance() -> None:
    assert group_utterances([]) == ()


def test_every_statement_renders_one_utterance() -> None:
    told = [it.statement for one in UTTERANCES for it in one.renderings]
    assert sorted(told) == sorted(it.id for one in READINGS for it in one.statements)


def test_two_people_are_never_one_voice() -> None:
    speakers = {
        it.id: reading.person(it.speaker) for reading in READINGS for it in reading.statements
    }
    for one in UTTERANCES:
        names = {person.name for it in one.renderings if (person := speakers[it.statement])}
        assert len(names) == 1, names


def test_the_same_words_on_another_day_are_another_utterance() -> None:
    first, again = sorted(
        (it for it in UTTERANCES if "not a crown will come from tolls" in it.words),
        key=lambda it: len(it.again),
    )
    assert again.again == (first.id,)
    assert first.again == ()


def test_drift_between_renderings_is_told() -> None:
    kinds = {drift.kind for it in _said("We found about").renderings for drift in it.drift}
    assert DriftKind.VALUE_CHANGED in kinds


def test_the_reference_departs_from_nothing() -> None:
    for one in UTTERANCES:
        own = next(it for it in one.renderings if it.statement == one.reference)
        assert own.drift == ()
        assert own.verdict is None


def test_a_report_without_a_day_can_be_of_any() -> None:
    dayless = replace(READINGS[1], report=replace(READINGS[1].report, published=None))
    groups = group_statements([READINGS[0], dayless])
    quoted = [group for group in groups if len(group) > 1]
    assert quoted, "the same quotations stand in both"


def test_swapped_days_only_part_what_they_must() -> None:
    later = READINGS[0].report.published
    assert later
    far = replace(
        READINGS[1],
        report=replace(READINGS[1].report, published=later + datetime.timedelta(days=400)),
    )
    groups = group_statements([READINGS[0], far])
    assert all(len(group) == 1 for group in groups)


def test_what_one_report_alone_has_is_told_once() -> None:
    """Whatever else is told: two statements stand together only where another report has them."""
    for number, reading in enumerate(READINGS):
        groups = group_statements([reading, *READINGS[:number][:2]])
        own = {it.id for it in reading.statements}
        alone = [group for group in groups if own.issuperset(group)]
        wanted = {it for its in wanted_utterances().values() for it in [frozenset(its) & own]}
        assert all(len(group) == 1 or wanted & {frozenset(group)} for group in alone)


def test_a_description_may_be_of_anybody_who_is_named() -> None:
    named, told = (next(read_sayings(it)) for it in (READINGS[0], READINGS[1]))
    person = replace(named, speaker="Edda Marrick", kind=PersonKind.PERSON)
    unnamed = replace(told, speaker="its chief executive", kind=PersonKind.PERSON)
    other = replace(told, speaker="Ulf Sten", kind=PersonKind.PERSON)
    assert voices_of(person, unnamed) is Voices.OPEN
    assert voices_of(person, other) is Voices.APART


@pytest.mark.parametrize("copies", [300])
def test_many_copies_of_one_wire_are_one_of_each_utterance(copies: int) -> None:
    report = READINGS[0]
    many = [_copy(report, number) for number in range(copies)]
    assert len(group_statements(many)) == len(group_statements([report]))


def _copy(reading: Reading, number: int) -> Reading:
    return replace(
        reading,
        report=replace(reading.report, id=f"copy{number}"),
        statements=tuple(replace(it, id=f"copy{number}.{it.id}") for it in reading.statements),
        quotations=(),
    )


def test_a_report_of_a_thousand_statements() -> None:
    report = READINGS[0]
    many = tuple(
        replace(report.statements[number % 4], id=f"s{number:04}") for number in range(1000)
    )
    groups = group_statements([replace(report, statements=many, quotations=())])
    assert sum(map(len, groups)) == 1000


HELD = {
    "hearsay": ("the guild said that the northern harbor would be closed", Kind.SPEECH, True),
    "held": ("the guild thinks that the northern harbor would be closed", Kind.BELIEF, False),
    "in passing": ("the harbor will be closed on Monday, as the guild says", Kind.SPEECH, False),
}


@pytest.mark.parametrize(("told", "kind", "hearsay"), HELD.values(), ids=HELD)
def test_what_mostly_tells_another_statement_is_hearsay(
    told: str, kind: Kind, *, hearsay: bool
) -> None:
    reading = telling_of(told)
    (outer,) = reading.statements
    held = Span(reading.report.text.index("the guild"), outer.content[-1].end)
    inner = replace(outer, id="s2", kind=kind, within=outer.id, source=(), cue=(), content=(held,))
    both = replace(reading, statements=(outer, inner))
    assert [it.tells for it in read_sayings(both)] == [hearsay, False]
