"""According to a memo seen by Y: the memo says it, and Y tells that it does."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from sayso.lexicon import table
from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft

__all__ = ["tell_of_documents"]

_REACH = 40  # words of the sentence to either side of the words of saying
_PAPER = 9  # words between a document and who saw it: "draft of the treaty on arms" seen by
_LONGEST = 8  # words of an outlet
_STOPS = frozenset(',.;:—–()"“”')


def tell_of_documents(drafts: list[Draft], layout: Layout) -> None:
    """Who saw, obtained or quoted a document tells what it says."""
    places = list(_places(layout))
    if not places:
        return
    for draft in [one for one in drafts if one.within is None and one.content and one.cue]:
        place = _participle(draft, layout, places)
        outlet = range(0) if place is None else _outlet(draft, layout, place + 2)
        if place is None or not _is_outlet(outlet, layout):
            continue
        seen = range(place, outlet.stop)
        named = draft.source.difference(seen) or _document(layout, place)
        draft.source = _trimmed(named, layout)
        draft.content -= named
        draft.cue -= set(seen)
        telling = Draft(source=set(outlet), cue={place, place + 1}, right=draft.right)
        telling.content = _told(draft, layout, seen)
        draft.tell_in(telling)
        drafts.append(telling)


def _places(layout: Layout) -> Iterator[int]:
    """The words `seen` in `seen by` that stand behind a word for a document."""
    rows = table("cues")["seen_by"]
    for start in _participles().finditer(layout.text):
        place = bisect_left(layout.words, (start.start(), 0))
        follows = layout.word(place + 1) in rows.get(layout.word(place), ())
        if follows and _is_paper(layout, range(max(0, place - _PAPER), place)):
            yield place


@cache
def _participles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(table('cues')['seen_by'])}) (?:by|to|with) ")


def _participle(draft: Draft, layout: Layout, places: Sequence[int]) -> int | None:
    """The first of `places` in the sentence of the draft, outside of what is said."""
    anchor = draft.anchor
    for place in places[bisect_left(places, anchor - _REACH) :]:
        if place > anchor + _REACH:
            break
        if place not in draft.content and layout.same_sentence(place, anchor):
            return place
    return None


def _is_paper(layout: Layout, words: range) -> bool:
    return any(
        layout.word(word).lower() in listed("cues", "papers")
        and layout.same_sentence(word, words.stop)
        for word in words
    )


def _document(layout: Layout, place: int) -> set[int]:
    """The words before `seen by`, back to a mark or the start of the sentence."""
    first = place
    while (
        first > max(0, place - _PAPER)
        and layout.word(first - 1) not in _STOPS
        and layout.same_sentence(first - 1, place)
    ):
        first -= 1
    return set(range(first, place))


def _outlet(draft: Draft, layout: Layout, first: int) -> range:
    """Who saw it: the words up to a mark or to other parts of the statement."""
    others = draft.cue | draft.content | (set() if first in draft.source else draft.source)
    after = first
    while (
        after < first + _LONGEST
        and layout.together(after, first)
        and layout.word(after) not in _STOPS
        and after not in others
    ):
        after += 1
    return range(first, after)


def _is_outlet(words: range, layout: Layout) -> bool:
    """Whether a name is there, or a word for those who publish."""
    found = [layout.word(word) for word in words]
    return any(word[:1].isupper() or word in listed("cues", "outlets") for word in found)


def _told(draft: Draft, layout: Layout, seen: range) -> set[int]:
    """All of the statement but who saw it, with what stands between its parts."""
    first, last = min(draft.words), max(draft.words)
    before = _trimmed(set(range(first, min(seen.start, last + 1))), layout)
    behind = set(range(max(first, seen.stop), last + 1))
    if before and behind and layout.word(min(behind)) in _STOPS:
        behind.discard(min(behind))
    return before | behind


def _trimmed(words: set[int], layout: Layout) -> set[int]:
    """Without the comma at the end."""
    kept = sorted(words)
    while kept and layout.word(kept[-1]) == ",":
        kept.pop()
    return set(kept)
