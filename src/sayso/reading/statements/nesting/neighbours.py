"""Which drafts stand beside which."""

from bisect import bisect_left
from collections.abc import Sequence

from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft

__all__ = ["Neighbours"]

_NEAREST = 8  # drafts to either side that are looked at, so that odd text costs linear time


class Neighbours:
    """The drafts that have words of saying, by the place of these."""

    def __init__(self, drafts: Sequence[Draft], layout: Layout) -> None:
        self._drafts = sorted((draft for draft in drafts if draft.cue), key=_place)
        self._places = [_place(draft) for draft in self._drafts]
        self._layout = layout

    def of(self, draft: Draft) -> list[Draft]:
        """The other drafts of its sentence that stand near, those with a content."""
        place = bisect_left(self._places, _place(draft))
        near = self._drafts[max(0, place - _NEAREST) : place + _NEAREST + 1]
        return [
            other
            for other in near
            if other is not draft
            and other.content
            and self._layout.same_sentence(_place(other), _place(draft))
        ]


def _place(draft: Draft) -> int:
    return min(draft.source | draft.cue)
