"""A quotation belongs to the cue next to it: "...," X said; X said: "..."; "..." — X."""

from bisect import bisect_left
from collections.abc import Callable

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout, Quoted
from sayso.reading.statements.draft import Board, Draft

__all__ = ["go_to_neighbour"]

_MARKS = frozenset('"“”') | {"''", "``"}
_GOES_ON = frozenset(",?!—-–")  # a quotation that ends so is followed by who said it
_DASHES = frozenset("―—–")
_AFTER = 22  # words after a quotation in which its cue may come
_VERB_AFTER = 7  # words in which a verb of speech that nobody marked is still its cue
_SIGNATURE = 7  # words of a name after a dash


def go_to_neighbour(board: Board) -> None:
    """A quotation goes to the cue beside it, with the words of the same sentence that hang on."""
    layout = board.layout
    for quoted in layout.quotations:
        if not _may_move(board, quoted):
            continue
        for find in _FINDERS:
            draft = find(board, quoted)
            if draft is not None:
                board.give(draft, _with_neighbours(board, quoted))
                draft.touches = True
                break


def _may_move(board: Board, quoted: Quoted) -> bool:
    """Not a word in marks, nor a quotation within which somebody says something."""
    layout = board.layout
    if not quoted.stretch.closed or len(quoted.words) < 4 or board.holders("cue", quoted.words):
        return False
    before = board.holder("content", quoted.first - 1)
    if before is None or before is not board.holder("content", quoted.first) or not before.cue:
        return True
    cue = max(before.cue)
    return not (cue < quoted.first and layout.same_sentence(cue, quoted.first))


def _last_word(layout: Layout, quoted: Quoted) -> str:
    last = layout.word(quoted.after - 1)
    return layout.word(quoted.after - 2) if last in _MARKS else last


def _rest_of_sentence(layout: Layout, quoted: Quoted) -> range:
    """The words after the quotation in which its cue may stand."""
    end = quoted.after
    while (
        end < quoted.after + _AFTER
        and layout.together(end, quoted.first)
        and layout.word(end) not in {'"', "“", ";", ":"}
        and (end == quoted.after or layout.same_sentence(end, end - 1))
    ):
        end += 1
    return range(quoted.after, end)


def _cue_after(board: Board, quoted: Quoted) -> Draft | None:
    """After "..." he said: the first cue of the rest of the sentence, no other content between."""
    layout = board.layout
    if _last_word(layout, quoted) not in _GOES_ON:
        return None
    for word in _rest_of_sentence(layout, quoted):
        draft = board.holder("cue", word)
        if draft is not None:
            return draft
        if board.holder("content", word) is not None and word > quoted.after:
            return None
    return None


def _verb_after(board: Board, quoted: Quoted) -> Draft | None:
    """After "..." said the man: a verb of speech that the encoder passed over."""
    layout = board.layout
    if _last_word(layout, quoted) not in _GOES_ON:
        return None
    rest = _rest_of_sentence(layout, quoted)
    speech = listed("cues", "speech")
    near = (word for word in rest[:_VERB_AFTER] if layout.word(word).lower() in speech)
    verb = next(near, None)
    if verb is None or board.busy(verb):
        return None
    source = _source_near(board, rest, verb)
    return board.add(Draft(source=set(source), cue={verb}))


def _source_near(board: Board, rest: range, verb: int) -> list[int]:
    place = bisect_left(board.tagged, (rest.start, 0, ""))
    for first, after, role in board.tagged[place : place + len(rest)]:
        if role == "source" and first in rest:
            return list(range(first, after))
    if verb > rest.start:
        return [word for word in range(rest.start, verb) if board.layout.word(word) != ","]
    named = range(verb + 1, rest.stop)
    stop = next((word for word in named if board.layout.word(word) in {",", ".", ";"}), rest.stop)
    return list(range(verb + 1, stop))


def _cue_before(board: Board, quoted: Quoted) -> Draft | None:
    """He said, "...": the cue that ends right before the quotation."""
    layout = board.layout
    first = quoted.first
    if not layout.together(first - 1, first) or layout.word(first - 1) not in {",", ":"}:
        return None
    for word in (first - 1, first - 2, first - 3):
        draft = board.holder("cue", word)
        if draft is not None:
            return draft
        if board.holder("content", word) is not None:
            return None
    return None


def _verb_before(board: Board, quoted: Quoted) -> Draft | None:
    """He said, "...": a verb of speech that the encoder passed over; its source comes later."""
    layout = board.layout
    first = quoted.first
    if not layout.together(first - 1, first) or layout.word(first - 1) not in {",", ":"}:
        return None
    verb = first - 2
    if layout.word(verb).lower() not in listed("cues", "speech") or board.busy(verb):
        return None
    return board.add(Draft(cue={verb}))


def _signature(board: Board, quoted: Quoted) -> Draft | None:
    """Before — Name: a quotation that is signed."""
    layout = board.layout
    after = quoted.after
    if not layout.together(after, quoted.first) or layout.word(after) not in _DASHES:
        return None
    if _last_word(layout, quoted) not in {".", "?", "!"}:
        return None
    signed = board.holder("cue", after)
    if signed is not None:
        same = {w for w in signed.content if layout.together(w, quoted.first)}
        board.keep(signed, same)
        return signed
    if not layout.word(after + 1)[:1].isupper() or not layout.together(after + 1, after):
        return None
    end = after + 1
    while (
        end < after + _SIGNATURE
        and layout.together(end, after)
        and layout.word(end) not in {'"', "“"}
        and not (layout.word(end) == "." and not layout.together(end + 1, end))
    ):
        end += 1
    board.free(range(after, end))
    return board.add(Draft(source=set(range(after + 1, end)), cue={after}))


def _with_neighbours(board: Board, quoted: Quoted) -> list[int]:
    """The quotation with the unquoted content of its sentence that runs into it."""
    layout = board.layout
    first, after = quoted.first, quoted.after
    while (
        board.holder("content", first - 1) is not None
        and layout.same_sentence(first - 1, quoted.first)
        and not layout.quoted[first - 1]
    ):
        first -= 1
    while (
        board.holder("content", after) is not None
        and layout.same_sentence(after, after - 1)
        and not layout.quoted[after]
    ):
        after += 1
    return list(range(first, after))


_FINDERS: tuple[Callable[[Board, Quoted], Draft | None], ...] = (
    _cue_after,
    _verb_after,
    _cue_before,
    _verb_before,
    _signature,
)
