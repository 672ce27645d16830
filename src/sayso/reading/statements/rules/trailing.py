"""A sentence that ends with who said it: Talks would go on, the minister added."""

from itertools import pairwise

import numpy as np

from sayso.lexicon import words as listed
from sayso.reading.encoder.tags import ROLES
from sayso.reading.statements.draft import Board, Draft

__all__ = ["take_sentence_before"]

_LEAST_CONTENT = 4  # words before the comma; fewer are an adverbial: "On Friday, he said."
_LONGEST_SOURCE = 12
_LONGEST_REST = 7  # words between the verb and the end of the sentence: "on Thursday in Seoul"


def take_sentence_before(board: Board) -> None:
    """A verb of speech that ends a sentence and has no content takes the words before its comma."""
    for sentence in _sentences(board):
        found = _ending(board, sentence)
        if found is None:
            continue
        comma, verb = found
        content = range(sentence.start, comma)
        draft = board.holder("cue", verb) or Draft(cue={verb})
        if draft.content or len(content) < _LEAST_CONTENT or _is_told(board, content):
            continue
        if draft not in board.drafts:
            board.add(draft)
        board.give(draft, content)
        if not draft.source:
            draft.source = _source(board, range(comma + 1, verb) or range(verb + 1, sentence.stop))


def _is_told(board: Board, words: range) -> bool:
    """Whether any of `words` belongs to a statement that has a content already."""
    return any(draft.content for role in ROLES for draft in board.holders(role, words))


def _sentences(board: Board) -> list[range]:
    sentence = board.layout.sentence
    starts = np.flatnonzero(np.diff(sentence, prepend=-1)).tolist()
    return [range(*ends) for ends in pairwise([*starts, len(sentence)])]


def _ending(board: Board, sentence: range) -> tuple[int, int] | None:
    """Comma and verb where a sentence ends in a comma, who says, and a verb, or in that turned."""
    layout = board.layout
    speech = listed("cues", "ends_sentence")
    for verb in reversed(sentence[-_LONGEST_REST - _LONGEST_SOURCE :]):
        if layout.lower[verb] not in speech or board.holder("content", verb) is not None:
            continue
        before = reversed(range(max(sentence.start, verb - _LONGEST_SOURCE), verb))
        comma = next((word for word in before if layout.word(word) == ","), None)
        if comma is None:
            return None
        rest = range(verb + 1, sentence.stop)
        longest = _LONGEST_SOURCE if verb == comma + 1 else _LONGEST_REST
        return (comma, verb) if len(rest) <= longest and _adds_nothing(board, rest) else None
    return None


def _adds_nothing(board: Board, rest: range) -> bool:
    """Whether the words after the verb name the source or a circumstance, not what was said."""
    layout = board.layout
    if any(layout.word(word) in {",", ":", ";"} or layout.quoted[word] for word in rest):
        return False
    return not {layout.word(word).lower() for word in rest[:2]} & listed("cues", "complements")


def _source(board: Board, words: range) -> set[int]:
    layout = board.layout
    return {word for word in words if layout.word(word)[0].isalnum() and not board.busy(word)}
