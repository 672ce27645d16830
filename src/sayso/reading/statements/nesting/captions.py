"""Captions of videos and cards: "We sail at noon, Ann Roe, Mayor, via 'The Courier'."."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft

__all__ = ["read_captions"]

_VIA = "via"
_ENDS = frozenset(".?!")
_MARKS = frozenset("\"'“”‘’")
_NAME = range(2, 5)  # words
_LONGEST_TITLE = 8  # words
_LONGEST_OUTLET = 8  # words
_LONGEST = 150  # words of a caption


@dataclass(frozen=True, slots=True, kw_only=True)
class _Caption:
    """Words that somebody said, who that is, title and all, and who passed them on."""

    said: range
    who: range
    outlet: range


def read_captions(drafts: list[Draft], layout: Layout) -> None:
    """A line that ends with name, title and "via" an outlet is that one's words, as passed on."""
    for caption in _captions(layout):
        line = range(caption.said.start, caption.outlet.stop)
        drafts[:] = [draft for draft in drafts if not draft.words <= set(line)]
        via = {caption.who.stop + 1}
        told = set(range(caption.said.start, caption.who.stop))
        outer = Draft(source=set(caption.outlet), cue=via, content=told)
        inner = Draft(
            source=set(caption.who), content=set(caption.said), verbatim=True, within=outer
        )
        drafts.extend([outer, inner])


def _captions(layout: Layout) -> Iterator[_Caption]:
    for via, word in enumerate(layout.lower):
        if word == _VIA and layout.word(via - 1) == ",":
            caption = _caption(layout, via)
            if caption is not None:
                yield caption


def _caption(layout: Layout, via: int) -> _Caption | None:
    start, outlet = _line_start(layout, via), _outlet(layout, via)
    commas = [at for at in range(start, via) if layout.word(at) == ","]
    parts = [_bare(layout, one + 1, other) for one, other in pairwise([start - 1, *commas])]
    for name, title in ((2, parts[-1:]), (1, [])):
        named = len(parts) > name and _is_name(layout, parts[-name])
        if named and outlet and all(len(part) <= _LONGEST_TITLE for part in title):
            who = range(parts[-name].start, via - 1)
            said = range(start, who.start - (layout.word(who.start - 1) == ","))
            return _Caption(said=said, who=who, outlet=outlet)
    return None


def _bare(layout: Layout, first: int, after: int) -> range:
    """The words without the mark that closes a quotation after its comma."""
    return range(first + (layout.word(first) in _MARKS), after)


def _line_start(layout: Layout, via: int) -> int:
    """The first word after a line that ends as a sentence does; a caption may fill more lines."""
    last = max(0, via - _LONGEST)
    return next((word for word in range(via, last, -1) if _breaks(layout, word)), last)


def _breaks(layout: Layout, word: int) -> bool:
    between = layout.text[layout.words[word - 1].end : layout.words[word].start]
    ended = layout.word(word - 1) in _ENDS | _MARKS or layout.word(word - 1)[-1] in _ENDS
    return "\n" in between and (ended or "\n\n" in between)


def _outlet(layout: Layout, via: int) -> range:
    """The capitalised words after "via" and the marks around them, without the full stop."""
    after = via + 1
    while after < via + _LONGEST_OUTLET and layout.together(via, after):
        word = layout.word(after)
        if not (word[0].isupper() or word[0] == "@" or word in _MARKS) or _breaks(layout, after):
            break
        after += 1
    return range(via + 1, after)


def _is_name(layout: Layout, part: range) -> bool:
    written = [layout.word(word) for word in part]
    return len(part) in _NAME and all(word[0].isupper() for word in written)
