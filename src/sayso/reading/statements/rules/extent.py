"""Rules about how far a content reaches."""

from itertools import pairwise

from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Board, Draft, fragments

__all__ = ["distance", "drop_weak_pieces", "stay_in_paragraph", "trim_edges"]

_LEADING = frozenset(",;:.)-–—")
_TRAILING = frozenset(",;:-–—(")
_CLOSING = frozenset('"”') | {"''"}
# What ends a paragraph; a line that ends otherwise was broken where the page was full.
_ENDS = _CLOSING | frozenset(".!?")


def stay_in_paragraph(board: Board) -> None:
    """A content keeps to the paragraph of its cue where it has words there."""
    layout = board.layout
    for draft in board.drafts:
        if not draft.cue or not draft.content:
            continue
        cue = min(draft.cue)
        pieces = fragments(draft.content)
        here = [p for p in pieces if _touches_paragraph(layout, p, cue)]
        kept = here or [min(pieces, key=lambda piece: distance(piece, cue))]
        board.keep(draft, {word for piece in kept for word in range(*piece)})
        _end_with_paragraph(board, draft)


def _touches_paragraph(layout: Layout, piece: tuple[int, int], word: int) -> bool:
    return layout.together(piece[0], word) or layout.together(piece[1] - 1, word)


def _end_with_paragraph(board: Board, draft: Draft) -> None:
    """Over the end of a paragraph goes only a quotation that was not closed in it."""
    layout = board.layout
    cue = min(draft.cue)
    words = sorted(draft.content)
    if not words or layout.together(words[0], words[-1]):
        return
    for before, word in pairwise(words):
        goes_on = layout.quoted[word] and layout.word(before) not in _CLOSING
        if word != before + 1 or layout.together(before, word) or goes_on:
            continue
        if layout.together(before, cue):
            board.keep(draft, {kept for kept in words if kept < word})
            return
        if layout.together(word, cue) and layout.word(before) in _ENDS:
            board.keep(draft, draft.content & set(range(word, words[-1] + 1)))


def drop_weak_pieces(board: Board) -> None:
    """A second piece of content stays only if quoted, or in the sentence of the main one."""
    layout = board.layout
    for draft in board.drafts:
        pieces = fragments(draft.content)
        if not draft.cue or len(pieces) < 2:
            continue
        cue = min(draft.cue)
        near = [p for p in pieces if any(layout.same_sentence(w, cue) for w in (p[0], p[1] - 1))]
        main = max(near or pieces, key=lambda piece: piece[1] - piece[0])
        kept = [p for p in pieces if p == main or _is_strong(layout, p, main)]
        board.keep(draft, {word for piece in kept for word in range(*piece)})


def _is_strong(layout: Layout, piece: tuple[int, int], main: tuple[int, int]) -> bool:
    if layout.quoted[piece[0]]:
        return True
    return layout.same_sentence(piece[0], main[0]) and piece[1] - piece[0] > 1


def trim_edges(board: Board) -> None:
    """Commas, colons, dashes and single brackets at the edges are no part of a content."""
    layout = board.layout
    for draft in board.drafts:
        kept: set[int] = set()
        for first, after in fragments(draft.content):
            kept.update(_trimmed(layout, first, after))
        if kept:
            board.keep(draft, kept)


def _trimmed(layout: Layout, first: int, after: int) -> range:
    while after > first and layout.word(first) in _LEADING:
        first += 1
    while after > first and layout.word(after - 1) in _TRAILING:
        after -= 1
    says_something = any(layout.word(word)[0].isalnum() for word in range(first, after))
    return range(first, after) if says_something else range(0)


def distance(piece: tuple[int, int], word: int) -> int:
    """Words between a piece `(first, last + 1)` and a word; 0 inside."""
    return max(0, piece[0] - word, word - piece[1] + 1)
