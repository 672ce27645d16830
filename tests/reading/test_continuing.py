"""Whose a paragraph is that is all quotation, by the rule for it alone."""

import pytest

from sayso.reading.layout import lay_out
from sayso.reading.statements.draft import Board, Draft
from sayso.reading.statements.rules.quotation import continue_paragraph
from sayso.reading.words import split_words

ALONE = "\n\n“The pier will be open again before the end of May.”"


@pytest.mark.parametrize(
    ("before", "cue", "content", "taken"),
    [
        pytest.param("“It is cold,” she said.", "said", "“It is cold,”", True, id="goes on"),
        pytest.param("She made this promise:", "made this promise", "", True, id="announced"),
        pytest.param("She promised help:", "promised", "help", False, id="its content was there"),
        pytest.param("She promised. These are the facts:", "promised", "", False, id="no cue here"),
        pytest.param("She made this promise.", "made this promise", "", False, id="no colon"),
    ],
)
def test_a_quotation_on_its_own(before: str, cue: str, content: str, taken: bool) -> None:
    text = before + ALONE
    words = split_words(text)

    def numbers(part: str) -> set[int]:
        start = text.index(part)
        return {at for at, word in enumerate(words) if start <= word.start < start + len(part)}

    board = Board([Draft(cue=numbers(cue), content=numbers(content))], lay_out(text, words), [])
    continue_paragraph(board)
    assert (numbers("pier") <= board.drafts[0].content) is taken
