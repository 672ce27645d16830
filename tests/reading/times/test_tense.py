"""Which way a clause looks, told by the words around a day."""

import pytest

from sayso.reading.times.tense import nearest_marker, sentence_ends
from sayso.reading.times.tokens import split_tokens

AHEAD = [
    "She wanted at least 600 relays checked before that day.",
    "They will meet on DAY.",
    "They'll meet on DAY.",
    "The result is due DAY.",
    "The two agreed to meet on DAY.",
    "The talks are to be held on DAY.",
    "A deal could be signed on DAY.",
    "On DAY, the court will rule.",
    "She said they would vote on DAY.",
    "They are meeting in Oslo on DAY.",
    "The court opens on DAY.",
    "A deal was to be signed on DAY.",
    "She said that a repeat on DAY could follow.",
]
BACK = [
    "They wanted peace and left before that day.",
    "They met on DAY.",
    "The town was shelled on DAY.",
    "On DAY, the court ruled.",
    "They will leave, she said on DAY.",
    "They travelled to Oslo on DAY.",
    "In remarks on DAY he praised them.",
    "The ship, which will be sold, sank on DAY.",
    "They have met on DAY.",
    "She said that the talks on DAY were short.",
    "On DAY, the minister said so.",
]
UNKNOWN = ["DAY.", "The summit on DAY.", "They met. DAY", "They need speed on DAY."]
UNKNOWN += ["A repeat on DAY is likely, he said.", 'A repeat on DAY is likely," the chair said.']
ROWS = [
    *((text, 1) for text in AHEAD),
    *((text, -1) for text in BACK),
    *((text, 0) for text in UNKNOWN),
]


@pytest.mark.parametrize(("text", "direction"), ROWS)
def test_nearest_marker(text: str, direction: int) -> None:
    tokens = split_tokens(text)
    at = tokens.words.index("day")
    assert nearest_marker(tokens, at, at + 1)[0] == direction


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("The rule was due to enter into force on DAY.", True),
        ("Talks were originally set to resume on DAY.", True),
        ("A deal was to be signed on DAY.", True),
        ("She had been scheduled to speak on DAY.", True),
        ("The rule is due to enter into force on DAY.", False),
        ("She was told they would meet on DAY.", False),
        ("They met on DAY.", False),
    ],
)
def test_what_was_planned_is_known(text: str, planned: bool) -> None:
    tokens = split_tokens(text)
    at = tokens.words.index("day")
    assert nearest_marker(tokens, at, at + 1).planned is planned


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("They met. They left.", 1),
        ('They met." They left.', 1),
        ("The U.S. voted at 3.5 p.m. there.", 0),
        ("They met! Did they? Yes; no.", 3),
        ("A title\n\nA text", 1),
    ],
)
def test_sentence_ends(text: str, count: int) -> None:
    assert len(sentence_ends(split_tokens(text))) == count
