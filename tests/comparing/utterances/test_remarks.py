"""Remarks of a record beside the statements that render them."""

import datetime
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.comparing.utterances import group_statements
from sayso.comparing.utterances.remarks import anchored
from sayso.comparing.utterances.sayings import Saying, read_sayings
from sayso.records import Interval, Reading, Record
from tests.comparing.factory import LINDQVIST, reading_of, record_of, telling_of
from tests.comparing.utterances.test_passages import DOCKERS, HARBOR, RECORD, named

DAY = datetime.date(2024, 5, 2)
MANY = named(telling_of("the walkout had brought out 4,200 dock workers"), "a")
FEW = named(telling_of("some 900 of the workers had to go home without any pay"), "b")
QUOTED = named(reading_of(DOCKERS), "c")
ELSEWHERE = named(telling_of("the northern harbor was to be closed within weeks"), "d")


def _anchored(readings: Sequence[Reading], record: Record) -> dict[str, Saying]:
    told = {it.statement: it for reading in readings for it in read_sayings(reading)}
    return {it.statement: it for it in anchored(told, readings, [record]).sayings}


def _remarks(readings: Sequence[Reading], record: Record = RECORD) -> list[str]:
    found = _anchored(readings, record).values()
    return [it.printed for it in found if it.report == record.id]


def test_two_halves_of_one_remark_are_one_utterance() -> None:
    apart = group_statements([MANY, FEW])
    together = group_statements([MANY, FEW], [RECORD])
    assert (apart, together) == ([["a.s1"], ["b.s1"]], [["a.s1", "b.s1"]])


def test_a_telling_joins_the_quotation_of_its_remark() -> None:
    assert group_statements([QUOTED, FEW, ELSEWHERE], [RECORD]) == [["b.s1", "c.s1"], ["d.s1"]]


def test_only_statements_are_grouped() -> None:
    found = group_statements([MANY, FEW, ELSEWHERE], [RECORD])
    assert sorted(it for group in found for it in group) == ["a.s1", "b.s1", "d.s1"]


CUT = {
    "a new subject": (
        "The ferries run again since Monday, and we are worried about the ice on the river.",
        2,
    ),
    "a stop of its own": ("The ferries run again on Monday; nobody knows when the ice melts.", 2),
    "but goes on": ("The ferries run again on Monday, but we worry about the river ice.", 1),
    "much less behind it": (
        "Clearly seven northern ferries ran unusually late on Monday, and we regret such delays.",
        1,
    ),
    "too little before it": ("Yes, and we are worried about the ice on the river.", 1),
}


@pytest.mark.parametrize(("said", "remarks"), CUT.values(), ids=CUT)
def test_a_sentence_is_cut_where_another_remark_begins(said: str, remarks: int) -> None:
    record = record_of([("MINISTER VARGA", said)])
    assert len(_remarks([MANY], record)) == remarks


def test_who_speaks_in_no_report_is_left_out() -> None:
    assert any("strike" in it for it in _remarks([MANY]))
    stranger = named(telling_of("the walkout went on", speaker=LINDQVIST), "a")
    assert not any("strike" in it for it in _remarks([stranger]))


def test_a_quotation_is_the_remark_in_which_it_stands() -> None:
    told = {it.statement: it for it in read_sayings(QUOTED)}
    remark = anchored(told, [QUOTED], [RECORD]).remarks["c.s1"]
    assert "4,200 dock workers" in _anchored([QUOTED], RECORD)[remark].printed


def test_a_record_without_a_day_is_of_the_days_of_what_it_holds() -> None:
    reading = named(reading_of(HARBOR), "a")
    told = {
        it.statement: _on(it, Interval(earliest=DAY, latest=DAY)) for it in read_sayings(reading)
    }
    found = anchored(told, [reading], [RECORD]).sayings
    assert RECORD.held is None
    assert {it.day for it in found} == {Interval(earliest=DAY, latest=DAY)}


def _on(saying: Saying, day: Interval) -> Saying:
    return replace(saying, day=day)


@settings(max_examples=12, deadline=None)
@given(st.permutations([MANY, FEW, QUOTED, ELSEWHERE]))
def test_the_order_of_reports_beside_a_record_does_not_matter(readings: list[Reading]) -> None:
    assert group_statements(readings, [RECORD]) == group_statements(
        [MANY, FEW, QUOTED, ELSEWHERE], [RECORD]
    )
