"""Words of a report with its figures, times and places underlined in place."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.text import Text

from sayso.records import Place, Quantity, Reading, Span, Spans, Timex
from sayso.views.marked_text import cut_at_marks
from sayso.views.printable import printable
from sayso.views.signs import relation_tone, tone_style

__all__ = ["marked_words", "mentions_in"]

_HEAD, _TAIL = 60, 40  # words that are shown of a long content
_LONGEST_WORD = 120
# More than so many characters are never shown of a piece; what is left out is in its middle.
_MOST = 16_000

_Mention = TypeVar("_Mention", Quantity, Timex, Place)


def marked_words(spans: Spans, reading: Reading) -> Text:
    """The words at `spans`: figures underlined in the tone of their relation, times dim, places so.

    Of a long content the first and last words are shown.
    """
    pieces = [_piece(part, reading) for span in spans for part in _ends(span)]
    return _folded(Text(" … ").join(pieces))


def mentions_in(spans: Spans, mentions: Sequence[_Mention]) -> Iterator[_Mention]:
    """Those of the mentions, which come in order of the text, that begin inside the spans."""
    for piece in spans:
        first = bisect_left(mentions, piece.start, key=_start)
        yield from mentions[first : bisect_left(mentions, piece.end, key=_start)]


def _start(mention: Quantity | Timex | Place) -> int:
    return mention.span.start


def _ends(span: Span) -> Spans:
    if span.end - span.start <= _MOST:
        return (span,)
    half = _MOST // 2
    return Span(span.start, span.start + half), Span(span.end - half, span.end)


def _piece(piece: Span, reading: Reading) -> Text:
    within = (piece,)
    styles = [
        (mention.span, f"underline {tone_style(relation_tone(mention.relation))}")
        for mention in mentions_in(within, reading.quantities)
    ]
    styles += [(time.span, "underline") for time in mentions_in(within, reading.times)]
    styles += [(place.span, "italic") for place in mentions_in(within, reading.places)]
    marks = ((_moved(span, piece), number) for number, (span, _) in enumerate(styles))
    shown = Text()
    for segment in cut_at_marks(piece.of(reading.report.text), marks):
        style = " ".join(styles[number][1] for number in segment.marks[:1])
        shown.append(printable(segment.text), style)
    return shown


def _moved(span: Span, piece: Span) -> Span:
    return Span(span.start - piece.start, min(span.end, piece.end) - piece.start)


def _folded(text: Text) -> Text:
    words = [_short(word) for word in text.split(" ") if word]
    if len(words) > _HEAD + _TAIL + 1:
        words = [*words[:_HEAD], Text("…"), *words[-_TAIL:]]
    joined = Text(" ").join(words)
    return text if joined.plain == text.plain else joined  # which keeps a line unbroken


def _short(word: Text) -> Text:
    if len(word) <= _LONGEST_WORD:
        return word
    return Text.assemble(word[: _LONGEST_WORD // 2], "…", word[-10:])
