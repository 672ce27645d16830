"""Runs of words, and where they are searched."""

import pytest

from sayso.comparing.alignment import align, kernel, merged_runs, moved, trimmed
from sayso.comparing.kinship import kin, stem


def _shown(was: str, became: str) -> list[str]:
    one, other = was.split(), became.split()
    return [
        " ".join(other[slice(*run.became)])
        if run.equal
        else f"{' '.join(one[slice(*run.was)])}>{' '.join(other[slice(*run.became)])}"
        for run in trimmed(align(one, other))
    ]


@pytest.mark.parametrize(
    ("was", "became", "runs"),
    [
        ("we do not go", "we do go", ["we do", "not>", "go"]),
        ("so we do go home", "we do go", ["we do go"]),
        ("the tide is high", "the moon is high", ["the", "tide>moon", "is high"]),
        # one "the" between two changes is no agreement
        (
            "old men see the slow boats",
            "two women hear the fast cars",
            ["old men see the slow boats>two women hear the fast cars"],
        ),
        # what the record says before the quotation is no change on the other side of its first word
        (
            "in good time there may have been a delay",
            "there was a delay",
            ["there", "may have been>was", "a delay"],
        ),
        # the words next to the rest are meant, not their double before
        ("ships sail away ships stay here", "ships stay here", ["ships stay here"]),
    ],
)
def test_runs(was: str, became: str, runs: list[str]) -> None:
    assert _shown(was, became) == runs


def test_words_that_stand_twice_are_taken_where_the_rest_stands_too() -> None:
    was = "so we have agreed on a text that all have in hand we have not agreed on everything"
    wanted = ["we", "have", "agreed", "on", "everything"]
    runs = kernel(was.split(), wanted)
    said = was.split()[runs[0].was[0] : runs[-1].was[1]]
    assert " ".join(said) == "we have not agreed on everything"


def test_moved_runs_merge_back() -> None:
    runs = align(["a", "b", "c"], ["a", "x", "c"])
    assert moved(moved(runs, 5, 7), -5, -7) == runs
    assert merged_runs(runs) == runs


@pytest.mark.parametrize(
    ("one", "other"),
    [("deployed", "deploys"), ("began", "begin"), ("Ukrainian", "Ukraine"), ("troops", "soldiers")],
)
def test_kin(one: str, other: str) -> None:
    assert kin([one.lower()], [other.lower()])


@pytest.mark.parametrize(("one", "other"), [("not", "now"), ("war", "ward"), ("port", "ports man")])
def test_strangers(one: str, other: str) -> None:
    assert not kin([one], [other])


def test_a_stem_keeps_four_letters() -> None:
    assert stem("sing") == "sing"
