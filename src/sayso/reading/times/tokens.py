"""Words of a text as the forms of times see them: one letter a word, for the classes it is in.

A form like "last week" is then a regular expression over a string with one letter a word, which is
short and quick to search.
"""

import re
from dataclasses import dataclass

from sayso.reading.times.forms import classes
from sayso.records import Span

__all__ = ["Tokens", "split_tokens"]

# Every run is bounded or cannot fail after a long match, so that hostile text costs linear time.
_TOKEN = re.compile(
    r"""
    (?!\x20)(?:  # the space between two words, seen at once
    (?P<word>[^\W\d_]{2,}+(?![0-9]) | [^\W\d_](?=\x20))
  | (?P<mark>[^\w\s'’])
  | (?P<stamp>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}
        (?::[0-9]{2}(?:\.[0-9]{1,6})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?(?![^\W_]))
  | (?P<numeric>[0-9]{1,4}(?P<between>[/.-])[0-9]{1,2}(?P=between)[0-9]{1,4}
        (?![^\W_]|[/.-][0-9]))
  | (?P<spelled>9/11(?![^\W_]|/)|[Oo]['’]\s?[Cc]lock(?![^\W_])|FY(?=[0-9]))
  | (?P<clock>[0-2]?[0-9]:[0-5][0-9](?::[0-5][0-9])?(?![0-9:]))
  | (?P<decade>['’]?[0-9]{2}(?:[0-9]{2})?['’]?s(?![^\W_]))
  | (?P<short>['’][0-9]{2}(?![^\W_]))
  | (?P<nth>[0-9]{1,2}(?:st|nd|rd|th)(?![^\W_]))
  | (?P<quarter>(?:[Qq][1-4]|[1-4][Qq])(?![^\W_]))
  | (?P<semester>(?:[Hh][12]|[12][Hh])(?![^\W_]))
  | (?P<number>[0-9]+(?:[.,][0-9]+)*)
  | (?P<half>[AaPp](?:\.\s?[Mm]\.?|[Mm])(?![^\W_]))
  | (?P<initials>(?:[A-Za-z]\.){2,})
  | (?P<mixed>[^\W\d_]+[0-9][^\W_]*)
  | (?P<letter>[^\W\d_])
  | (?P<gap>\n\s*\n)
  | (?P<apostrophe>['’])
    )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The words of a text in small letters, where each starts and ends, and one code a word."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    codes: str

    def span(self, first: int, end: int) -> Span:
        """Where the words from `first` up to `end` stand in the text."""
        return Span(self.starts[first], self.ends[end - 1])

    def is_capital(self, index: int) -> bool:
        """Whether the word at `index` begins with a capital."""
        return 0 <= index < len(self.words) and self.text[self.starts[index]].isupper()

    def word(self, index: int) -> str:
        """The word at `index`, or "" beyond the text."""
        return self.words[index] if 0 <= index < len(self.words) else ""


def split_tokens(text: str) -> Tokens:
    """The words, numbers and marks of `text` in order.

    >>> split_tokens("On Oct. 31, the U.S. voted.").words
    ['on', 'oct', '.', '31', ',', 'the', 'u.s.', 'voted', '.']
    """
    matches = list(_TOKEN.finditer(text))
    written = [match[0] for match in matches]
    words = [word.lower() for word in written]
    kinds = [match.lastgroup or "word" for match in matches]
    return Tokens(
        text=text,
        words=words,
        starts=[match.start() for match in matches],
        ends=[match.end() for match in matches],
        codes=classes().codes(kinds, written, words),
    )
