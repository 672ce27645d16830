"""Figures as a report gives them, to be laid beside each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sayso.comparing.hedges import hedge_at
from sayso.comparing.kinship import kin
from sayso.comparing.words import is_function, is_number, read_words
from sayso.lexicon import table
from sayso.records import Quantity, Relation, Span, Verdict

__all__ = ["Figure", "beside", "read_figures", "stated_figures", "verdict_between"]

# Words after a figure among which the thing counted stands: `8,000 of those North Korean troops`.
_REACH = 5
# Smaller figures and years are everywhere: two of the same value need the same thing counted.
_TELLING = 100
_RARE = 1000
_TEN = Decimal(10)
_HUNDREDTHS = 100
_YEARS = range(1800, 2101)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A value, the side it is left open on, where it stands, and the words of what it counts."""

    value: Decimal
    side: str | None
    span: Span
    counted: tuple[str, ...]


def read_figures(text: str, span: Span) -> Iterator[Figure]:
    """The figures that stand in a stretch of text, by this station's own reading.

    >>> next(read_figures("up to 8,000 men", Span(0, 15))).side
    'upper'
    """
    words = read_words(text, span.start, span.end)
    forms = [word.form for word in words]
    for at, form in enumerate(forms):
        if is_number(form) and form.replace(".", "", 1).isdecimal():
            hedge = hedge_at(forms, at)
            first, last = (
                (min(hedge[1][0], at), max(hedge[1][1], at + 1)) if hedge else (at, at + 1)
            )
            value, counted = _in_base_units(Decimal(form), forms[at + 1 : at + 1 + _REACH])
            yield Figure(
                value=value,
                side=hedge[0] if hedge else None,
                span=Span(words[first].start, words[last - 1].end),
                counted=counted,
            )


def stated_figures(quantities: Sequence[Quantity], text: str) -> Iterator[Figure]:
    """The same of quantities already read."""
    sides = table("drift")["sides"]
    for quantity in quantities:
        if quantity.value is None:
            continue
        after = read_words(text, quantity.span.end, _line_end(text, quantity.span.end))
        words = read_words(quantity.unit or "") + (read_words(quantity.counted or "") or after)
        exact = quantity.relation is Relation.EXACT
        value, counted = _in_base_units(quantity.value, [word.form for word in words][:_REACH])
        yield Figure(
            value=value,
            side=None if exact else sides.get(quantity.relation.value, quantity.relation.value),
            span=quantity.span,
            counted=counted,
        )


def beside(figure: Figure, others: Sequence[Figure], *, freely: bool = False) -> Figure | None:
    """The one of the others that `figure` retells: of its value and side at best, or tenfold it.

    Figures of one value are the same where they count the same, or nothing tells what they count;
    `freely` also where other words stand after a value that hardly stands there twice.

    >>> said = list(read_figures("up to 8,000 men and 90 guns", Span(0, 27)))
    >>> told = next(read_figures("80,000 men", Span(0, 10)))
    >>> beside(told, said) is said[0], verdict_between(told, said[0]).value
    (True, 'value_changed')
    """
    same = [it for it in others if it.value == figure.value and _is_same(figure, it, freely=freely)]
    best = sorted(same, key=lambda it: (not _count_the_same(figure, it), it.side != figure.side))
    tenfold = (it for it in others if _count_the_same(figure, it) and _is_tenfold(figure, it))
    return next(iter(best), None) or next(tenfold, None)


def verdict_between(told: Figure, said: Figure) -> Verdict:
    """How a figure stands to the one that it retells."""
    if told.value != said.value:
        return Verdict.VALUE_CHANGED
    if told.side == said.side:
        return Verdict.SAME
    if told.side is None:
        return Verdict.HEDGE_DROPPED
    return Verdict.HEDGE_CHANGED if said.side else Verdict.HEDGE_ADDED


def _count_the_same(one: Figure, other: Figure) -> bool:
    return bool(kin(one.counted, other.counted))


def _is_same(one: Figure, other: Figure, *, freely: bool) -> bool:
    if _count_the_same(one, other):
        return True
    rare = one.value not in _YEARS and (one.value >= _RARE or one.value != int(one.value))
    if freely and rare:
        return True
    telling = one.value >= _TELLING and one.value not in _YEARS
    return telling and not (one.counted and other.counted)


def _is_tenfold(one: Figure, other: Figure) -> bool:
    """Whether a nought too many or too few makes one of the other."""
    low, high = sorted((one.value, other.value))
    return low > 0 and high in {low * _TEN, low * _TEN**2, low * _TEN**3}


def _in_base_units(value: Decimal, after: Sequence[str]) -> tuple[Decimal, tuple[str, ...]]:
    """The value and the words of what it counts; percentage points as the hundredths they have."""
    if list(after[:1]) == ["percentage"] and after[1:2] and after[1].startswith("point"):
        return value * _HUNDREDTHS, ("bps",)
    telling = (form for form in after if not is_function(form) and not is_number(form))
    return value, tuple(form for form in telling if form != "…")


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return min(start + 120, len(text) if end < 0 else end)
