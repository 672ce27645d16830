"""Words of a text: Penn/UD tokens with their places, straight from the characters.

Clitics, hyphens and symbols stand alone; numbers and abbreviations stay whole, so that the same
words serve attribution and grammar. Source: the tokenisation of UD English GUM (Zeldes 2017).
"""

import re
from functools import partial

from sayso.lexicon import table
from sayso.records import Span

__all__ = ["split_words"]

# Every run is bounded or cannot fail after a long match, so that hostile text costs linear time.
_ABBREVIATIONS = "|".join(re.escape(word) for word in table("abbreviations")["with_full_stop"])
_JOINED = frozenset(table("abbreviations")["words_when_lower_case"])
_WORD = re.compile(
    rf"""
    (?!\x20)(?:                                             # the space between two words
    [^\W\d_]++(?=[\s,;?!)"”])                                # most words, found at once
  | [,;:?!"“”()]
  | https?://[^\s"”]{{1,2000}} | www\.[^\s"”]{{1,2000}}     # addresses
  | [\w.]{{1,64}}@[\w-]{{1,64}}\.[\w.]{{1,64}} | [@\#]\w+      # mail, accounts, tags
  | (?:[A-Za-z]\.){{2,}} | (?:{_ABBREVIATIONS})\.            # U.S., Mr.
  | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![^\W\d_]) | \d+(?:[.,]\d+)* | \.\d+
  | n['’]t\b | ['’](?:s|re|ve|ll|d|m|em)\b                    # clitics
  | [^\W\d_]+(?=n['’]t\b) | [^\W_]+(?=['’](?:s|re|ve|ll|d|m)\b)
  | [^\W\d_]['’](?=[^\W\d_]{{3,}})[^\W\d_]+ | [^\W_]+         # O'Brien, words
  | '' | `` | \.{{2,}} | -{{2,}} | [^\w\s] | _+
    )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_TRAILING = re.compile(r"[.,;:!?)\]'’]+$")
_span = partial(tuple.__new__, Span)  # a third of the time that its own constructor takes
_ADDRESS = re.compile(r"https?://|www\.", re.IGNORECASE)


def split_words(text: str) -> list[Span]:
    """The words of `text` in order, apart from each other, white space left out.

    >>> text = "He's told the U.S. not to."
    >>> [span.of(text) for span in split_words(text)]
    ['He', "'s", 'told', 'the', 'U.S.', 'not', 'to', '.']
    """
    spans: list[Span] = []
    for match in _WORD.finditer(text):
        cut = _cut(match[0])
        if cut:
            middle = match.start() + cut
            spans += Span(match.start(), middle), Span(middle, match.end())
        else:
            spans.append(_span(match.span()))
    return spans


def _cut(word: str) -> int:
    """Where a match is really two words; 0 where it is one."""
    if word.isalpha():
        return 3 if len(word) == 6 and word.lower() == "cannot" else 0
    if word in _JOINED:
        return len(word) - 1
    folded = word.lower()
    if len(word) > 3 and folded.endswith(("n't", "n’t")):
        return len(word) - 3
    if _ADDRESS.match(word):
        tail = _TRAILING.search(word)
        return tail.start() if tail and tail.start() > 0 else 0
    return 0
