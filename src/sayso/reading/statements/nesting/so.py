"""a. So said X: the sentence before is what X said."""

from collections.abc import Iterator

import numpy as np

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft

__all__ = ["say_so"]

_LONGEST = 20  # words of a sentence that only says who said it


def say_so(drafts: list[Draft], layout: Layout) -> None:
    """Who is named behind `So said` said the sentence before, where nobody else says any of it."""
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
