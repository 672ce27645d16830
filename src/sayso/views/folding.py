"""A long text folded to the passages that are marked, with the paragraphs that these stand in."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sayso.views.marked_text import Segment

__all__ = ["fold_unmarked"]

_BREAK = re.compile(r"\n+")
_FEWEST = 3  # paragraphs; less is read past as quickly as it is opened


def fold_unmarked(segments: Sequence[Segment]) -> Iterator[Segment]:
    r"""The same text; paragraphs between marks that hold none are segments that fold together.

    Before and after a mark its paragraph stays whole, and of a text without marks the first.

    >>> text = "One.\n\nTwo.\n\nThree.\n\nFour.\n\nFive."
    >>> [(segment.text, segment.folds) for segment in fold_unmarked([Segment(text=text)])]
    [('One.', 0), ('\n\nTwo.\n\nThree.\n\nFour.\n\nFive.', 4)]
    """
    last = len(segments) - 1
    for at, segment in enumerate(segments):
        if segment.marks:
            yield segment
        else:
            yield from _folded(segment, before=at > 0 or last == 0, after=at < last)


def _folded(segment: Segment, *, before: bool, after: bool) -> Iterable[Segment]:
    text = segment.text
    breaks = [*_BREAK.finditer(text)]
    start = breaks[0].start() if before and breaks else 0
    end = breaks[-1].end() if after and breaks else len(text)
    inner = len(_BREAK.split(text[start:end].strip("\n")))
    if not breaks or inner < _FEWEST:
        return [segment]
    pieces = ((text[:start], 0), (text[start:end], inner), (text[end:], 0))
    return [replace(segment, text=piece, folds=folds) for piece, folds in pieces if piece]
