"""Where a passage stands, as selectors of the W3C Web Annotation Data Model (2017)."""

from typing import Any

from sayso.records import Span

__all__ = ["selectors_of"]

_AROUND = 32  # characters of context, as Hypothesis keeps them


def selectors_of(span: Span, text: str) -> list[dict[str, Any]]:
    """The words with so much around them that they stand there alone, and their position.

    Positions are in Unicode code points.

    >>> selectors_of(Span(3, 5), "No. No.")[0]
    {'type': 'TextQuoteSelector', 'exact': ' N', 'prefix': 'No.', 'suffix': 'o.'}
    """
    prefix, suffix = _around(span, text)
    quote = {"exact": span.of(text), "prefix": prefix, "suffix": suffix}
    position = {"start": span.start, "end": span.end}
    return [
        {"type": "TextQuoteSelector", **quote},
        {"type": "TextPositionSelector", **position},
    ]


def _around(span: Span, text: str) -> tuple[str, str]:
    """What stands before and after, doubled until all of it is found only once."""
    reach = _AROUND
    while True:
        start, end = max(0, span.start - reach), min(len(text), span.end + reach)
        whole = text[start:end]
        alone = text.find(whole, text.find(whole) + 1) < 0
        if alone or (start == 0 and end == len(text)):
            return text[start : span.start], text[span.end : end]
        reach *= 2
