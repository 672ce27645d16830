"""Typed differences between a quotation and the record: each check sees one kind of drift.

Likeness does not tell what matters: "not" and "now" are nearly the same, a tenfold figure too.
So each kind of word that carries meaning has its own check, and the verdict follows from them.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from sayso.comparing.changes import Change
from sayso.comparing.claims import (
    certainty_moved,
    condition_dropped,
    contrary,
    hedge_lost,
    negation_changed,
    person_changed,
    scope_changed,
    tense_changed,
    time_changed,
)
from sayso.comparing.comparison import Comparison, Departure, departure
from sayso.comparing.cutting import (
    condition_cut,
    head_cut,
    hedge_cut,
    negation_cut,
    opening_cut,
    sentence_skipped,
)
from sayso.comparing.figures import hedge_moved, unit_changed, value_changed
from sayso.comparing.kinship import kin
from sayso.comparing.voices import speaker_changed
from sayso.comparing.words import is_function
from sayso.records import DriftKind

__all__ = ["CHECKS", "departures_of"]

CHECKS: tuple[Callable[[Comparison], Iterator[Departure]], ...] = (
    speaker_changed,
    value_changed,
    unit_changed,
    negation_changed,
    condition_dropped,
    certainty_moved,
    tense_changed,
    time_changed,
    scope_changed,
    person_changed,
    contrary,
    hedge_moved,
    hedge_lost,
    negation_cut,
    opening_cut,
    condition_cut,
    hedge_cut,
    head_cut,
    sentence_skipped,
)
"""Every check, the gravest first; the sentence of each is what a reader is told."""

# A change that one check explains may hold more: so many other words of weight make it its own.
_MORE = 2
_LOST = 4
# So many words of any sentence left out are missed: "more and more".
_MANY = 3
# So many words that the record has nowhere near are a clause put into somebody's mouth.
_CLAUSE = 8
_CLAUSE_CONTENT = 4


def departures_of(comparison: Comparison) -> tuple[Departure, ...]:
    """All drift of a quotation, gravest first; what no check explains is words lost or changed."""
    typed = [found for check in CHECKS for found in check(comparison)]
    if _is_prose(comparison, typed):
        return tuple(typed[:1])
    plain = [
        found
        for change in sorted(comparison.changes, key=_weight, reverse=True)
        if _is_unexplained(change, [it for it in typed if it.change == change])
        for found in _plain(change, comparison)
    ]
    # an article more or less is told only where nothing else is to be told
    told = [found for found in plain if not _is_faint(found)] or (plain if not typed else [])
    return tuple(sorted((*typed, *told), key=lambda found: not found.grave))


def _is_faint(found: Departure) -> bool:
    change = found.change
    return change is not None and not _weight(change) and len(change.was) < _LOST


def _is_prose(comparison: Comparison, typed: Sequence[Departure]) -> bool:
    """Whether words of the report itself stand in the marks: no other drift counts then."""
    spoken = any(found.drift.kind is DriftKind.SPEAKER_CHANGED for found in typed[:1])
    return spoken and comparison.placement.voice is not False


def _weight(change: Change) -> int:
    return sum(not is_function(form) for form in (*change.was, *change.became))


def _is_unexplained(change: Change, typed: list[Departure]) -> bool:
    if not typed:
        return True
    return max(len(_new(change.was, change.became)), len(_new(change.became, change.was))) > _MORE


def _new(forms: Sequence[str], others: Collection[str]) -> list[str]:
    """Words of weight that the others have in no form."""
    telling = [form for form in forms if not is_function(form)]
    near = set(kin(telling, others))
    return [form for form in telling if form not in near]


def _plain(change: Change, comparison: Comparison) -> Iterator[Departure]:
    """Words left out, or other words; a word like "that" is missed only where all else stands."""
    elsewhere = [form for other in comparison.changes for form in other.became]
    lost = _new(change.was, elsewhere)
    alone = len(comparison.changes) == 1
    gone = not change.became and (lost or alone or len(change.was) >= _MANY)
    if gone or len(lost) >= _LOST:
        yield departure(DriftKind.WORDS_LOST, change)
    if change.became or not gone:
        grave = _puts_in_a_clause(change, comparison)
        yield departure(DriftKind.WORDING_CHANGED, change, grave=grave)


def _puts_in_a_clause(change: Change, comparison: Comparison) -> bool:
    """Whether a clause is added that the record has nowhere near, nor may have in a gap there."""
    near = {
        *(form for other in comparison.changes for form in other.was),
        *comparison.before.forms,
        *comparison.after.forms,
    }
    long = len(change.became) >= max(_CLAUSE, 2 * len(change.was))
    return long and len(_new(change.became, near)) >= _CLAUSE_CONTENT and not change.gap
