"""The rule that gives every draft its source."""

from sayso.reading.statements.draft import Board, Draft
from sayso.reading.statements.rules.extent import distance

__all__ = ["share_sources"]


def share_sources(board: Board) -> None:
    """A draft without a source takes a free one of its sentence, else its neighbour's.

    226 of the 2,066 sources of PolNeAR serve two or three attributions.
    """
    layout = board.layout
    used = {word for draft in board.drafts for word in draft.source}
    free: dict[int, list[tuple[int, int]]] = {}
    for first, after, role in board.tagged:
        if role == "source" and first not in used:
            free.setdefault(int(layout.sentence[first]), []).append((first, after))
    with_source = _by_sentence(board)
    for draft in board.drafts:
        if draft.source or draft.nobody or not (draft.cue or draft.content):
            continue
        sentence = int(layout.sentence[draft.anchor])
        if free.get(sentence):
            _take_free(draft, free[sentence])
            continue
        _take_shared(draft, with_source.get(sentence, []))


def _by_sentence(board: Board) -> dict[int, list[Draft]]:
    """The drafts with source and cue, under the sentences of both."""
    found: dict[int, list[Draft]] = {}
    for draft in board.drafts:
        if draft.source and draft.cue:
            places = (min(draft.cue), min(draft.source))
            for sentence in dict.fromkeys(int(board.layout.sentence[place]) for place in places):
                found.setdefault(sentence, []).append(draft)
    return found


def _take_free(draft: Draft, free: list[tuple[int, int]]) -> None:
    nearest = min(free, key=lambda piece: distance(piece, draft.anchor))
    free.remove(nearest)
    draft.source = set(range(*nearest))


def _take_shared(draft: Draft, near: list[Draft]) -> None:
    anchor = draft.anchor
    near = [other for other in near if other is not draft]
    left = [other for other in near if min(other.source) < anchor] or near
    if left:
        draft.source = set(min(left, key=lambda other: abs(min(other.source) - anchor)).source)
