"""Figures that leave out what the one before had: "you asked for 900 million and got 500"."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from sayso.comparing.mentions import Figure
from sayso.lexicon import table
from sayso.records import Quantity

__all__ = ["elided_figures"]

# Characters behind a figure in which another may leave out its "million" or "percent".
_REACH = 250
# Of one kind is what is so many times another at most.
_ALIKE = 5


def elided_figures(
    quantities: Sequence[Quantity], figures: Sequence[Figure], text: str
) -> Iterator[Figure]:
    """Bare figures as they read with the million or the unit of the nearest figure before them.

    Each is only one more way to read it: whoever says "we got 500" may mean five hundred.
    """
    spans = {figure.span: figure for figure in figures}
    before: list[tuple[Quantity, Figure]] = []
    for quantity in quantities:
        figure = spans.get(quantity.span)
        if figure is None:
            continue
        if quantity.unit or quantity.counted or _scale(quantity, text) > 1:
            before.append((quantity, figure))
        else:
            yield from _filled(figure, before, text)


def _filled(
    figure: Figure, before: Sequence[tuple[Quantity, Figure]], text: str
) -> Iterator[Figure]:
    """The figure with what the nearest one of its order before it has."""
    for quantity, full in reversed(before):
        scale = _scale(quantity, text)
        if figure.span.start - full.span.end > _REACH:
            return
        if _alike(figure.value, full.value / scale):
            yield replace(figure, value=figure.value * scale, counted=full.counted)
            return


def _scale(quantity: Quantity, text: str) -> Decimal:
    """What the word behind the digits makes of them: a million of `900 million`, else one."""
    values = table("numerals")["scales"]
    words = quantity.span.of(text).lower().split()
    return Decimal(max((values[word] for word in words if word in values), default=1))


def _alike(one: Decimal, other: Decimal) -> bool:
    low, high = sorted((one, other))
    return 0 < low and high <= low * _ALIKE
