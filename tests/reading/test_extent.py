"""How far a content reaches, by the rule for paragraphs alone."""

import pytest

from sayso.reading.layout import lay_out
from sayso.reading.statements.draft import Board, Draft
from sayso.reading.statements.rules.extent import stay_in_paragraph
from sayso.reading.words import split_words


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param(
            "Rain fell. It was late, added", "Rain fell. It was late,", id="one paragraph"
        ),
        pytest.param("Rain fell.\n\nIt was late, added", "It was late,", id="the one before"),
        pytest.param("Rain fell\nand was late, added", "Rain fell and was late,", id="a line"),
        pytest.param(
            "Rain “fell.”\n\nIt was late, added", "It was late,", id="a quotation that was closed"
        ),
        pytest.param(
            "“Rain fell.\n\n“It was late,” added", "“Rain fell. “It was late,”", id="one left open"
        ),
    ],
)
def test_a_content_keeps_to_the_paragraph_of_its_cue(text: str, kept: str) -> None:
    words = split_words(text)
    layout = lay_out(text, words)
    cue = len(words) - 1
    board = Board([Draft(cue={cue}, content=set(range(cue)))], layout, [])
    stay_in_paragraph(board)
    found = [words[word].of(text) for word in sorted(board.drafts[0].content)]
    assert "".join(found) == kept.replace(" ", "")
