"""Where something was said, in front of who said it: "in Harland, the minister said"."""

from sayso.lexicon import words
from sayso.reading.speakers.phrasebook import known_at
from sayso.reading.speakers.tokens import Tokens

__all__ = ["past_place"]

_PLACING = words("toponymy", "placing")
_LONGEST = 5  # words of the name of a place: the Bay of Port Vell


def past_place(tokens: Tokens, first: int, after: int) -> int:
    """The first word of the source `[first, after)` past the place that it begins with, if any.

    The preposition may stand before the source; the country follows some places.
    """
    inside = tokens.at(first) in _PLACING
    comma = _name_end(tokens, first + inside, after)
    if comma is None or not (inside or tokens.at(first - 1) in _PLACING):
        return first
    country = known_at(tokens.words, comma + 1, after=after)
    if country is not None and country.country and country.form == "name":
        end = comma + 1 + country.length
        return end + 1 if tokens.at(end) == "," and end + 1 < after else comma + 1
    return comma + 1


def _name_end(tokens: Tokens, first: int, after: int) -> int | None:
    """The comma right after a name that begins at `first`, where more of the source follows."""
    for index in range(first, min(first + _LONGEST + 1, after - 1)):
        word = tokens.words[index]
        if word == ",":
            return index if index > first else None
        if not (word[0].isupper() or word in {"of", "the", "-"}):
            return None
    return None
