"""How the words of a text lie: paragraphs, sentences and quotations, all in word numbers."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from sayso.lexicon import words as listed
from sayso.reading.marks import Stretch, find_stretches
from sayso.records import Span

__all__ = ["Layout", "Quoted", "lay_out"]

_STOPS = frozenset({".", "?", "!", "…", "...", ".."})
_CLOSERS = frozenset("\"'”’)]»") | {"''"}
_OPENERS = frozenset("\"“'‘([«") | {"``", "''"}
_LONGEST_NAME = 12  # words in marks that can still be the title of a book or a broadcast
_FEW = 2  # words of a name that tells nothing by its small ones
_SHORT_WORD = 3  # letters of words that a title leaves small: "of", "the"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A stretch in marks as words `[first, after)`, marks included, and as characters."""

    first: int
    after: int
    stretch: Stretch
    names: bool

    @property
    def words(self) -> range:
        """The numbers of its words."""
        return range(self.first, self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The words of a text, and the paragraph and sentence number of each.

    `written` are the words as they stand there, `lower` in small letters, `capitals` the numbers of
    those with a capital. `quotations` are the
    stretches in marks that may be somebody's words, `named` those that set off a name; `quoted`
    [words] is true inside the former.
    """

    text: str
    words: Sequence[Span]
    written: Sequence[str]
    lower: Sequence[str]
    capitals: Sequence[int]
    paragraph: np.ndarray
    sentence: np.ndarray
    quotations: tuple[Quoted, ...]
    named: tuple[Quoted, ...]
    quoted: np.ndarray

    def word(self, index: int) -> str:
        """The word of that number, or nothing beyond either end."""
        return self.written[index] if 0 <= index < len(self.written) else ""

    def together(self, one: int, other: int) -> bool:
        """Whether both words exist and stand in one paragraph."""
        inside = 0 <= one < len(self.words) and 0 <= other < len(self.words)
        return inside and bool(self.paragraph[one] == self.paragraph[other])

    def same_sentence(self, one: int, other: int) -> bool:
        """Whether both words stand in one sentence."""
        return bool(self.sentence[one] == self.sentence[other])


def lay_out(text: str, words: Sequence[Span]) -> Layout:
    """The layout of `text` in these words."""
    starts = [start for start, _ in words]
    written = [text[start:end] for start, end in words]
    paragraph, sentence = _numbers(text, words, written)
    found = [
        quoted
        for stretch in find_stretches(text)
        if (quoted := _in_words(text, words, stretch, starts=starts)) is not None
    ]
    quotations = tuple(quoted for quoted in found if not quoted.names)
    mask = np.zeros(len(words), bool)
    for quoted in quotations:
        mask[quoted.first : quoted.after] = True
    return Layout(
        text=text,
        words=words,
        written=written,
        lower=[word.lower() for word in written],
        capitals=[index for index, word in enumerate(written) if word[0].isupper()],
        paragraph=paragraph,
        sentence=sentence,
        quotations=quotations,
        named=tuple(quoted for quoted in found if quoted.names),
        quoted=mask,
    )


def _in_words(
    text: str, words: Sequence[Span], stretch: Stretch, *, starts: list[int]
) -> Quoted | None:
    first = bisect_left(starts, stretch.outer.start)
    after = bisect_left(starts, stretch.outer.end)
    if after - first <= 1:
        return None
    inner = [
        words[index].of(text)
        for index in range(first, after)
        if stretch.inner.start <= starts[index] < stretch.inner.end
    ]
    return Quoted(first=first, after=after, stretch=stretch, names=_names(text, stretch, inner))


def _names(text: str, stretch: Stretch, inner: list[str]) -> bool:
    """Whether the marks set off a name: "Face the Nation", a "two-plus-two" meeting."""
    letters = [word for word in inner if word[0].isalpha()]
    if not letters or not stretch.closed or len(inner) >= _LONGEST_NAME:
        return False
    if {word.lower() for word in letters} <= listed("naming", "number_words") and len(letters) > 1:
        return True
    if _word_before(text, stretch.outer.start) in listed("naming", "words_of_naming"):
        return len(letters) <= 4
    if _next_word(text, stretch.outer.end) in listed("naming", "kinds_of_event"):
        return len(letters) <= 4 and inner[-1] not in {",", ".", "?", "!"}
    long = [word for word in letters if len(word) > _SHORT_WORD]
    if len(long) == 1 and long[0] is letters[0] and len(letters) > _FEW:
        return False  # the capital of a sentence: "That is a big if"
    return bool(long) and inner[-1] not in {"?", "!", "."} and all(w[0].isupper() for w in long)


def _word_before(text: str, place: int) -> str:
    return text[max(0, place - 40) : place].rstrip().rpartition(" ")[2].strip(".,;:").lower()


def _next_word(text: str, place: int) -> str:
    return text[place : place + 40].lstrip(" ,").partition(" ")[0].strip(".,;:").lower()


def _numbers(
    text: str, words: Sequence[Span], written: Sequence[str]
) -> tuple[np.ndarray, np.ndarray]:
    paragraphs: list[int] = []
    sentences: list[int] = []
    paragraph = sentence = 0
    before = words[0].start if words else 0
    for index, (start, end) in enumerate(words):
        if start > before:
            breaks = "\n" in text[before:start]
            paragraph += breaks
            sentence += breaks or _starts_sentence(written, index)
        paragraphs.append(paragraph)
        sentences.append(sentence)
        before = end
    return np.array(paragraphs, np.int64), np.array(sentences, np.int64)


def _starts_sentence(written: Sequence[str], index: int) -> bool:
    here = written[index]
    if not (here[0].isupper() or here[0].isdigit() or here in _OPENERS):
        return False
    before = index - 1
    while before > index - 4 and before > 0 and written[before] in _CLOSERS:
        before -= 1
    return written[before] in _STOPS or _begins_with_marks(written, index)


def _begins_with_marks(written: Sequence[str], index: int) -> bool:
    """Whether a quotation begins after an abbreviation whose stop ends a sentence as well."""
    if written[index] not in _OPENERS or index + 1 == len(written):
        return False
    ended = written[index - 1].lower() in listed("naming", "ending_abbreviations")
    return ended and written[index + 1][0].isupper()
