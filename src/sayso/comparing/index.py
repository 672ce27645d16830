"""An index of a record, so that a long hearing is searched in milliseconds."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, pairwise

from sayso.comparing.kinship import stem
from sayso.comparing.wording import flat
from sayso.comparing.words import Word, is_function, read_words
from sayso.lexicon import words as word_list
from sayso.records import Record, Span, Turn

__all__ = ["RecordIndex", "index_of", "is_asked"]

_DASHES = frozenset("-–—…")
_STOPS = frozenset(".?!\n")
# Indexes kept: as many records as one check is given, and no more than memory bears.
_KEPT = 16
_SENTENCE = 4
_OVER_AN_END = 6
_MANY = 20


def is_asked(turn: Turn, text: str) -> bool:
    """Whether a turn of that text ends with a question."""
    return turn.span.of(text).rstrip().endswith("?")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RecordIndex:
    """A record's words in order, where its sentences begin, and where each pair of words stands.

    `stems` gives one place of any word of each stem.
    """

    record: Record
    turns: tuple[Turn, ...]
    words: tuple[Word, ...]
    forms: tuple[str, ...]
    turn_of: tuple[int, ...]
    sentences: tuple[int, ...]
    joined: str
    offsets: tuple[int, ...]
    starts: tuple[int, ...]
    flat: str
    places: dict[str | tuple[str, str], list[int]]
    stems: dict[str, int]

    def exact(self, forms: Sequence[str], *, most: int) -> Iterator[int]:
        """Word numbers where the normal forms stand just so, `most` at most."""
        wanted, at = f" {' '.join(forms)} ", -1
        for _ in range(most):
            at = self.joined.find(wanted, at + 1)
            if at < 0:
                return
            yield bisect_left(self.offsets, at)

    def same_text(self, text: str, *, most: int) -> Iterator[tuple[int, int]]:
        """Runs of words that are `text` to the letter, whatever the make of marks and spaces."""
        at = -1
        for _ in range(most):
            at = self.flat.find(text, at + 1) if text else -1
            if at < 0:
                return
            found = self._whole_words(at, at + len(text))
            if found:
                yield found

    def _whole_words(self, start: int, end: int) -> tuple[int, int] | None:
        """The run of words at a place, if it cuts none in two and stays in one turn."""
        if self.flat[max(start - 1, 0) : start].isalnum() or self.flat[end : end + 1].isalnum():
            return None
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, end)
        if first >= last or self.turn_of[first] != self.turn_of[last - 1]:
            return None
        span = self.turns[self.turn_of[first]].span
        return (first, last) if span.start <= start and end <= span.end else None

    def word_at(self, place: int) -> int:
        """The number of the first word that starts at that place of the text or after it."""
        return min(bisect_left(self.starts, place), max(len(self.words) - 1, 0))

    def sentence_number(self, word: int) -> int:
        """Which sentence of the record that word stands in."""
        return max(bisect_right(self.sentences, word) - 1, 0)

    def sentence_start(self, word: int) -> int:
        """The number of the first word of the sentence that `word` stands in."""
        return self.sentences[max(bisect_right(self.sentences, word) - 1, 0)]

    def sentence_end(self, word: int) -> int:
        """One past the number of the last word of the sentence that `word` stands in."""
        after = bisect_right(self.sentences, word)
        return self.sentences[after] if after < len(self.sentences) else len(self.words)

    def joins_sentences(self, words: tuple[int, int]) -> bool:
        """Whether those words, left out, join sentences that the record keeps apart.

        They hold a whole sentence, and no mere interjection, or run well over the end of one.
        """
        first, last = words
        edges = [*self.sentences[bisect_left(self.sentences, first) :][:_MANY], len(self.words)]
        inside = [edge for edge in edges if edge <= last]
        whole = any(right - left >= _SENTENCE for left, right in pairwise(inside))
        crossed = any(first < edge < last for edge in inside)
        return whole or (crossed and last - first >= _OVER_AN_END)

    def speaker(self, word: int) -> str | None:
        """Who says that word, as the record writes the name."""
        return self.turns[self.turn_of[word]].speaker

    def has_gap(self, first: int, last: int) -> bool:
        """Whether the record says that words are missing among those words or beside them."""
        start = self.words[first - 1].end if first else 0
        end = self.words[last].start if last < len(self.words) else len(self.record.text)
        return any(gap.start <= end and start <= gap.end for gap in self.record.gaps)

    def breaks_off(self, word: int) -> bool:
        """Whether a dash or an ellipsis stands before that word."""
        if not 0 < word < len(self.words):
            return False
        between = self.record.text[self.words[word - 1].end : self.words[word].start]
        return not _DASHES.isdisjoint(between)

    def voice_span(self, word: int) -> tuple[int, int]:
        """The words around that one which the same speaker says without a break."""
        first = last = self.turn_of[word]
        label = self.turns[first].speaker
        while first > 0 and self.turns[first - 1].speaker == label:
            first -= 1
        while last + 1 < len(self.turns) and self.turns[last + 1].speaker == label:
            last += 1
        return bisect_left(self.turn_of, first), bisect_left(self.turn_of, last + 1)

    def slices(self, first: int, last: int) -> list[Span]:
        """The record's text from word `first` up to `last`, a piece for each turn."""
        if first >= last:
            return []
        turns = range(self.turn_of[first], self.turn_of[last - 1] + 1)
        edges = [bisect_left(self.turn_of, turn, first, last) for turn in turns] + [last]
        return [
            Span(self.words[a].start, self.words[b - 1].end) for a, b in pairwise(edges) if a < b
        ]

    def surface(self, first: int, last: int) -> str:
        """The record's own text of those words."""
        return " ".join(span.of(self.record.text) for span in self.slices(first, last))


