"""Timelines: happened, said, published, each with its days."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sayso.comparing.timeline import find_timeline
from sayso.records import KeptReading, MomentKind
from tests.comparing.counts import day, foretelling, kept

STRIKE = foretelling(
    kept("The dockers struck last week.", head="struck"), "last week", (day(-9), day(-3))
)


def test_what_happened_was_said_and_was_published() -> None:
    told = [(it.kind, it.days.earliest, it.days.latest) for it in find_timeline([STRIKE])]
    assert told == [
        (MomentKind.HAPPENED, day(-9), day(-3)),
        (MomentKind.SAID, day(0), day(0)),
        (MomentKind.PUBLISHED, day(0), day(0)),
    ]
    happened = find_timeline([STRIKE])[0]
    assert (happened.time_words, happened.speaker) == ("last week", "Ilse Varga")


def test_a_report_without_any_day_has_no_moment() -> None:
    assert find_timeline([kept("Ships wait.", said=None)]) == ()


def test_only_what_was_asked_for_is_told() -> None:
    kinds = [it.kind for it in find_timeline([replace(STRIKE, chosen=frozenset())])]
    assert kinds == [MomentKind.PUBLISHED]


def test_what_was_until_a_day_comes_before_that_day() -> None:
    spans = [(day(-3), day(-3)), (None, day(-3)), (day(-3), day(-3)), (None, day(-3))]
    reports = [
        foretelling(kept(f"{name} struck.", head="struck"), "struck", its)
        for name, its in zip(["Ann", "Bob", "Eve", "Zoe"], spans, strict=True)
    ]
    happened = [it for it in find_timeline(reports) if it.kind is MomentKind.HAPPENED]
    assert [it.days.earliest for it in happened] == [None, None, day(-3), day(-3)]


REPORTS = [STRIKE, kept("Ships wait.", said=day(2)), kept("Rain fell.", outlet=None)]


@given(st.permutations(REPORTS))
def test_the_order_of_reports_does_not_matter(reports: list[KeptReading]) -> None:
    assert find_timeline([*reports, *reports]) == find_timeline(REPORTS)
