"""Statements linked by what is known of every two of them."""

import datetime
from collections.abc import Sequence

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.comparing.utterances import group_statements
from sayso.comparing.utterances.evidence import Background, Group
from sayso.comparing.utterances.linking import Told, grouped
from sayso.records import Mode, Person, PersonKind, Reading, Report, Span, Statement, text_id

TUNNEL = (
    "The tunnel will reopen on Friday at the earliest.",
    "no trains would run through the tunnel before Friday",
    "the tunnel would stay shut at least until the end of the week",
)
CRACKS = (
    "A second team of engineers is searching for cracks.",
    "more experts had been sent to look for damage in the walls",
    "another crew was checking the walls for cracks",
)


def _reading(outlet: str, *told: str, speaker: str = "Ann Moore") -> Reading:
    text = "\n\n".join([f"From the {outlet}", *told])
    spans = [Span(at := text.index(it), at + len(it)) for it in told]
    report = Report(id=text_id(text), text=text, outlet=outlet, published=datetime.date(2026, 3, 2))
    return Reading(
        report=report,
        statements=tuple(
            Statement(
                id=f"{outlet}.{at}",
                source=(),
                cue=(),
                content=(span,),
                mode=Mode.DIRECT if told[at][0].isupper() else Mode.INDIRECT,
                speaker="p1",
            )
            for at, span in enumerate(spans)
        ),
        people=(Person(id="p1", name=speaker, kind=PersonKind.PERSON),),
    )


def _outlets(**speakers: str) -> list[Reading]:
    return [
        _reading(outlet, TUNNEL[at], CRACKS[at], speaker=speakers.get(outlet, "Ann Moore"))
        for at, outlet in enumerate(("Post", "Echo", "Wire"))
    ]


def _groups(readings: Sequence[Reading]) -> list[list[str]]:
    return group_statements(readings)


def test_the_same_in_other_words_is_one_utterance() -> None:
    assert _groups(_outlets()) == [["Echo.0", "Post.0", "Wire.0"], ["Echo.1", "Post.1", "Wire.1"]]


def test_near_twins_by_two_people_stay_apart() -> None:
    groups = _groups(_outlets(Wire="Bob Reed"))
    assert all(len({it.startswith("Wire") for it in group}) == 1 for group in groups)


def test_one_report_seldom_tells_the_same_twice() -> None:
    assert all(len(group) == 1 for group in _groups([_reading("Post", *TUNNEL)]))
    beside = _groups([_reading("Post", *TUNNEL), _reading("Echo", CRACKS[0])])
    assert all(len(group) == 1 for group in beside)


def test_two_people_stay_apart_however_many_stand_between_them() -> None:
    speakers = ["ann", *["officials"] * 58, "bob"]
    statements = [
        Group(
            members=(f"s{at:02}",),
            terms={"tunnel": 1.0, "shut": 1.0},
            total=2.0,
            speakers={speaker: 1},
            reports={f"r{at}": 1},
            quoted=0,
            figures={},
        )
        for at, speaker in enumerate(speakers)
    ]
    half = len(statements) // 2
    near, far = np.array([1.0, 0.0]), np.array([0.95, 0.95**0.5 * 0.32])
    told = Told(
        statements=statements,
        vectors=np.stack([*[near] * half, *[far] * half]),
        joined=[*[0] * half, *[1] * half],
        background=Background(expected={"tunnel": 0.5, "shut": 0.5}, mass=20.0),
        speakers=lambda one, other: (
            None if {*one.speakers, *other.speakers} == {"ann", "bob"} else 1
        ),
    )
    assert not any({0, len(statements) - 1} <= {*group} for group in grouped(told))


@settings(max_examples=20, deadline=None)
@given(st.permutations(_outlets()))
def test_the_order_of_reports_does_not_matter(readings: list[Reading]) -> None:
    assert _groups(readings) == _groups(_outlets())
