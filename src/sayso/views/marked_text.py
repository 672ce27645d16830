"""A text cut where its marks begin and end, so that a page can show overlapping passages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Protocol, TypeVar

from sayso.records import Span

__all__ = ["Segment", "cut_at_marks", "part_at"]


class _Worded(Protocol):
    @property
    def text(self) -> str: ...


_P = TypeVar("_P", bound=_Worded)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A stretch of text that the same marks cover; `begins` are those that start here.

    `folds` is how many paragraphs it has, where they may be folded together.
    """

    text: str
    marks: tuple[int, ...] = ()
    begins: tuple[int, ...] = ()
    folds: int = 0


def cut_at_marks(
    text: str, marks: Iterable[tuple[Span, int]], *, border: int = 0
) -> Iterator[Segment]:
    """The text in segments, in order and whole; a mark is a span with its number.

    At `border` it is cut in any case, so that `part_at` finds a place there.

    >>> [segment.text for segment in cut_at_marks("He said no.", [(Span(8, 10), 1)])]
    ['He said ', 'no', '.']
    """
    within = [(span, number) for span, number in marks if 0 <= span.start < span.end <= len(text)]
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for span, number in within:
        opening.setdefault(span.start, []).append(number)
        closing.setdefault(span.end, []).append(number)
    borders = sorted({0, border, len(text), *opening, *closing})
    covering: list[int] = []
    begun: set[int] = set()
    for start, end in pairwise(borders):
        for number in closing.get(start, ()):
            covering.remove(number)
        covering += opening.get(start, ())
        begins = tuple(number for number in opening.get(start, ()) if number not in begun)
        begun.update(begins)
        marked = tuple(sorted(set(covering)))
        yield Segment(text=text[start:end], marks=marked, begins=begins)


def part_at(pieces: Sequence[_P], border: int) -> tuple[Sequence[_P], Sequence[_P]]:
    r"""The pieces of a text before one of the places where it was cut, and those behind it.

    >>> headline, rest = part_at([Segment(text="Ships wait\n"), Segment(text="Rain fell.")], 11)
    >>> [segment.text for segment in rest]
    ['Rain fell.']
    """
    ends = accumulate(len(piece.text) for piece in pieces)
    before = sum(end <= border for end in ends)
    return pieces[:before], pieces[before:]
