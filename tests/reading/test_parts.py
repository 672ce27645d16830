"""Statements found by the form of a sentence: what somebody goes on to say, puts at, said so."""

import pytest

from sayso.reading import Encoder, read_report
from sayso.records import Reading, Report, text_id


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def _read(text: str, encoder: Encoder) -> Reading:
    return read_report(Report(id=text_id(text), text=text), encoder)


def _parts(text: str, encoder: Encoder) -> list[str]:
    """The words of the statements that stand within another."""
    found = _read(text, encoder).statements
    return [" … ".join(it.of(text) for it in one.content) for one in found if one.within]


@pytest.mark.parametrize(
    ("text", "part"),
    [
        pytest.param(
            "“The pier will stay shut,” Mayor Ann Roth said. “We had no other choice.”",
            "“We had no other choice.”",
            id="a new sentence in marks",
        ),
        pytest.param(
            "The pier will stay shut for a year, Mayor Ann Roth said, and the ferries will sail "
            "from the old quay.",
            "the ferries will sail from the old quay",
            id="a clause behind the source",
        ),
        pytest.param(
            "Mayor Ann Roth said that the pier would stay shut and that the ferries would sail "
            "from the old quay.",
            "that the ferries would sail from the old quay",
            id="a second that",
        ),
        pytest.param(
            "“The pier will stay shut,” Mayor Ann Roth said.\n\n“We had no other choice at all.”",
            "“We had no other choice at all.”",
            id="another paragraph",
        ),
        pytest.param(
            "“We have not seen the report,” Mayor Ann Roth said, “but we would expect it soon.”",
            None,
            id="a sentence that goes on",
        ),
        pytest.param(
            "“The pier will stay shut. We had no other choice,” Mayor Ann Roth said.",
            None,
            id="one pair of marks",
        ),
        pytest.param(
            "The pier, Mayor Ann Roth said, and its two cranes will stay shut.",
            None,
            id="a subject in two halves",
        ),
    ],
)
def test_what_somebody_goes_on_to_say(text: str, part: str | None, encoder: Encoder) -> None:
    assert _parts(text, encoder) == ([part] if part else [])


def test_a_part_has_the_source_and_the_speaker_of_the_whole(encoder: Encoder) -> None:
    reading = _read("“It is cold out here,” Ann Roth said. “We must go home now.”", encoder)
    whole, part = reading.statements
    assert part.within == whole.id
    assert (part.source, part.cue, part.speaker) == (whole.source, whole.cue, whole.speaker)
    assert len(whole.content) == 2  # the attribution itself stays as it was


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(
            "Mayor Ann Roth put the number of the stranded at 42,000.",
            "the number of the stranded at 42,000",
            id="a number",
        ),
        pytest.param("Ann Roth put the chairs at 40 tables.", None, id="no amount"),
        pytest.param("Ann Roth put the cost at the top of the list.", None, id="no figure"),
        pytest.param("The cost was put at 40 crowns.", None, id="nobody puts it"),
        pytest.param("Growth is put at a weak growth rate of 2 crowns.", None, id="it is put"),
    ],
)
def test_who_puts_a_thing_at_a_figure_says_so(
    text: str, content: str | None, encoder: Encoder
) -> None:
    found = _read(text, encoder).statements
    assert [it.content[0].of(text) for it in found] == ([content] if content else [])


@pytest.mark.parametrize(
    ("text", "content"),
    [
        pytest.param(
            "The pier stays shut until the end of May. So announced Mayor Ann Roth on Monday.",
            "The pier stays shut until the end of May.",
            id="the sentence before",
        ),
        pytest.param("The pier is shut. So the town is quiet.", None, id="it follows"),
        pytest.param("The pier is shut.\n\nSo said Ann Roth.", "So", id="another paragraph"),
    ],
)
def test_who_said_so(text: str, content: str | None, encoder: Encoder) -> None:
    reading = _read(text, encoder)
    assert [it.content[0].of(text) for it in reading.statements] == ([content] if content else [])
    assert not content or "Ann Roth" in [it.name for it in reading.people]
