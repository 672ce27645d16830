"""Figures as a text gives them, to be laid beside each other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sayso.comparing.kinship import kin
from sayso.comparing.words import is_function, is_number, read_words
from sayso.lexicon import table
from sayso.records import Quantity, Relation, Span, Verdict

__all__ = [
    "Figure",
    "beside",
    "is_like",
    "is_reversed",
    "is_rounded",
    "stated_figures",
    "verdict_between",
]

# Words after a figure among which the thing counted stands: `8,000 of those North Korean troops`.
_REACH = 5
# Smaller figures and years are everywhere: two of the same value need the same thing counted.
_TELLING = 100
_RARE = 1000
_TEN = Decimal(10)
_HUNDREDTHS = 100
_PERCENT = "percent"
# Of a round figure left open on that side, what the exact one may be.
_ROUNDED = {
    "about": (Decimal("0.9"), Decimal("1.1")),
    "lower": (Decimal(1), Decimal("1.25")),
    "upper": (Decimal("0.8"), Decimal(1)),
}
_YEARS = range(1800, 2101)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A value, the side it is left open on, where it stands, and the words of what it counts.

    `before` is what it was before, `later` what it became, where the text says so; `move` is the
    stretch that holds both.
    """

    value: Decimal
    side: str | None
    span: Span
    counted: tuple[str, ...]
    before: Decimal | None = None
    later: Decimal | None = None
    move: Span | None = None


def stated_figures(quantities: Sequence[Quantity], text: str) -> Iterator[Figure]:
    """The figures of quantities; of a range both ends, of a vague one none.

    >>> men = Quantity(id="q", span=Span(0, 7), value=Decimal(9), counted="men")
    >>> [(figure.value, figure.counted) for figure in stated_figures([men], "9 men")]
    [(Decimal('9'), ('men',))]
    """
    earlier = {quantity.id: quantity for quantity in quantities}
    later = {quantity.previous: quantity for quantity in quantities if quantity.previous}
    for quantity in quantities:
        values = _values(quantity)
        after = _after(quantity, text) if values else []
        for value in values:
            base, counted = _in_base_units(value, after)
            was, became = earlier.get(quantity.previous or ""), later.get(quantity.id)
            yield Figure(
                value=base,
                side=_side(quantity),
                span=quantity.span,
                counted=counted,
                before=was.value if was else None,
                later=became.value if became else None,
                move=_move(quantity, was or became),
            )


def _move(one: Quantity, other: Quantity | None) -> Span | None:
    spans = [one.span, *([other.span] if other else [])]
    first, last = min(spans), max(spans)
    return Span(first.start, last.end) if other else None


def _values(quantity: Quantity) -> tuple[Decimal, ...]:
    if quantity.value is not None:
        return (quantity.value,)
    if quantity.relation is not Relation.BETWEEN:
        return ()
    return tuple(end for end in (quantity.low, quantity.high) if end is not None)


def _side(quantity: Quantity) -> str | None:
    sides: Mapping[str, str] = table("drift")["sides"]
    if quantity.relation is Relation.EXACT:
        return None
    return sides.get(quantity.relation.value, quantity.relation.value)


def _after(quantity: Quantity, text: str) -> list[str]:
    """The unit and the thing counted; where it names none, the words that follow."""
    start = quantity.span.end
    counted = read_words(quantity.counted or "") or read_words(text, start, _line_end(text, start))
    return [word.form for word in (*read_words(quantity.unit or ""), *counted)][:_REACH]


