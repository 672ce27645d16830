"""Drift of figures: their value, their unit, and how far they are left open."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sayso.comparing.changes import Change, printed
from sayso.comparing.comparison import Comparison, Departure, departure, figure_pairs
from sayso.comparing.hedges import Hedge, hedge_at
from sayso.comparing.words import is_number, read_words
from sayso.lexicon import table
from sayso.records import Drift, DriftKind

__all__ = ["hedge_moved", "unit_changed", "value_changed"]


# So many added words are a clause with figures of its own.
_CLAUSE = 5


def value_changed(comparison: Comparison) -> Iterator[Departure]:
    """A figure of the record is another figure in the report."""
    for change in comparison.changes:
        was, became = _figures(change.was), _figures(change.became)
        if was or became:
            was = was or _ones(change.was)
            became = became or _ones(change.became)
        other = became and was != became and (was or not _merely_added(change))
        if other or (was and not became and _tells_all(change.became)):
            yield departure(DriftKind.VALUE_CHANGED, change, grave=True)


def unit_changed(comparison: Comparison) -> Iterator[Departure]:
    """The figure stands, but it counts in another unit."""
    for change in comparison.changes:
        was, became = _units(change.was), _units(change.became)
        beside = [*change.before[-1:], *change.was, *change.became]
        if was and became and not was & became and any(is_number(form) for form in beside):
            yield departure(DriftKind.UNIT_CHANGED, change, grave=True)


def hedge_moved(comparison: Comparison) -> Iterator[Departure]:
    """A figure was left open - about, up to, more than - and now is not, or on another side."""
    placement = comparison.placement
    forms = placement.wording.forms
    for was, became in figure_pairs(placement):
        first = hedge_at(placement.index.forms, was)
        then = hedge_at(forms, became)
        if first and not any(_holds(piece.was, first[1]) for piece in placement.pieces):
            continue
        if (first and first[0]) != (then and then[0]):
            yield Departure(
                drift=Drift(
                    kind=_kind(first, then),
                    was=placement.index.surface(*_with(first, was)),
                    became=printed(placement, _with(then, became)),
                ),
                change=_changed_at(comparison, first, then),
            )


def _kind(first: Hedge | None, then: Hedge | None) -> DriftKind:
    if first is None:
        return DriftKind.HEDGE_ADDED
    return DriftKind.HEDGE_CHANGED if then else DriftKind.HEDGE_DROPPED


def _holds(piece: tuple[int, int], words: tuple[int, int]) -> bool:
    return piece[0] <= words[0] and words[1] <= piece[1]


def _with(hedge: Hedge | None, figure: int) -> tuple[int, int]:
    """The words of a figure together with its hedge."""
    if hedge is None:
        return figure, figure + 1
    return min(hedge[1][0], figure), max(hedge[1][1], figure + 1)


def _changed_at(comparison: Comparison, first: Hedge | None, then: Hedge | None) -> Change | None:
    """The change of words that the moved hedge accounts for."""
    placement = comparison.placement
    was = placement.index.forms[slice(*first[1])] if first else ()
    became = placement.wording.forms[slice(*then[1])] if then else ()
    return next(
        (
            change
            for change in comparison.changes
            if (was and set(was) & set(change.was)) or (became and set(became) & set(change.became))
        ),
        None,
    )


def _figures(forms: Sequence[str]) -> list[str]:
    return [form for form in forms if is_number(form)]


def _ones(forms: Sequence[str]) -> list[str]:
    """`one` counts as a figure where it stands for another."""
    return [form for form in forms if form == "one"]


def _tells_all(forms: Sequence[str]) -> bool:
    """`every time` in the place of `nine times`: all or none of them is another figure."""
    return any(form in table("drift")["scopes"]["totals"] for form in forms)


def _merely_added(change: Change) -> bool:
    """A figure in words that the record has not at all is an addition of words, not of value."""
    return not change.was and len(change.became) >= _CLAUSE


def _units(forms: Sequence[str]) -> set[str]:
    return {_unit_names()[form] for form in forms if form in _unit_names()}


@cache
def _unit_names() -> Mapping[str, str]:
    """Forms of one word → the unit; units of time are judged as times."""
    times = {name for row in table("drift")["times"]["units"] for name in row}
    money = {form: form for form in table("wording")["currencies"].values()}
    return money | {
        read[0].form: unit
        for unit, names in table("units")["words"].items()
        if unit not in times
        for name in names
        if len(read := read_words(name)) == 1
    }
