"""Drift of what is claimed: negation, certainty, condition, tense, time, scope, person."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from itertools import product
from os.path import commonprefix

from rapidfuzz.distance import Levenshtein

from sayso.comparing.changes import Change
from sayso.comparing.comparison import Comparison, Departure, departure
from sayso.comparing.kinship import kin, stem
from sayso.comparing.negations import count_negations
from sayso.comparing.words import is_function, is_number, read_words
from sayso.lexicon import table
from sayso.records import DriftKind

__all__ = [
    "certainty_moved",
    "condition_dropped",
    "contrary",
    "hedge_lost",
    "names_time",
    "negation_changed",
    "person_changed",
    "phrase_in",
    "scope_changed",
    "speaks_of_itself",
    "tense_changed",
    "time_changed",
]

_FLAT = 4
# A cut or added run this long is a clause: what it held is lost or added with it.
_CLAUSE = 5
_SHORT = 4
_LONGEST = 8
_JUMP = 2
_PROBABLE = 2
_EDGES = 0.55
_SOUNDS = 0.78


def negation_changed(comparison: Comparison) -> Iterator[Departure]:
    """A "not" of the record is gone, or one was put in."""
    surplus = [
        (change, count_negations(change.was) - count_negations(change.became))
        for change in comparison.changes
        if not _is_clause(change)
    ]
    total = sum(more for _, more in surplus)
    changed = next((change for change, more in surplus if more * total > 0), None)
    if changed:
        yield departure(DriftKind.NEGATION_CHANGED, changed, grave=True)


def certainty_moved(comparison: Comparison) -> Iterator[Departure]:
    """What may be becomes what is, or what is becomes what may be."""
    for change in comparison.changes:
        was = _certainty(change.was, change.was_capitals)
        became = _certainty(change.became, change.became_capitals)
        if was != became and not _is_clause(change) and _size(change) <= _LONGEST:
            kind = DriftKind.CERTAINTY_RAISED if was < became else DriftKind.CERTAINTY_LOWERED
            yield departure(kind, change, grave=abs(was - became) >= _JUMP)


def condition_dropped(comparison: Comparison) -> Iterator[Departure]:
    """What the claim hung on is left out."""
    surplus = [
        (
            change,
            _conditions(change.was, change.was_capitals)
            - _conditions(change.became, change.became_capitals),
        )
        for change in comparison.changes
    ]
    if sum(more for _, more in surplus) > 0:
        change = next(change for change, more in surplus if more > 0)
        yield departure(DriftKind.CONDITION_DROPPED, change, grave=True)


def hedge_lost(comparison: Comparison) -> Iterator[Departure]:
    """A word that made the sentence less firm is gone; of a figure, its own hedges tell."""
    for change in comparison.changes:
        of_figure = any(is_number(form) for form in change.after[:1])
        whole = not of_figure and phrase_in(change.was, "sentence_hedges")
        if (whole and not phrase_in(change.became, "sentence_hedges")) or _is_thinner(change):
            yield departure(DriftKind.HEDGE_DROPPED, change)


def _is_thinner(change: Change) -> bool:
    """`might perhaps` told as `may`: as unsure a word, but one less of them."""
    was, became = _doubts(change.was), _doubts(change.became)
    same = _certainty(change.was, change.was_capitals) == _certainty(
        change.became, change.became_capitals
    )
    return same and 0 < became < was and _size(change) <= _LONGEST


def _doubts(forms: Sequence[str]) -> int:
    levels: Mapping[str, int] = table("drift")["certainty"]
    return sum(levels.get(form, _FLAT) <= _PROBABLE for form in forms)


def tense_changed(comparison: Comparison) -> Iterator[Departure]:
    """What will be becomes what is or was, or the other way."""
    for change in comparison.changes:
        was, became = _rows(change.was, "tenses"), _rows(change.became, "tenses")
        if "future" in was and "future" not in became and _happened(change, became):
            yield departure(DriftKind.FORECAST_TO_FACT, change, grave=True)
        elif was and became and not was & became:
            yield departure(DriftKind.TENSE_CHANGED, change)


def time_changed(comparison: Comparison) -> Iterator[Departure]:
    """Another day, another span of time, or ahead instead of behind."""
    for change in comparison.changes:
        was = _times(change.was, change.was_capitals)
        became = _times(change.became, change.became_capitals)
        if was and became and not was & became:
            yield departure(DriftKind.TIME_CHANGED, change, grave=True)
        elif _times((*change.before[-2:], *change.was, *change.after[:2])):
            yield from _direction(change)


def scope_changed(comparison: Comparison) -> Iterator[Departure]:
    """All, most, some, only: how much of the whole is meant."""
    rows: list[list[str]] = table("drift")["scopes"]["rows"]
    for change in comparison.changes:
        was = {at for at, row in enumerate(rows) if set(row) & set(change.was)}
        became = {at for at, row in enumerate(rows) if set(row) & set(change.became)}
        if was and became and not was & became and len(change.was) <= _SHORT:
            yield departure(DriftKind.SCOPE_CHANGED, change, grave=True)


def person_changed(comparison: Comparison) -> Iterator[Departure]:
    """I, we, you, they: somebody else does or is it."""
    for change in comparison.changes:
        was, became = _rows(change.was, "persons"), _rows(change.became, "persons")
        if was and became and not was & became and _size(change) <= _SHORT:
            yield departure(DriftKind.PERSON_CHANGED, change, grave=True)


def speaks_of_itself(change: Change) -> bool:
    """Whether "we" and "our" of the record became a name and "its", as a document has it."""
    own = {"i", "we"}
    return bool(own & _rows(change.was, "persons")) and not own & _rows(change.became, "persons")


def contrary(comparison: Comparison) -> Iterator[Departure]:
    """A word became its contrary, or another word that sounds like it."""
    for change in comparison.changes:
        if _opposite(change) or _misheard(change):
            yield departure(DriftKind.WORDING_CHANGED, change, grave=True)


def phrase_in(forms: Sequence[str], list_name: str) -> str | None:
    """The first phrase of a list of drift.toml that stands among the words."""
    text = f" {' '.join(forms)} "
    return next((phrase for phrase in _phrases(list_name) if f" {phrase} " in text), None)


@cache
def _phrases(list_name: str) -> tuple[str, ...]:
    rows = table("drift")
    phrases: list[str] = list(rows[list_name]["phrases"])
    if list_name == "sentence_hedges":
        hedges: list[str] = table("tellings")["hedges"]["phrases"]
        phrases += [it for it in hedges if it not in rows["conditions"]["phrases"]]
    return tuple(" ".join(word.form for word in read_words(phrase)) for phrase in phrases)


def _is_clause(change: Change) -> bool:
    return not (change.was and change.became) and _size(change) >= _CLAUSE


def _size(change: Change) -> int:
    return max(len(change.was), len(change.became))


def _certainty(forms: Sequence[str], capitals: Collection[int]) -> int:
    """How sure the words leave it; a `Should` that opens a sentence is a condition."""
    levels: Mapping[str, int] = table("drift")["certainty"]
    return min(
        (levels[form] for at, form in enumerate(forms) if form in levels and at not in capitals),
        default=_FLAT,
    )


def _conditions(forms: Sequence[str], capitals: Collection[int]) -> int:
    opening: list[str] = table("drift")["conditions"]["opening"]
    text = f" {' '.join(forms)} "
    return sum(forms[at] in opening for at in capitals) + sum(
        text.count(f" {phrase} ") for phrase in _phrases("conditions")
    )


def _rows(forms: Sequence[str], name: str) -> set[str]:
    rows: Mapping[str, list[str]] = table("drift")[name]
    return {row for row, members in rows.items() if set(members) & set(forms)}


def _happened(change: Change, became: Collection[str]) -> bool:
    """Whether the words that replace a future tell of what is or was."""
    finished = any(form.endswith("ed") and kin([form], change.was) for form in change.became)
    return finished or ("future" not in became and bool(became))


def names_time(form: str) -> bool:
    """Whether the word names a time: a day, a month, a part of the day."""
    return form in _time_names()


def _times(forms: Sequence[str], capitals: Collection[int] = ()) -> set[str]:
    """The times named; "may" is a verb far oftener than a month, unless it has a capital."""
    cased = {*table("calendar")["cased"], "march"}
    named = [form for at, form in enumerate(forms) if form not in cased or at in capitals]
    return {_time_names()[form] for form in named if form in _time_names()}


@cache
def _time_names() -> Mapping[str, str]:
    units: list[list[str]] = table("drift")["times"]["units"]
    named = [*table("calendar")["weekdays"], *table("calendar")["months"]]
    return {form: row[0] for row in units for form in row} | {name: name for name in named}


def _direction(change: Change) -> Iterator[Departure]:
    """`the coming days`, `the next few days`: nearly the same; `the past days`: not at all."""
    words: Mapping[str, list[str]] = table("drift")["times"]
    was = {name for name in ("ahead", "behind", "near") if set(words[name]) & set(change.was)}
    became = {name for name in ("ahead", "behind", "near") if set(words[name]) & set(change.became)}
    if was and became and set(change.was) != set(change.became):
        turned = {"ahead", "behind"} <= was | became and not was & became
        yield departure(DriftKind.TIME_CHANGED, change, grave=turned)


def _opposite(change: Change) -> bool:
    if _size(change) > _SHORT:
        return False
    return any(
        (stem(was), stem(became)) in _opposites()
        for was, became in product(change.was, change.became)
    )


@cache
def _opposites() -> frozenset[tuple[str, str]]:
    pairs = [(stem(one), stem(other)) for one, other in table("drift")["opposites"]["pairs"]]
    return frozenset({*pairs, *((other, one) for one, other in pairs)})


def _misheard(change: Change) -> bool:
    """One word for one that sounds alike and is no form of it: `moderating`, `modifying`."""
    if len(change.was) != 1 or len(change.became) != 1:
        return False
    was, became = change.was[0], change.became[0]
    if any(is_function(form) or is_number(form) for form in (was, became)) or kin([was], [became]):
        return False
    return (
        _same_edges(was, became) >= _EDGES
        or Levenshtein.normalized_similarity(was, became) >= _SOUNDS
    )


def _same_edges(one: str, other: str) -> float:
    """The share of letters that both words begin and end with."""
    start = len(commonprefix([one, other]))
    end = len(commonprefix([one[start:][::-1], other[start:][::-1]]))
    return (start + end) / max(len(one), len(other))
