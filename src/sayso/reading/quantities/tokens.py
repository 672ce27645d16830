"""Tokens as numbers need them: digits apart from letters, each with where it stands.

Unlike `split_words`, which serves grammar, `180ml` is two tokens here and `9/11` is one.
"""

import re
from dataclasses import dataclass

__all__ = ["Tokens", "split_tokens"]

# Runs are possessive or bounded, so that hostile text costs linear time.
_TOKEN = re.compile(
    r"""
    (?!\x20)(?:  # the space between two words, seen at once
    (?P<word>[^\W\d_¼-¾⅐-⅞]++(?=[\x20,])  # most words
      | (?!https?://|www\.|[¼-¾⅐-⅞])
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
    )
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The tokens of one text: what each is made of, its words, and its place `[start, end)`.

    `words` are in lower case with straight apostrophes; a `break` between paragraphs has none.
    A place outside the text holds an empty token, so that looking is safe.
    """

    text: str
    kinds: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    language: str = "en"

    def __len__(self) -> int:
        return len(self.words)

    def word(self, at: int) -> str:
        """The token at `at` in lower case with straight apostrophes, empty outside the text."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def kind(self, at: int) -> str:
        """What the token at `at` is made of; `break` outside the text."""
        return self.kinds[at] if 0 <= at < len(self.kinds) else "break"

    def glued(self, at: int) -> bool:
        """Whether nothing stands between the token at `at` and the one before it."""
        if not 0 < at < len(self.kinds) or self.kinds[at - 1] == "break":
            return False
        return self.ends[at - 1] == self.starts[at]

    def capital(self, at: int) -> bool:
        """Whether the token at `at` begins with a capital letter."""
        return 0 <= at < len(self.starts) and self.text[self.starts[at]].isupper()

    def phrase(self, first: int, last: int) -> str:
        """The text from the token `first` up to, without it, `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]


def split_tokens(text: str, *, language: str = "en") -> Tokens:
    """The tokens of `text` in order.

    >>> split_tokens("A 180ml glass, U.S. $1,200.50 on 9/11").words
    ['a', '180', 'ml', 'glass', ',', 'u.s.', '$', '1,200.50', 'on', '9/11']
    """
    matches = list(_TOKEN.finditer(_folded(text)))
    return Tokens(
        text=text,
        kinds=[match.lastgroup or "" for match in matches],
        words=[match[0].rstrip() for match in matches],
        starts=[match.start() for match in matches],
        ends=[match.end() for match in matches],
        language=language,
    )


def _folded(text: str) -> str:
    """The text in lower case with straight apostrophes, each character where it was."""
    folded = text.lower()
    if len(folded) != len(text):  # İ becomes two
        folded = "".join(low if len(low := char.lower()) == 1 else char for char in text)
    return folded.replace("’", "'")
