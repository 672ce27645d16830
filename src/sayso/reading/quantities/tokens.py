"""Tokens as numbers need them: digits apart from letters, each with where it stands.

Unlike `split_words`, which serves grammar, `180ml` is two tokens here and `9/11` is one.
"""

import re
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

__all__ = ["Token", "Tokens", "split_tokens"]

# Runs are possessive or bounded, so that hostile text costs linear time.
_TOKEN = re.compile(
    r"""
    (?P<word>(?!https?://|www\.|[¼-¾⅐-⅞])
      (?:[a-z](?:\.[a-z](?![a-z]))++\.? | [^\W\d_]++(?:'[^\W\d_]++)*+))
  | (?P<break>\n[^\S\n]*+\n\s*+)
  | (?P<address>(?:https?://|www\.)\S++ | [@\#]\w++)
  | (?P<power>[0-9]++(?:\.[0-9]++)?+(?:e\+?-?|\s?[x×]\s?10\^-?|\^\+?-?)[0-9]{1,3}+(?!\w))
  | (?P<digits>(?:[0-9]{1,3}(?:[\u0020\u00a0\u2009\u202f][0-9]{3})++(?![0-9])|[0-9]++)
      (?:[.,:/][0-9]++)*+
      | (?<![\w.])\.[0-9]++)
  | (?P<fraction>[¼-¾⅐-⅞])
  | (?P<currency>[$€£¥₡₦₩₪₫€₭₱₴₸₹₺₽₾₿฿])
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One token: what it is made of, its text in lower case, and its place `[start, end)`.

    A `break` between paragraphs has no text.
    """

    kind: str
    word: str
    start: int
    end: int


_token = partial(tuple.__new__, Token)  # a third of the time that its own constructor takes


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one text; a place outside it holds an empty token, so that looking is safe."""

    text: str
    row: list[Token]
    language: str = "en"

    def __len__(self) -> int:
        return len(self.row)

    def word(self, at: int) -> str:
        """The token at `at` in lower case with straight apostrophes, empty outside the text."""
        return self.row[at].word if 0 <= at < len(self.row) else ""

    def kind(self, at: int) -> str:
        """What the token at `at` is made of; `break` outside the text."""
        return self.row[at].kind if 0 <= at < len(self.row) else "break"

    def glued(self, at: int) -> bool:
        """Whether nothing stands between the token at `at` and the one before it."""
        if not 0 < at < len(self.row) or self.kind(at - 1) == "break":
            return False
        return self.row[at - 1].end == self.row[at].start

    def capital(self, at: int) -> bool:
        """Whether the token at `at` begins with a capital letter."""
        return 0 <= at < len(self.row) and self.text[self.row[at].start].isupper()

    def phrase(self, first: int, last: int) -> str:
        """The text from the token `first` up to, without it, `last`."""
        return self.text[self.row[first].start : self.row[last - 1].end]


def split_tokens(text: str, *, language: str = "en") -> Tokens:
    """The tokens of `text` in order.

    >>> [token.word for token in split_tokens("A 180ml glass, U.S. $1,200.50 on 9/11").row]
    ['a', '180', 'ml', 'glass', ',', 'u.s.', '$', '1,200.50', 'on', '9/11']
    """
    row = [
        _token((match.lastgroup, match[0].rstrip(), *match.span()))
        for match in _TOKEN.finditer(_folded(text))
    ]
    return Tokens(text, row, language)


def _folded(text: str) -> str:
    """The text in lower case with straight apostrophes, each character where it was."""
    folded = text.lower()
    if len(folded) != len(text):  # İ becomes two
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return folded.replace("’", "'")
