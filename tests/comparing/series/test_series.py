"""Series: what is counted under any name, bounds, days, contradictions."""

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso import pipeline
from sayso.comparing.series import find_series, read_thing
from sayso.comparing.series.bounds import overlap_of
from sayso.errors import BadRequestError
from sayso.reading import names_around
from sayso.records import KeptReading, Overlap, Point, Quantity, Relation, Scope, Span
from tests.comparing.counts import counting, day, kept
from tests.gold import below_floor, same_corpus

FOLDER = Path(__file__).parent
REPORTS = sorted((FOLDER / "soldiers").glob("*.txt"))
GOLD: list[dict[str, Any]] = [
    json.loads(line) for line in (FOLDER / "points.jsonl").read_text("utf-8").splitlines()
]


@pytest.fixture(scope="module")
def soldiers() -> list[KeptReading]:
    return [KeptReading(reading=pipeline.read(it), address=it.name) for it in REPORTS]


def quantity(value: int | None, relation: Relation = Relation.EXACT, **told: Any) -> Quantity:
    number = None if value is None else Decimal(value)
    return Quantity(id="q", span=Span(0, 1), value=number, relation=relation, **told)


def is_gold(point: Point, row: dict[str, Any]) -> bool:
    said = point.said_on.latest.isoformat() if point.said_on and point.said_on.latest else None
    found: dict[str, object] = {
        "speaker": point.speaker,
        "said_on": said,
        "low": point.low,
        "high": point.high,
    }
    found |= {"scope": point.scope, "place": point.place, "expected": point.expected}
    return all(found[key] == value for key, value in row.items())


def test_the_figures_of_the_soldiers_come_out(soldiers: list[KeptReading]) -> None:
    assert same_corpus("series", [*REPORTS, FOLDER / "points.jsonl"])
    points = find_series(soldiers, read_thing("DPRK forces")).points
    right = [row for row in GOLD if any(is_gold(point, row) for point in points)]
    known = [point for point in points if any(is_gold(point, row) for row in GOLD)]
    figures = {
        "recall": 100 * len(right) / len(GOLD),
        "precision": 100 * len(known) / len(points),
    }
    assert below_floor("series", figures) == []


def test_a_place_holds_what_lies_in_it(soldiers: list[KeptReading]) -> None:
    thing = read_thing("North Korean troops")
    russia = find_series(soldiers, thing, place="Russia", around=names_around).points
    kursk = find_series(soldiers, thing, place="Kursk", around=names_around).points
    assert {it.place for it in kursk} == {"Kursk Oblast"}
    assert {it.id for it in kursk} < {it.id for it in russia}
    assert find_series(soldiers, thing, place="Kenya", around=names_around).points == ()


@pytest.mark.parametrize(
    ("asked", "counted", "same"),
    [
        ("troops", "soldiers", True),
        ("North Korean troops", "DPRK soldiers", True),
        ("North Korean troops", "North Korean special forces", True),
        ("North Korean troops", "South Korean troops", False),
        ("troops", "troops killed", False),
        ("troops", "tanks", False),
        ("artillery rounds", "rounds", False),
        ("rounds", "artillery rounds", True),
        ("missiles", "ballistic missiles", True),
        ("wounded soldiers", "wounded soldiers", True),
        ("soldiers", "wounded soldiers", False),
    ],
    ids=str,
)
def test_what_is_counted_under_another_name(asked: str, counted: str, same: bool) -> None:
    one = counting(kept(f"40 {counted} came."), "40", quantity(40, counted=counted))
    assert bool(find_series([one], read_thing(asked)).points) is same


@pytest.mark.parametrize("asked", ["", "of the", "12", "\0", "Russia"])
def test_a_thing_that_is_none_is_told(asked: str) -> None:
    with pytest.raises(BadRequestError, match="counted"):
        read_thing(asked)


