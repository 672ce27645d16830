"""Stretches in quotation marks, whatever the marks.

Marks are paired inside one paragraph by where they stand (before or after a word) first and by
their shape second, because pages open with straight marks and close with curly ones, print them
reversed, double single ones, or never close them.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sayso.records import Span

__all__ = ["Stretch", "find_stretches", "quoted_characters"]

_OPENING, _CLOSING = "“„‟«``", "”»"
# A doubled single mark or back-tick is one double mark.
_DOUBLE = re.compile(r"[“”„‟«»\"＂]|''|``")
_SINGLE_OPEN = re.compile(r"(?<![^\s(\[—–\-])[‘'](?=[^\s'’\d])")
_SINGLE_CLOSE = re.compile(r"(?<=[^\s‘])[’'](?![^\W_])")
# words.py takes 's and 'll for clitics; a quotation in single marks must be longer than a letter
_LEAST_SINGLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """One quoted stretch inside one paragraph.

    `outer` has the marks, `inner` the words alone; `closed` is false where no mark ends it,
    `continues` true where it goes on a quotation that the paragraph before left open.
    """

    outer: Span
    inner: Span
    closed: bool = True
    continues: bool = False


@lru_cache(maxsize=1)  # the layout of a text and the encoder ask one after the other
def find_stretches(text: str) -> tuple[Stretch, ...]:
    r"""The quoted stretches of `text` in order, apart from each other, none beyond a paragraph.

    >>> text = 'It is "over," he said.\n‘The ministers’ word,’ said she.'
    >>> [stretch.inner.of(text) for stretch in find_stretches(text)]
    ['over,', 'The ministers’ word,']
    """
    found: list[Stretch] = []
    open_before = False
    for start, end in _paragraphs(text):
        doubles = list(_doubles(text, start, end))
        if open_before and doubles and not text[start : doubles[0].outer.start].strip():
            first = doubles[0]
            doubles[0] = Stretch(
                outer=first.outer, inner=first.inner, closed=first.closed, continues=True
            )
        open_before = bool(doubles) and not doubles[-1].closed and doubles[-1].outer.end == end
        found.extend(doubles if doubles else _singles(text, start, end))
    return tuple(found)


def quoted_characters(text: str) -> bytearray:
    """A byte a character of `text`: 1 where it stands in quotation marks or is one, else 0."""
    mask = bytearray(len(text) + 1)
    for stretch in find_stretches(text):
        start, end = stretch.outer
        mask[start:end] = b"\1" * (end - start)
    return mask


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        if end > start:
            yield start, start + len(text[start:end].rstrip())
        start = end + 1


def _doubles(text: str, start: int, end: int) -> Iterator[Stretch]:
    marks = [match.span() for match in _DOUBLE.finditer(text, start, end)]
    shapes = [_shape(text, mark, (start, end)) for mark in marks]
    nested = shapes.count("opens") <= shapes.count("closes")
    opened: tuple[int, int] | None = None
    inside = 0
    for mark, shape in zip(marks, shapes, strict=True):
        if opened is None:
            opened = None if shape == "closes" else mark
        elif shape == "opens" and nested and text[mark[0]] in _OPENING:
            inside += 1
        elif shape == "opens":
            yield _unclosed(text, opened, mark[0])
            opened = mark
        elif inside:
            inside -= 1
        else:
            yield Stretch(outer=Span(opened[0], mark[1]), inner=Span(opened[1], mark[0]))
            opened = None
    if opened is not None:
        yield _unclosed(text, opened, end)


def _unclosed(text: str, opened: tuple[int, int], end: int) -> Stretch:
    end = opened[1] + len(text[opened[1] : end].rstrip())
    return Stretch(outer=Span(opened[0], end), inner=Span(opened[1], end), closed=False)


def _shape(text: str, mark: tuple[int, int], bounds: tuple[int, int]) -> str:
    """Whether the mark opens, closes, or may do either."""
    before = text[mark[0] - 1] if mark[0] > bounds[0] else " "
    after = text[mark[1]] if mark[1] < bounds[1] else " "
    leads = before.isspace() or before in "([{—–-/"
    trails = after.isspace() or after in ")]}.,;:!?—–-/'’"
    if leads != trails:
        return "opens" if leads else "closes"
    glyph = text[mark[0]]
    return "opens" if glyph in _OPENING else "closes" if glyph in _CLOSING else "either"


def _singles(text: str, start: int, end: int) -> Iterator[Stretch]:
    """Quotations of papers that use single marks; an apostrophe is no mark."""
    closes = [match.start() for match in _SINGLE_CLOSE.finditer(text, start, end)]
    opens = [match.start() for match in _SINGLE_OPEN.finditer(text, start, end)]
    position = place = 0
    for index, opened in enumerate(opens):
        if opened < position:
            continue
        limit = opens[index + 1] if index + 1 < len(opens) else end
        while place < len(closes) and closes[place] <= opened + _LEAST_SINGLE:
            place += 1
        close = _closing(text, closes, place, limit=limit)
        if close is not None:
            yield Stretch(outer=Span(opened, close + 1), inner=Span(opened + 1, close))
            position = close + 1


def _closing(text: str, closes: list[int], place: int, *, limit: int) -> int | None:
    """The closing mark: the first after punctuation, else the first that is there at all."""
    first = closes[place] if place < len(closes) and closes[place] < limit else None
    while place < len(closes) and closes[place] < limit:
        if text[closes[place] - 1] in ".,?!…":
            return closes[place]
        place += 1
    return first
