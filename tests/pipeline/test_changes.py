"""What cannot be meant is refused in one sentence, before anything is kept."""

import pytest

from sayso.errors import BadRequestError
from sayso.pipeline.changes import parse_change, refuse_beyond

TEXT = "Nine dockers said so."


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ("office=Mayor", "speaker=NAME"),
        ("value=,", "changes nothing"),
        ("value=8,,0", "changes nothing"),
        ("value=8,00", "changes nothing"),
        ("speaker= ", "changes nothing"),
        ("colour=red", "changes nothing"),
        ("value", "changes nothing"),
        ("earliest=2024-02-31", "no day 2024-02-31"),
        ("latest=0000-01-01", "no day"),
        ("published=2023-02-29", "no day"),
        ("earliest=2024-05-01 latest=2024-01-01", "in order"),
        ("low=9 high=3", "in order"),
        ("value=9 speaker=Bob", "one thing"),
        ("verdict=nonsense", "changes nothing; verdict is one of verbatim, "),
        ("outcome=perhaps", "outcome is one of came_true, did_not, "),
        ("relation=nearly", "relation is one of exact, "),
    ],
)
def test_what_cannot_be_meant(fields: str, told: str) -> None:
    with pytest.raises(BadRequestError, match=told):
        parse_change(fields.split(" ") if fields != "speaker= " else [fields])


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ("value=8,000", {"value": "8000"}),
        ("value=-1,250,000.5", {"value": "-1250000.5"}),
        ("low=3 high=3", {"low": "3", "high": "3"}),
        ("latest=2024-02-29", {"latest": "2024-02-29"}),
        ("verdict=spliced", {"verdict": "spliced"}),
        ("speaker=Bob office=Mayor", {"speaker": "Bob", "office": "Mayor"}),
    ],
)
def test_what_can_be_meant(fields: str, change: dict[str, str]) -> None:
    assert parse_change(fields.split(" "))[1] == change


@pytest.mark.parametrize("spans", ["5-2", "0-22", "9-11+0-4", "4-4", "0-5+21-30"])
def test_spans_stand_in_the_text(spans: str) -> None:
    with pytest.raises(BadRequestError, match="nowhere in the text"):
        refuse_beyond({"content": spans}, TEXT)


def test_a_span_may_reach_to_the_end() -> None:
    refuse_beyond({"content": "0-4+5-21", "cue": "13-17"}, TEXT)
