"""Statements that move once there are groups."""

from collections.abc import Mapping

from sayso.comparing.utterances.evidence import Group
from sayso.comparing.utterances.settling import settled

NEAR = ("a", "b", "c")
ALONE = {
    name: Group(
        members=(name,),
        terms={name: 1.0},
        total=1.0,
        speakers={"s": 1},
        reports={name: 1},
        quoted=0,
        figures={},
    )
    for name in NEAR
}
Weights = Mapping[tuple[str, ...], float]


def _settled(groups: list[Group], weights: Weights) -> list[tuple[str, ...]]:
    """The groups where `c` may move, by what speaks for it and the members of each group."""
    found = settled(
        groups,
        {"c": (ALONE["c"], NEAR[:2])},
        lambda _, others: [weights.get(other.members, 0.0) for other in others],
    )
    return sorted(tuple(sorted(group.members)) for group in found)


def test_it_goes_where_more_speaks_for_it() -> None:
    groups = [ALONE["a"].joined(ALONE["c"]), ALONE["b"]]
    assert _settled(groups, {("a",): 2.0, ("b",): 3.0}) == [("a",), ("b", "c")]


def test_it_stays_where_as_much_speaks_for_it() -> None:
    groups = [ALONE["a"].joined(ALONE["c"]), ALONE["b"]]
    assert _settled(groups, {("a",): 2.0, ("b",): 2.0}) == [("a", "c"), ("b",)]


def test_it_leaves_what_nothing_speaks_for() -> None:
    assert _settled([ALONE["a"].joined(ALONE["c"]), ALONE["b"]], {}) == [("a",), ("b",), ("c",)]


def test_alone_it_joins_what_speaks_for_it_or_stays() -> None:
    groups = [ALONE["a"], ALONE["b"], ALONE["c"]]
    assert _settled(groups, {("b",): 2.5}) == [("a",), ("b", "c")]
    assert _settled(groups, {}) == [("a",), ("b",), ("c",)]
