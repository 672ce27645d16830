"""Where the noun phrases of a source begin and end."""

from collections.abc import Sequence

from sayso.lexicon import words
from sayso.reading.speakers.mentions import Form, Mention
from sayso.reading.speakers.offices import PREPOSITIONS
from sayso.reading.speakers.tokens import Tokens

__all__ = ["capitalised", "chunk_end", "goes_on", "last_word", "opens_with_people", "stop"]

_OPENERS = words("titles", "openers")
_PEOPLE = words("offices", "people")
# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_NAME = Form.NAME
_BREAKS = frozenset(",;:()—–") | {"who", "whose", "which", "that", "whom"}


def stop(tokens: Tokens, first: int, after: int) -> int:
    """Where the phrase and all that is said of it end: before a mark or a "who"."""
    return next((at for at in range(first + 1, after) if tokens.small(at) in _BREAKS), after)


def chunk_end(tokens: Tokens, bounds: tuple[int, int], inside: Sequence[Mention]) -> int:
    """Where the first noun phrase ends: before a mark, "who" or a preposition."""
    first, after = bounds
    own = {
        word
        for mention in inside
        if mention.form is _NAME
        for word in range(mention.first, mention.after)
    }
    for index in range(first + 1, after):
        small = tokens.small(index)
        if index not in own and (small in _BREAKS or small in PREPOSITIONS):
            return index
    return after


def capitalised(tokens: Tokens, first: int, end: int) -> bool:
    """Whether all words have a capital, and not only for opening a sentence."""
    if end == first + 1 and opens_with_people(tokens, first):
        return False
    named = tokens.lower[first] not in _OPENERS
    return named and all(word[0].isupper() for word in tokens.words[first:end])


def opens_with_people(tokens: Tokens, index: int) -> bool:
    """Whether the capital of a word for people is only that of a sentence: "Authorities said"."""
    return tokens.lower[index] in _PEOPLE and tokens.opens_sentence(index)


def goes_on(tokens: Tokens, end: int, after: int) -> bool:
    """Whether a preposition follows: "Oceanographers at the institute" is no name."""
    return end < after and tokens.lower[end] in PREPOSITIONS


def last_word(tokens: Tokens, first: int, end: int) -> int:
    """The last of the words that is no mark."""
    index = end - 1
    while index > first and not tokens.lower[index][0].isalnum():
        index -= 1
    return index
