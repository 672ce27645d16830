"""a, in X's words, b: who says it stands aside, and all the rest of the sentence is what X says."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft

__all__ = ["tell_aside"]

_LONGEST = 8  # words of whoever says it
_LEAST = 4  # words of what is said
_LEADING = frozenset({"in", "by"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_MARKS = frozenset(",.;:?!—–-")
_DOUBTFUL = 0.7  # how likely a statement of the sentence has to be for nobody else to say all of it


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aside:
    """The words `in X's view`, whose `source` is X and whose `noun` tells that he says so."""

    words: range
    source: range
    noun: int


def tell_aside(drafts: list[Draft], layout: Layout) -> None:
    """Whoever is named so between commas says the sentence, where nobody else surely does."""
    for aside in [*_asides(layout)]:
        said = _said(layout, aside)
        others = [it for it in drafts if not said.isdisjoint(it.words)]
        if len(said) >= _LEAST and not any(_is_sure(it, aside) for it in others):
            drafts[:] = [it for it in drafts if it not in others]
            cue = {aside.words.start, aside.noun} - set(aside.source)
            drafts.append(Draft(source=set(aside.source), cue=cue, content=said))


def _is_sure(draft: Draft, aside: _Aside) -> bool:
    return bool(draft.source) and (draft.found > _DOUBTFUL or aside.noun in draft.cue)


def _asides(layout: Layout) -> Iterator[_Aside]:
    nouns = listed("cues", "asides")
    for noun, word in enumerate(layout.lower):
        if word in nouns:
            first = _leading(layout, noun)
            source = None if first is None else _source(layout, first, noun)
            if first is not None and source:
                aside = range(first, max(noun + 1, source.stop))
                if _is_aside(layout, aside):
                    yield _Aside(words=aside, source=source, noun=noun)


def _leading(layout: Layout, noun: int) -> int | None:
    """The place of `in` or `by` before the noun, at the start of a sentence or behind a comma."""
    near = range(noun - 1, max(-1, noun - _LONGEST), -1)
    return next((word for word in near if layout.lower[word] in _LEADING), None)


def _source(layout: Layout, first: int, noun: int) -> range | None:
    """Who stands between both words, or behind `of`; None where nobody in particular does."""
    if layout.word(noun + 1) == "of":
        end = noun + 2
        while end < noun + 2 + _LONGEST and layout.together(end, noun) and not _stops(layout, end):
            end += 1
        return range(noun + 2, end)
    end = noun - (layout.word(noun - 1) == "own")
    end -= layout.word(end - 1) in _POSSESSIVE
    named = range(first + 1, end)
    if all(layout.lower[word] in listed("cues", "nobody") for word in named):
        return None
    return named


def _stops(layout: Layout, word: int) -> bool:
    return layout.word(word) in _MARKS or layout.quoted[word]


def _is_aside(layout: Layout, words: range) -> bool:
    """Whether commas or the ends of the sentence stand on either side."""
    before, after = words.start - 1, words.stop
    opens = not _inside(layout, before, words) or layout.word(before) == ","
    closes = not _inside(layout, after, words) or layout.word(after) in _MARKS
    return opens and closes and not layout.quoted[words.start : words.stop].any()


def _inside(layout: Layout, word: int, words: range) -> bool:
    return layout.together(word, words.start) and layout.same_sentence(word, words.start)


def _said(layout: Layout, aside: _Aside) -> set[int]:
    """The sentence without the aside and the marks around it."""
    first, end = aside.words.start, aside.words.stop
    while _inside(layout, first - 1, aside.words):
        first -= 1
    while _inside(layout, end, aside.words):
        end += 1
    around = range(aside.words.start - 1, aside.words.stop + 1)
    said = [word for word in range(first, end) if word not in around]
    while said and layout.word(said[-1]) in _MARKS:
        said.pop()
    return set(said)
