"""Where a figure counts: the place that the words beside it name."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from sayso.comparing.sentences import sentence_at
from sayso.lexicon import table, words
from sayso.records import Place, Quantity, Reading, Span, begun_in

__all__ = ["place_of"]

_BEFORE = 4  # words before a place among which a word of place may stand
_REACH = 40  # letters in which they stand


def place_of(quantity: Quantity, reading: Reading) -> Place | None:
    """Where it is counted: as it was read, or the first place named after it, or else before.

    A place after the next figure is that figure's, one outside what is said nobody's.
    """
    if quantity.place is not None:
        return next((it for it in reading.places if it.id == quantity.place), None)
    around, figures = _said_around(quantity, reading), reading.quantities
    at = bisect_left(figures, quantity.span.end, key=_start)
    next_figure = figures[at].span.start if at < len(figures) else around.end
    after = _located(reading, Span(quantity.span.end, min(next_figure, around.end)))
    before = _located(reading, Span(around.start, quantity.span.start))
    return next(iter(after), None) or next(iter(before[::-1]), None)


def _said_around(quantity: Quantity, reading: Reading) -> Span:
    """The part of the sentence that the same statement holds."""
    sentence = sentence_at(reading.report.text, quantity.span.start)
    statement = next((it for it in reading.statements if it.id == quantity.statement), None)
    pieces = statement.content if statement else (sentence,)
    around = next((it for it in pieces if it.covers(quantity.span)), sentence)
    return Span(max(sentence.start, around.start), min(sentence.end, around.end))


def _located(reading: Reading, span: Span) -> Sequence[Place]:
    """The places named there that stand after a word of place: in, to, toward, near."""
    places = begun_in(reading.places, span)
    return [it for it in places if _is_located(it, reading.report.text, span)]


def _is_located(place: Place, text: str, span: Span) -> bool:
    """Whether a word of place stands before it; `Russia's` before a region of it is no place."""
    before = text[max(span.start, place.span.start - _REACH) : place.span.start].lower()
    near = before.replace(",", " ").split()[-_BEFORE:]
    owner = text.startswith(("'s ", "’s "), place.span.end)
    people = " ".join(place.span.of(text).split()).lower() in _adjectives()
    where = not words("things", "where").isdisjoint(near)
    return where and not (place.stands_for_government or owner or people)


@cache
def _adjectives() -> frozenset[str]:
    """Words for whose something is, not for where it is: North Korean, Russian."""
    named = table("countries").values()
    return frozenset(word.lower() for names in named for word in names.get("adjectives", ()))


def _start(mention: Quantity | Place) -> int:
    return mention.span.start
