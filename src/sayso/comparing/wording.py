"""The words of a quotation, and where it says itself that words are missing or added."""

from dataclasses import dataclass

from sayso.comparing.words import Word, is_function, read_words
from sayso.records import Span, Spans

__all__ = ["Wording", "flat", "wording_of"]

_STOPS = frozenset(".?!")
_MARKS = " .,;:!?-–—\"'"
# Marks and white space of every make become one, character by character, so that places stay.
_FLAT = str.maketrans(
    {mark: "'" for mark in "’‘‚‛ʼ`´"}
    | {mark: '"' for mark in "“”„‟«»"}
    | {space: " " for space in "\n\r\t\v\f\xa0\u2009\u202f"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Words given as said.

    At `breaks` words are openly left out before the word of that number (an ellipsis, or the
    report's own words in between), at `insertions` brackets stand before it.
    """

    text: str
    spans: Spans
    words: tuple[Word, ...]
    forms: tuple[str, ...]
    breaks: frozenset[int]
    insertions: frozenset[int]

    @property
    def content(self) -> int:
        """How many of the words vouch for something."""
        return sum(not is_function(word.form) for word in self.words)

    def ends_sentence(self, at: int) -> bool:
        """Whether a sentence ends before the word of that number."""
        before, word = self.words[at - 1], self.words[at]
        between = self.text[before.end : word.start]
        return not _STOPS.isdisjoint(between) and self.text[word.start].isupper()

    def letters(self) -> str:
        """The quotation as printed, marks made plain and those at its ends left out."""
        return flat(self.printed()).strip(_MARKS)

    def printed(self) -> str:
        """The quotation as the report prints it, its pieces joined by a space."""
        return " ".join(span.of(self.text) for span in self.spans)


def wording_of(text: str, spans: Spans) -> Wording:
    """Read the quotation that stands at `spans` of `text`.

    >>> wording = wording_of("we went [home] … late", (Span(0, 21),))
    >>> wording.forms, sorted(wording.breaks), sorted(wording.insertions)
    (('we', 'went', 'late'), [2], [2])
    """
    said: list[Word] = []
    added: list[Word] = []
    breaks, insertions = set(), set()
    for at, span in enumerate(spans):
        if at and _interrupted(text, spans[at - 1], span):
            breaks.add(len(said))
        for word in read_words(text, span.start, span.end):
            if word.form == "…":
                breaks.add(len(said))
            elif word.inserted:
                insertions.add(len(said))
                added.append(word)
            else:
                said.append(word)
    return Wording(
        text=text,
        spans=spans,
        words=tuple(said or added),
        forms=tuple(word.form for word in said or added),
        breaks=frozenset(breaks),
        insertions=frozenset(insertions),
    )


def flat(text: str) -> str:
    """The same text with straight marks and plain spaces, character for character.

    >>> print(flat("“It’s so”"))
    "It's so"
    """
    return text.translate(_FLAT)


def _interrupted(text: str, before: Span, after: Span) -> bool:
    """Whether the report's own words stand in between, rather than a new paragraph's mark."""
    return any(letter.isalpha() for letter in text[before.end : after.start])