@pytest.mark.parametrize(
    ("words", "figure", "counted"),
    [
        ("The number of Ostran soldiers has reached 400.", "400", "Ostran soldiers"),
        ("The total of soldiers there is 400 now.", "400", "soldiers"),
    ],
)
def test_what_a_later_figure_counts(words: str, figure: str, counted: str) -> None:
    one = counting(kept(words), figure, quantity(400))
    (point,) = find_series([one], read_thing("soldiers")).points
    assert point.counted == counted
    assert (point.scope is Scope.TOTAL) is ("total" in words)


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        (quantity(400), quantity(400), Overlap.EQUAL),
        (quantity(400), quantity(500), Overlap.DISJOINT),
        (quantity(400), quantity(4000), Overlap.TENFOLD),
        (quantity(400, Relation.AT_MOST), quantity(4000, Relation.AT_MOST), Overlap.TENFOLD),
        (quantity(400, Relation.AT_LEAST), quantity(4000), Overlap.WITHIN),
        (quantity(400, Relation.AT_LEAST), quantity(300, Relation.AT_MOST), Overlap.DISJOINT),
        (quantity(400, Relation.AT_LEAST), quantity(500, Relation.AT_MOST), Overlap.OVERLAPS),
        (quantity(400, Relation.APPROX), quantity(430), Overlap.WITHIN),
        (quantity(400, Relation.APPROX), quantity(450), Overlap.DISJOINT),
        (quantity(None, Relation.VAGUE), quantity(450), None),
        (quantity(None, low=Decimal(2), high=Decimal(4)), quantity(3), Overlap.WITHIN),
    ],
    ids=lambda it: f"{it.relation}{it.value}" if isinstance(it, Quantity) else str(it),
)
def test_how_two_figures_lie_to_each_other(
    one: Quantity, other: Quantity, overlap: Overlap | None
) -> None:
    assert overlap_of(one, other) is overlap_of(other, one) is overlap


def counted(value: int, **told: Any) -> KeptReading:
    words = f"{value} soldiers came to Port Ness."
    return counting(kept(words, **told), str(value), quantity(value, counted="soldiers"))


def test_figures_of_other_days_contradict_nobody() -> None:
    near = find_series([counted(40), counted(60, said=day(1))], read_thing("soldiers")).points
    far = find_series([counted(40), counted(60, said=day(2))], read_thing("soldiers")).points
    assert [[it.overlap for it in point.beside] for point in near] == [[Overlap.DISJOINT]] * 2
    assert [point.beside for point in far] == [(), ()]


def test_a_report_without_a_day_stands_last_and_contradicts_nobody() -> None:
    points = find_series([counted(40, said=None), counted(60)], read_thing("soldiers")).points
    assert [(str(it.value), it.day) for it in points] == [("60", day(0)), ("40", None)]
    assert points[1].beside == ()


def test_a_thousand_copies_are_told_once_beside_a_figure() -> None:
    copies = [counted(40, outlet=f"Outlet {number}") for number in range(1000)]
    points = find_series([*copies, counted(60)], read_thing("soldiers")).points
    assert len(points) == 1001
    assert max(len(point.beside) for point in points) <= 2


def test_an_origin_is_taken_from_whoever_knows_it() -> None:
    one = counted(40)
    origins = {one.reading.report.id: "Corvane News Agency"}
    (point,) = find_series([one], read_thing("soldiers"), origins=origins).points
    assert point.origin == "Corvane News Agency"


def test_only_what_was_asked_for_is_counted() -> None:
    one = counted(40)
    assert find_series([replace(one, chosen=frozenset())], read_thing("soldiers")).points == ()


@given(st.permutations([(40, 0), (60, 0), (60, 1), (4000, 1), (12, 3)]))
def test_the_order_of_reports_does_not_matter(values: list[tuple[int, int]]) -> None:
    reports = [counted(value, said=day(number)) for value, number in values]
    found = find_series([*reports, *reports[::-1]], read_thing("soldiers"))
    assert found == find_series(sorted(reports, key=address), read_thing("soldiers"))


def address(one: KeptReading) -> str:
    return one.address
