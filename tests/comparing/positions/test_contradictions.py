"""Who says yes, no and perhaps to the same claim; pairs, never a verdict."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sayso.comparing.positions import find_contradictions
from sayso.records import (
    Certainty,
    Contradiction,
    ContradictionKind,
    KeptReading,
    Polarity,
    Role,
    SpeechAct,
    Stance,
    Tense,
)
from tests.comparing.counts import day, kept

NO = {"polarity": Polarity.NEGATIVE}
MAY = {"certainty": Certainty.POSSIBLE}
YES = "Dockers have occupied the harbour of Port Ness"


def says(words: str = YES, *, by: str = "Ilse Varga", **told: Any) -> KeptReading:
    head = next(it for it in ("occupied", "left", "are", "occupy") if it in words)
    return kept(f"{words}.", head=head, speaker=by, **told)


def denies(**told: Any) -> KeptReading:
    return says(
        "Dockers have not occupied the harbour of Port Ness", **{"by": "Tom Brandt", **NO, **told}
    )


def kinds(*reports: KeptReading) -> list[ContradictionKind]:
    return [it.kind for it in find_contradictions(reports)]


def test_yes_and_no_with_their_passages() -> None:
    (pair,) = find_contradictions([denies(said=day(1)), says()])
    assert pair.kind is ContradictionKind.OPPOSED
    assert (pair.one.stance, pair.other.stance) == (Stance.YES, Stance.NO)
    assert (pair.one.speaker, pair.other.speaker) == ("Ilse Varga", "Tom Brandt")
    assert pair.one.passage.startswith(YES)
    assert {"dock", "harbor"} <= set(pair.shared)


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        pytest.param(says(), says(by="Tom Brandt"), [], id="both say yes"),
        pytest.param(
            says(), says(by="Tom Brandt", **MAY), [ContradictionKind.DOUBTED], id="perhaps"
        ),
        pytest.param(denies(), says(**MAY), [ContradictionKind.DOUBTED], id="no and perhaps"),
        pytest.param(
            says(), denies(by="Ilse Varga", said=day(3)), [ContradictionKind.CHANGED], id="changed"
        ),
        pytest.param(says(), denies(by="Ilse Varga", outlet="Other"), [], id="one day: drift"),
        pytest.param(says(), denies(tense=Tense.FUTURE), [], id="what will be"),
        pytest.param(says(), denies(role=Role.CONDITION), [], id="a condition"),
        pytest.param(says(), denies(speech_act=SpeechAct.ASK), [], id="asked"),
        pytest.param(says(), denies(certainty=Certainty.UNKNOWN), [], id="left open"),
        pytest.param(
            says(),
            says("Farmers have not left the market of Ostra", by="Tom Brandt", **NO),
            [],
            id="another claim",
        ),
        pytest.param(says(), says(by="Tom Brandt", **NO), [], id="the same words"),
        pytest.param(
            says(), denies(by="Ilsa Varga", outlet="Other"), [], id="another spelling of the name"
        ),
        pytest.param(
            says("North Korean soldiers have occupied the harbour"),
            says("South Korean soldiers have not occupied the harbour", by="Tom Brandt", **NO),
            [],
            id="another country",
        ),
        pytest.param(
            says("North Korean soldiers are in Russia"),
            says("DPRK troops are not in Russia", by="Tom Brandt", **NO),
            [ContradictionKind.OPPOSED],
            id="other names",
        ),
    ],
)
def test_what_contradicts(
    one: KeptReading, other: KeptReading, found: list[ContradictionKind]
) -> None:
    assert kinds(one, other) == kinds(other, one) == found


def test_a_change_of_mind_needs_days() -> None:
    assert kinds(says(said=None), denies(by="Ilse Varga", said=day(3))) == []


def test_a_thousand_copies_make_one_pair() -> None:
    copies = [says(outlet=f"Outlet {number}") for number in range(1000)]
    (pair,) = find_contradictions([*copies, denies()])
    assert len(pair.one.repeated) == 999


def test_nothing_comes_of_nothing() -> None:
    assert find_contradictions([]) == ()


REPORTS = [
    says(),
    denies(said=day(1)),
    says(by="Ada Holm", **MAY),
    denies(by="Ada Holm", said=day(2)),
]
PAIRS: tuple[Contradiction, ...] = find_contradictions(REPORTS)


@given(st.permutations(REPORTS))
def test_the_order_of_reports_does_not_matter(reports: list[KeptReading]) -> None:
    assert find_contradictions(reports) == PAIRS != ()
