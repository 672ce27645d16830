"""a, X said, Y reported: what stands before the last words of saying is told by Y."""

from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft
from sayso.reading.statements.nesting.neighbours import Neighbours

__all__ = ["tell_after"]

_GAP = 8  # words between a statement and who tells it: "on Tuesday at the border,"
_BREAKS = frozenset({",", "-", "–", "—"})


def tell_after(drafts: list[Draft], layout: Layout) -> None:
    """A cue with a source but no content tells the statement that ends before it."""
    near = Neighbours(drafts, layout)
    left = [draft for draft in drafts if draft.cue and draft.source and not draft.content]
    for telling in sorted(left, key=_starts):
        for told in sorted(near.of(telling), key=lambda draft: max(draft.words), reverse=True):
            if _put_between(told, telling, layout) or _put_around(told, telling, layout):
                break


def _put_between(outer: Draft, telling: Draft, layout: Layout) -> bool:
    """In a, X said, Y reported: of two cues after a content the first tells it."""
    first, last = _starts(telling), max(telling.source | telling.cue)
    if max(outer.content) >= first or last >= _starts(outer):
        return False
    telling.content = outer.content
    telling.tell_in(outer)
    telling.right = outer.right
    outer.content = _up_to(layout, min(outer.content), _starts(outer))
    return True


def _put_around(told: Draft, telling: Draft, layout: Layout) -> bool:
    """A whole statement ends, with a comma, where `telling` starts: it is what that tells."""
    first, last = _starts(telling), max(told.words)
    if not last < first <= last + _GAP or layout.word(first - 1) not in _BREAKS:
        return False
    if told.source == telling.source:
        return False
    while told.within is not None:
        told = told.within
    telling.content = _up_to(layout, min(told.words), first)
    told.tell_in(telling)
    telling.right = told.right
    return True


def _starts(draft: Draft) -> int:
    """The first word of who says it and by which words."""
    return min(draft.source | draft.cue)


def _up_to(layout: Layout, first: int, after: int) -> set[int]:
    """The words from `first` to before `after`, without the comma at the end."""
    while after > first and layout.word(after - 1) in _BREAKS:
        after -= 1
    return set(range(first, after))