def beside(figure: Figure, others: Sequence[Figure], *, freely: bool = False) -> Figure | None:
    """The one of the others that `figure` retells: of its value and side at best, or tenfold it.

    Figures of one value are the same where they count the same, or nothing tells what they count;
    `freely` also where other words stand after a value that hardly stands there twice.

    >>> said = Figure(value=Decimal(8000), side="upper", span=Span(0, 11), counted=("men",))
    >>> told = Figure(value=Decimal(80000), side=None, span=Span(0, 6), counted=("men",))
    >>> beside(told, [said]) is said, verdict_between(told, said).value
    (True, 'value_changed')
    """
    same = [it for it in others if it.value == figure.value and _is_same(figure, it, freely=freely)]
    best = sorted(same, key=lambda it: (not _count_the_same(figure, it), it.side != figure.side))
    tenfold = (it for it in others if _count_the_same(figure, it) and _is_tenfold(figure, it))
    rounded = (it for it in others if is_rounded(figure, it))
    as_much = (it for it in others if _is_as_much(figure, it))
    return next((it for found in (best, rounded, as_much, tenfold) for it in found), None)


def is_like(one: Figure, other: Figure) -> bool:
    """Whether both count the same, or one is a nought too many or too few of the other."""
    return _count_the_same(one, other) or _is_tenfold(one, other)


def is_rounded(told: Figure, said: Figure) -> bool:
    """Whether a round figure, said to be one, holds of the exact figure of the same thing.

    >>> said = Figure(value=Decimal(9412), side=None, span=Span(0, 5), counted=("men",))
    >>> told = Figure(value=Decimal(9000), side="lower", span=Span(0, 5), counted=("men",))
    >>> is_rounded(told, said), is_rounded(replace(told, side=None), said)
    (True, False)
    """
    coarser = _digits(told.value) < _digits(said.value)
    return coarser and _holds_of(told, said) and _count_the_same(told, said)


def _holds_of(told: Figure, said: Figure) -> bool:
    if told.side not in _ROUNDED or said.side is not None or not told.value or not said.value:
        return False
    low, high = _ROUNDED[told.side]
    return low <= said.value / told.value <= high


def _is_as_much(told: Figure, said: Figure) -> bool:
    """Whether they are the same or rounded, but in two units: `two weeks`, `16 days`."""
    one, other = _in_smaller_units(told), _in_smaller_units(said)
    two_units = told.counted[:1] != said.counted[:1] and one.counted[:1] == other.counted[:1]
    return two_units and (one.value == other.value or _holds_of(one, other))


def _in_smaller_units(figure: Figure) -> Figure:
    larger = table("units")["larger"].get(next(iter(figure.counted), ""))
    if larger is None:
        return figure
    return replace(figure, value=figure.value * larger["size"], counted=(larger["unit"],))


def _digits(value: Decimal) -> int:
    """How many digits tell something: two of 9,400."""
    return len(value.normalize().as_tuple().digits)


def verdict_between(told: Figure, said: Figure) -> Verdict:
    """How a figure stands to the one that it retells."""
    if is_rounded(told, said) or _is_as_much(told, said):
        return Verdict.SAME
    if told.value != said.value or is_reversed(told, said):
        return Verdict.VALUE_CHANGED
    if told.side == said.side:
        return Verdict.SAME
    if told.side is None:
        return Verdict.HEDGE_DROPPED
    return Verdict.HEDGE_CHANGED if said.side else Verdict.HEDGE_ADDED


def is_reversed(told: Figure, said: Figure) -> bool:
    """Whether one text has as the earlier figure what the other has as the later one.

    >>> level = Figure(value=Decimal(7), side=None, span=Span(0, 1), counted=(), before=Decimal(8))
    >>> told = Figure(value=Decimal(7), side=None, span=Span(0, 1), counted=(), later=Decimal(8))
    >>> is_reversed(told, level)
    True
    """
    pairs = ((told.before, said.later), (told.later, said.before))
    return any(one is not None and one == other for one, other in pairs)


def _count_the_same(one: Figure, other: Figure) -> bool:
    """Whether they count one thing: a share of the hours is no number of them."""
    shares = {_PERCENT in figure.counted[:1] for figure in (one, other)}
    return len(shares) == 1 and bool(kin(one.counted, other.counted))


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
