"""Statements whose source stands aside, behind what was said, or in the sentence before."""

import pytest

from sayso.reading import Encoder, read_report
from sayso.records import Reading, Report, text_id


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def _told(text: str, encoder: Encoder) -> list[tuple[str, str]]:
    """Who says what, by the words of the text."""
    return [
        (" ".join(it.of(text) for it in one.source), " … ".join(it.of(text) for it in one.content))
        for one in _read(text, encoder).statements
    ]


def _read(text: str, encoder: Encoder) -> Reading:
    return read_report(Report(id=text_id(text), text=text), encoder)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "The pier has become, in Roth’s words, a “heap of rusty nails.”",
            ("Roth", "The pier has become … a “heap of rusty nails.”"),
            id="in somebody's words",
        ),
        pytest.param(
            "The town is losing 40 jobs a week, by Danish reckoning.",
            ("Danish", "The town is losing 40 jobs a week"),
            id="by a reckoning",
        ),
        pytest.param(
            "By the engineers’ own forecasts, the bridge will last until 2040.",
            ("the engineers", "the bridge will last until 2040"),
            id="at the start",
        ),
    ],
)
def test_who_stands_aside_says_the_rest(text: str, told: tuple[str, str], encoder: Encoder) -> None:
    assert _told(text, encoder) == [told]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The pier was closed, in other words, for a year.", id="nobody's words"),
        pytest.param("The pier lay in the eyes of the storm for a week.", id="no comma"),
        pytest.param("The town paid, by some estimates, 40 crowns.", id="nobody's estimates"),
    ],
)
def test_nobody_stands_aside(text: str, encoder: Encoder) -> None:
    assert not [source for source, _ in _told(text, encoder) if source]


def test_a_relative_clause_with_an_aside_is_told_in_the_whole(encoder: Encoder) -> None:
    text = (
        "Roth said the boats carried the 400 sailors who, the guild believes, have left the town."
    )
    reading = _read(text, encoder)
    whole = next(it for it in reading.statements if it.source[0].of(text) == "Roth")
    inner = next(it for it in reading.statements if it.source[0].of(text) == "the guild")
    assert inner.within == whole.id
    assert (
        inner.content[0].of(text) == "the 400 sailors who, the guild believes, have left the town"
    )


def test_a_clause_behind_who_said_it_is_said_as_well(encoder: Encoder) -> None:
    text = "No ransom has been paid, Roth said, although about 3 million crowns had been demanded."
    assert ("Roth", "about 3 million crowns had been demanded") in _told(text, encoder)


def test_a_clause_of_somebody_else_is_not(encoder: Encoder) -> None:
    text = "No ransom was paid, Roth said, and Doe said that three million had been demanded."
    assert not [said for source, said in _told(text, encoder) if source == "Roth" and "Doe" in said]


def test_that_was_the_message_of_somebody(encoder: Encoder) -> None:
    text = "The pier stays shut and nobody may enter it. That was the message from Mayor Ann Roth."
    assert ("Mayor Ann Roth", "The pier stays shut and nobody may enter it.") in _told(
        text, encoder
    )


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "The pier is full of holes, Ann Roth told reporters. It all points to a town that "
            "“simply forgot to look after its pier.”",
            "Ann Roth",
            id="it points back",
        ),
        pytest.param(
            "The pier is full of holes, Ann Roth told reporters. The harbor counts as a "
            "“targeted employment area of the town.”",
            None,
            id="the reporter's own",
        ),
    ],
)
def test_a_quotation_that_names_nobody(text: str, speaker: str | None, encoder: Encoder) -> None:
    reading = _read(text, encoder)
    loose = [it for it in reading.statements if not it.source and not it.cue]
    people = [reading.person(it.speaker) for it in loose]
    assert [it.name for it in people if it] == ([speaker] if speaker else [])


def test_as_for_somebody_turns_to_that_one(encoder: Encoder) -> None:
    text = (
        "Secretaries Carl Roth and Paul Doe met the press. Secretary Roth said that the pier was "
        "shut.\n\nRoth stated that he had seen no ship.\n\n"
        "As for Secretary of Defense Doe, he said that the fleet would stay away."
    )
    reading = _read(text, encoder)
    person = reading.person(reading.statements[-1].speaker)
    assert person
    assert "Doe" in person.name


def test_a_place_is_not_the_minister_beside_it(encoder: Encoder) -> None:
    text = (
        "Transport Minister Ines Roth has threatened the operator with consequences.\n\n"
        "At a press conference in Harland, the minister estimated the number of stranded "
        "passengers at 42,000."
    )
    reading = _read(text, encoder)
    person = reading.person(reading.statements[-1].speaker)
    assert person
    assert person.name == "Ines Roth"
