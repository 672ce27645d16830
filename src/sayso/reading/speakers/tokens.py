"""The words of a layout with what every reader of names asks about them."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sayso.lexicon import words
from sayso.reading.layout import Layout
from sayso.records import Span

__all__ = ["Tokens", "tokens_of"]

_SPEECH = words("cues", "speech")
_HEADING = 0.85  # share of long words with a capital from which a paragraph is a heading
_LONGEST_HEADING = 30  # words
_LONG = 4  # letters; shorter words stay small in headings
_SENTENCE_ENDS = frozenset(".?!…:;")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """Parallel lists, an entry a word; `clock` counts sentences that hold unquoted words.

    `vocabulary` has the words that the text writes with a small first letter, `capitals` those that
    it writes with a capital where no sentence begins.
    """

    layout: Layout
    words: Sequence[str]
    lower: Sequence[str]
    sentence: list[int]
    quoted: list[bool]
    heading: list[bool]
    clock: list[int]
    starts: list[int]
    vocabulary: frozenset[str]
    capitals: frozenset[str]

    def __len__(self) -> int:
        """How many words there are."""
        return len(self.words)

    def glued(self, index: int) -> bool:
        """Whether no white space stands before the word."""
        spans = self.layout.words
        return 0 < index < len(spans) and spans[index].start == spans[index - 1].end

    def at(self, index: int) -> str:
        """The word in small letters, or nothing beyond either end."""
        return self.lower[index] if 0 <= index < len(self.lower) else ""

    def small(self, index: int) -> str:
        """The word in small letters, but an acronym as it stands: WHO is not "who"."""
        word = self.words[index]
        return word if len(word) > 1 and word.isupper() else self.lower[index]

    def opens_sentence(self, index: int) -> bool:
        """Whether only marks stand between the word and the start of its sentence or quotation."""
        before = index - 1
        while before >= max(0, index - 3) and not self.words[before][0].isalnum():
            if self.words[before] in _SENTENCE_ENDS or self.words[before] in "“\"‘'«—–-":
                return True
            before -= 1
        return index == 0 or before < 0 or self.sentence[before] != self.sentence[index]

    def possesses(self, index: int) -> bool:
        """Whether the word makes an owner of the one before it: 's, or the mark after "residents".

        A mark after an s that no noun follows closes a quotation.
        """
        if self.at(index) in {"'s", "’s"}:
            return True
        if self.at(index) not in {"'", "’"} or not self.at(index - 1).endswith("s"):
            return False
        follows = self.at(index + 1)
        return self.glued(index) and follows.isalpha() and follows not in _SPEECH

    def text(self, first: int, after: int) -> str:
        """The words `[first, after)` as they stand in the text."""
        spans = self.layout.words
        return self.layout.text[spans[first].start : spans[after - 1].end]

    def span(self, first: int, after: int) -> Span:
        """The characters of the words `[first, after)`."""
        spans = self.layout.words
        return Span(spans[first].start, spans[after - 1].end)

    def range(self, span: Span) -> tuple[int, int]:
        """The words that begin in these characters: first, last + 1."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)


def tokens_of(layout: Layout) -> Tokens:
    """The tokens of a layout."""
    written = layout.written
    quoted: list[bool] = layout.quoted.tolist()
    sentence: list[int] = layout.sentence.tolist()
    return Tokens(
        layout=layout,
        words=written,
        lower=layout.lower,
        sentence=sentence,
        quoted=quoted,
        heading=_headings(written, layout.paragraph.tolist()),
        clock=_clock(written, sentence, quoted),
        starts=[start for start, _ in layout.words],
        vocabulary=frozenset(word for word in set(written) if word[0].islower()),
        capitals=_capitals(layout, sentence),
    )


def _capitals(layout: Layout, sentence: list[int]) -> frozenset[str]:
    words = layout.written
    return frozenset(
        words[index]
        for index in layout.capitals
        if index > 0 and sentence[index - 1] == sentence[index] and words[index - 1][0].isalnum()
    )


def _headings(words: Sequence[str], paragraph: list[int]) -> list[bool]:
    found: list[bool] = []
    for _, group in groupby(paragraph):
        first, size = len(found), len(list(group))
        found += [_heads(words[first : first + size])] * size
    return found


def _heads(words: Sequence[str]) -> bool:
    if len(words) > _LONGEST_HEADING:
        return False
    long = [word for word in words if len(word) >= _LONG and word.isalpha()]
    capital = sum(word[0].isupper() for word in long)
    return len(long) >= _LONG and capital >= _HEADING * len(long)


def _clock(words: Sequence[str], sentence: list[int], quoted: list[bool]) -> list[int]:
    """The number of the last sentence begun outside quotation marks, for every word."""
    clock: list[int] = []
    time, last = 0, -1
    for word, number, inside in zip(words, sentence, quoted, strict=True):
        if number != last and not inside and word[0].isalnum():
            time, last = time + 1, number
        clock.append(time)
    return clock