@lru_cache(maxsize=_KEPT)
def index_of(record: Record) -> RecordIndex:
    """Read a record once; a record already read is not read again."""
    turns = tuple(sorted(record.turns, key=lambda turn: turn.span)) or (
        Turn(speaker=None, span=Span(0, len(record.text))),
    )
    words, turn_of = _turn_words(record.text, turns)
    forms = tuple(word.form for word in words)
    return RecordIndex(
        record=record,
        turns=turns,
        words=tuple(words),
        forms=forms,
        turn_of=tuple(turn_of),
        sentences=tuple(_sentences(record.text, words, turn_of)),
        joined=f" {' '.join(forms)} ",
        offsets=tuple(accumulate((len(form) + 1 for form in forms), initial=0)),
        starts=tuple(word.start for word in words),
        flat=flat(record.text),
        places=_places(forms),
        stems={stem(form): at for at, form in enumerate(forms)},
    )


def _turn_words(text: str, turns: Sequence[Turn]) -> tuple[list[Word], list[int]]:
    words: list[Word] = []
    turn_of: list[int] = []
    for number, turn in enumerate(turns):
        read = [word for word in read_words(text, *turn.span) if word.form != "…"]
        words += read
        turn_of += [number] * len(read)
    return words, turn_of


def _sentences(text: str, words: Sequence[Word], turn_of: Sequence[int]) -> Iterator[int]:
    if words:
        yield 0
    for number, (before, word) in enumerate(pairwise(words), start=1):
        apart = word.start - before.end != 1 and _ends(text, before, word)
        if apart or turn_of[number] != turn_of[number - 1]:
            yield number


def _ends(text: str, before: Word, word: Word) -> bool:
    between = text[before.end : word.start]
    if _STOPS.isdisjoint(between) or text[word.start].islower():
        return False
    return between[0] != "." or text[before.start : before.end] not in word_list(
        "abbreviations", "with_full_stop"
    )


def _places(forms: Sequence[str]) -> dict[str | tuple[str, str], list[int]]:
    """Where every pair of neighbours stands, and every word that vouches for something."""
    places: dict[str | tuple[str, str], list[int]] = {}
    for number, pair in enumerate(pairwise(forms)):
        places.setdefault(pair, []).append(number)
    for number, form in enumerate(forms):
        if not is_function(form):
            places.setdefault(form, []).append(number)
    return places
