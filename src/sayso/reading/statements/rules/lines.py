"""Lines of transcripts and social posts: KORRAN: By me. @velmharbour: We sail."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Board, Draft

__all__ = ["take_named_lines"]

_LONGEST_NAME = 8  # words before the colon: "SENATOR IDA PLUME, D-HARMOND"
_MARKS = frozenset('"“”') | {"''", "``"}
_FORWARDED = "RT"
_LEAST_LINES = 2  # a single one in capitals may be a place, a price list, a warning


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A paragraph `name: said`; `sure` where one such line is enough."""

    name: range
    said: range
    sure: bool


def take_named_lines(board: Board) -> None:
    """A paragraph that a name in capitals or an account opens is what that one said."""
    lines = list(_lines(board.layout))
    for line in lines:
        if line.sure or len(lines) >= _LEAST_LINES:
            board.free(range(line.name.start, line.said.stop))
            cue = {line.name.stop}
            board.add(Draft(source=set(line.name), cue=cue, content=set(line.said), verbatim=True))


def _lines(layout: Layout) -> Iterator[_Line]:
    starts = np.flatnonzero(np.diff(layout.paragraph, prepend=-1)).tolist()
    closed = {quoted.first for quoted in layout.quotations if quoted.stretch.closed}
    for first, after in pairwise([*starts, len(layout.words)]):
        line = None if first in closed else _line(layout, range(first, after))
        if line is not None:
            yield line


def _line(layout: Layout, paragraph: range) -> _Line | None:
    """The paragraph as a name and what it said, if it is that."""
    marked = layout.word(paragraph.start) in _MARKS
    first = paragraph.start + marked
    first += layout.word(first) == _FORWARDED
    near = range(first, min(first + _LONGEST_NAME, paragraph.stop))
    colon = next((word for word in near if layout.word(word) == ":"), first)
    name, said = range(first, colon), range(colon + 1, paragraph.stop)
    account = _names_account(layout, name)
    speaks = any(layout.word(word).islower() for word in said)
    if not speaks or not (account or _is_in_capitals(layout, name)):
        return None
    return _Line(name=name, said=said, sure=account or marked)


def _names_account(layout: Layout, name: range) -> bool:
    """Whether it is an account, or a name with its account in brackets."""
    written = [layout.word(word) for word in name]
    account = [word for word in written if word.startswith("@") and len(word) > 1]
    return len(account) == 1 and (len(written) == 1 or written[-1] == ")")


def _is_in_capitals(layout: Layout, name: range) -> bool:
    """Whether every word is in capitals and none of them heads a note: `UPDATE`, `PHOTO`."""
    letters = [layout.word(word) for word in name if layout.word(word)[0].isalpha()]
    if not letters or not all(word.isupper() for word in letters) or len("".join(letters)) < 2:
        return False
    if layout.word(name.start)[0].isdigit():  # "2:42 PM: ..."
        return False
    return listed("naming", "heads_of_notes").isdisjoint(word.lower() for word in letters)
