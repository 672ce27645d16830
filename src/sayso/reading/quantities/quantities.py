"""The quantities of a text, in its order."""

from sayso.reading.quantities.changes import changes_of, in_points
from sayso.reading.quantities.figure import Figure
from sayso.reading.quantities.labels import without_names
from sayso.reading.quantities.links import (
    complete_figures,
    join_bounds,
    join_parts,
    share_units,
    wholes_of,
)
from sayso.reading.quantities.measures import read_figure
from sayso.reading.quantities.moneys import name_moneys
from sayso.reading.quantities.numerals import numeral_starts
from sayso.reading.quantities.tokens import Tokens, split_tokens
from sayso.records import Quantity, Span, mention_id

__all__ = ["read_quantities"]


def read_quantities(
    text: str, *, report_id: str, language: str | None = "en"
) -> tuple[Quantity, ...]:
    """The quantities of `text` in order, apart from each other; `place` and the like stay open.

    `report_id` is the id of the report that the ids of its quantities begin with. Numbers in words
    are read in English; in other languages digits, scales, hedges and units are.

    >>> quantity, = read_quantities("Up to 8,000 troops are there.", report_id="r")
    >>> quantity.relation.value, quantity.high, quantity.counted
    ('at_most', Decimal('8000'), 'troops')
    """
    tokens = split_tokens(text, language=(language or "en")[:2].lower())
    figures = without_names(tokens, _figures(tokens))
    for join in (name_moneys, join_bounds, join_parts, share_units, complete_figures):
        figures = join(tokens, figures)
    wholes, changes = wholes_of(tokens, figures), changes_of(tokens, figures)
    figures = in_points(figures, changes)
    spans = [_span(tokens, figure) for figure in figures]
    ids = [mention_id(report_id, "q", span) for span in spans]
    return tuple(
        Quantity(
            id=ids[place],
            span=spans[place],
            value=figure.value,
            low=figure.low,
            high=figure.high,
            relation=figure.relation,
            counted=figure.counted or _named_before(figures, figure, whole),
            unit=figure.unit,
            per=figure.per,
            part_of=None if whole is None else ids[whole],
            total=figure.total,
            previous=None if change.previous is None else ids[change.previous],
            change=None if change.by is None else ids[change.by],
            direction=change.direction,
        )
        for place, (figure, whole, change) in enumerate(zip(figures, wholes, changes, strict=True))
    )


def _named_before(figures: list[Figure], figure: Figure, whole: int | None) -> str | None:
    """What `eight of them` counts: what the whole that it is a part of does."""
    return figures[whole].counted if whole is not None and figure.unit is None else None


def _figures(tokens: Tokens) -> list[Figure]:
    figures: list[Figure] = []
    resume = free = 0
    for at in numeral_starts(tokens):
        if at < resume:
            continue
        found = read_figure(tokens, at, free)
        resume = found.last
        if found.figure:
            figures.append(found.figure)
            free = found.figure.last
    return figures


def _span(tokens: Tokens, figure: Figure) -> Span:
    return Span(tokens.starts[figure.first], tokens.ends[figure.last - 1])
