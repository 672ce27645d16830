"""a. So said X, or: that was the view of X. The sentence before is what X said."""

from collections.abc import Iterator

import numpy as np

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft

__all__ = ["say_so"]

_LONGEST = 20  # words of a sentence that only says who said it
_SOURCE = 10  # words of whoever is named behind `of`
_PREPOSITIONS = frozenset({"of", "from", "by"})
_STOPS = frozenset({",", ".", ";", ":", "who"})


def say_so(drafts: list[Draft], layout: Layout) -> None:
    """Who is named behind `So said` said the sentence before, where nobody else says any of it.

    So did who is named behind `That was the message from`.
    """
    _say_that(drafts, layout)
    found = [*_saying_so(layout)]
    busy = {word for draft in drafts for word in draft.words} if found else set()
    for before, sentence in found:
        if busy.isdisjoint(before):
            verb = sentence.start + 1
            own = next((draft for draft in drafts if verb in draft.cue), None)
            if own is None:
                own = Draft(source=set(range(verb + 1, sentence.stop - 1)))
                drafts.append(own)
            own.cue, own.content = {sentence.start, verb}, set(before)


def _say_that(drafts: list[Draft], layout: Layout) -> None:
    for before, noun in [*_naming_it(layout)]:
        words = set(before)
        others = [it for it in drafts if not words.isdisjoint(it.words)]
        source = _named(layout, noun + 2)
        if 0 < len(source) < _SOURCE and not any(it.source for it in others):
            telling = Draft(source=set(source), cue={noun, noun + 1}, content=words)
            for inner in others:
                inner.tell_in(telling)
            drafts.append(telling)


def _named(layout: Layout, first: int) -> range:
    end = first
    while layout.together(end, first - 1) and layout.same_sentence(end, first - 1):
        if layout.word(end) in _STOPS:
            break
        end += 1
    return range(first, end)


def _naming_it(layout: Layout) -> Iterator[tuple[range, int]]:
    """Each sentence with the noun by which the next, `that was the view of X`, tells of it."""
    pointing, being = listed("cues", "pointing"), listed("cues", "being")
    for first, word in enumerate(layout.lower[:-4]):
        if (
            word in pointing
            and layout.lower[first + 1] in being
            and layout.together(first - 1, first)
        ):
            noun = first + 2 + (layout.lower[first + 2] in {"the", "also"})
            named = layout.lower[noun] in listed("cues", "messages")
            sentence, before = _sentence(layout, first), _sentence(layout, first - 1)
            if named and layout.word(noun + 1) in _PREPOSITIONS and sentence.start == first:
                yield before, noun


def _saying_so(layout: Layout) -> Iterator[tuple[range, range]]:
    """Each sentence that opens so, with the one before it in its paragraph."""
    pointing, speech = listed("cues", "so"), listed("cues", "speech")
    for first, word in enumerate(layout.lower[:-1]):
        if word in pointing and layout.lower[first + 1] in speech:
            sentence = _sentence(layout, first)
            before = _sentence(layout, first - 1) if layout.together(first - 1, first) else range(0)
            if sentence.start == first and before and 3 < len(sentence) <= _LONGEST:
                yield before, sentence


def _sentence(layout: Layout, word: int) -> range:
    number = layout.sentence[word]
    ends = np.searchsorted(layout.sentence, [number, number + 1])
    return range(*ends.tolist())
