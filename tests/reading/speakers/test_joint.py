"""Who speaks together is a person of its own, with those who make it up."""

import pytest

from sayso.reading.layout import lay_out
from sayso.reading.speakers import resolve_speakers
from sayso.reading.words import split_words
from tests.reading.speakers.marked import read_marked


@pytest.mark.parametrize(
    ("text", "members"),
    [
        pytest.param(
            "Antony Blinken and Lloyd Austin met. [1:Blinken and Austin] told reporters {1:so}.",
            ["Antony Blinken", "Lloyd Austin"],
            id="two surnames",
        ),
        pytest.param(
            "[1:Ann Rask, Edwin Farrow and Lena Quist] said {1:the bridge was safe}.",
            ["Ann Rask", "Edwin Farrow", "Lena Quist"],
            id="three",
        ),
        pytest.param(
            "Ann Rask and Edwin Farrow met. [1:They] said {1:the bridge was safe}.",
            ["Ann Rask", "Edwin Farrow"],
            id="they",
        ),
        pytest.param("[1:Ann Rask] said {1:the bridge was safe}.", [], id="one"),
        pytest.param(
            "[1:Professor Ann Rask, Director of the National Harbour study, and Chairman of the "
            "Centre for Control of Harbour Disorders,] said {1:so}.",
            [],
            id="two offices of one",
        ),
        pytest.param("[1:Pentagon officials] said {1:the bridge was safe}.", [], id="a group"),
    ],
)
def test_a_joint_speaker_has_its_members(text: str, members: list[str]) -> None:
    paragraph = read_marked({"kind": "", "text": text, "speakers": {}})
    layout = lay_out(paragraph.text, split_words(paragraph.text))
    spoken, people = resolve_speakers(layout, paragraph.statements, report_id="r")
    by_id = {person.id: person for person in people}
    speaker = by_id[spoken[0].speaker or ""]
    assert [by_id[member].name for member in speaker.members] == members
