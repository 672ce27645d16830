"""Where in a record the words of a quotation may come from."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sayso.comparing.alignment import Run, align, kernel, moved, trimmed
from sayso.comparing.index import RecordIndex
from sayso.comparing.kinship import kin, stem
from sayso.comparing.words import is_function, is_light

__all__ = ["Passage", "near_passages", "passage_of", "same_passages", "weigh"]

# Places of one pair of words that are looked at: a pair that stands oftener points nowhere.
_OFTEN = 200
# Windows of the record that are aligned for one quotation, the best by pairs of words in common.
_WINDOWS = 6
_NARROWEST = 24
_MARGIN = 14
_SLACK = 3
# So few words at an edge are an addition, rather than another sentence retold.
_SHORT = 3
_EXACT = 40
# A word in another form counts for this much of it.
_KIN = 0.6
_FUNCTION = 0.3
_LIGHT = 0.5
# A lone word in another form counts for most of it, where the stem is long enough to tell.
_SAME_STEM = 0.8
_STEM = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a record beside words of a quotation; runs count the words of both.

    `coverage` is how much of the quotation stands here, `likeness` also counts what it left out.
    """

    index: RecordIndex
    runs: tuple[Run, ...]
    coverage: float
    likeness: float

    @property
    def was(self) -> tuple[int, int]:
        """The record's words, first to past the last."""
        return self.runs[0].was[0], self.runs[-1].was[1]

    @property
    def became(self) -> tuple[int, int]:
        """The quotation's words, first to past the last."""
        return self.runs[0].became[0], self.runs[-1].became[1]

    @property
    def longest(self) -> int:
        """Words in the longest run that is the same."""
        return max((run.became[1] - run.became[0] for run in self.runs if run.equal), default=0)


def same_passages(
    forms: Sequence[str], index: RecordIndex, part: tuple[int, int]
) -> Iterator[Passage]:
    """Places where the words `part` of a quotation stand just so."""
    wanted = forms[slice(*part)]
    for at in index.exact(wanted, most=_EXACT):
        run = Run((at, at + len(wanted)), part, equal=True)
        yield Passage(index=index, runs=(run,), coverage=1.0, likeness=1.0)


def near_passages(
    forms: Sequence[str], index: RecordIndex, part: tuple[int, int]
) -> Iterator[Passage]:
    """Places where words like those of `part` stand."""
    wanted = forms[slice(*part)]
    if len(wanted) == 1:
        yield from _other_form(wanted[0], index, part)
        return
    seen = set()
    for first, last in _windows(wanted, index):
        runs = _settled(wanted, index, (first, last))
        if runs and (place := (runs[0].was[0], runs[-1].was[1])) not in seen:
            seen.add(place)
            yield passage_of(index, moved(runs, 0, part[0]), forms)


def weigh(forms: Sequence[str]) -> float:
    """What words weigh as evidence: those of any sentence less than others."""
    return sum(_weight(form) for form in forms)


def _weight(form: str) -> float:
    if is_function(form):
        return _FUNCTION
    return _LIGHT if is_light(form) else 1.0


def _other_form(form: str, index: RecordIndex, part: tuple[int, int]) -> Iterator[Passage]:
    """Where a lone word stands in another form: `desperate` for `desperation`."""
    at = index.stems.get(stem(form))
    if at is not None and len(stem(form)) >= _STEM and index.forms[at] != form:
        run = Run((at, at + 1), part)
        yield Passage(index=index, runs=(run,), coverage=_SAME_STEM, likeness=_SAME_STEM)


def _windows(wanted: Sequence[str], index: RecordIndex) -> Iterator[tuple[int, int]]:
    """Stretches of the record that share most with the words, by votes of pairs and words."""
    width = max(_NARROWEST, len(wanted) // 2)
    votes: Counter[int] = Counter()
    keys: list[tuple[int, str | tuple[str, str]]] = [*enumerate(pairwise(wanted))]
    keys += [(at, form) for at, form in enumerate(wanted) if not is_function(form)]
    for at, key in keys:
        places = index.places.get(key, ())
        for place in places if len(places) <= _OFTEN else ():
            slot = 2 * (place - at) // width
            votes[slot] += 1
            votes[slot - 1] += 1
    for slot, _ in votes.most_common(_WINDOWS):
        first = slot * width // 2
        yield max(first - _MARGIN, 0), min(first + width + len(wanted) + _MARGIN, len(index.words))


def _settled(wanted: Sequence[str], index: RecordIndex, window: tuple[int, int]) -> list[Run]:
    """Align with the window, keep the part that agrees, and align that part anew with the words."""
    agreed = kernel(index.forms[slice(*window)], wanted)
    if not agreed:
        return []
    agreed = moved(agreed, window[0], 0)
    # room on both sides for the words of the quotation that are still without a counterpart
    before, after = agreed[0].became[0], len(wanted) - agreed[-1].became[1]
    lowest, highest = index.voice_span(agreed[0].was[0])
    first = max(agreed[0].was[0] - _room(before), lowest)
    last = min(agreed[-1].was[1] + _room(after), max(highest, agreed[-1].was[1]))
    runs = trimmed(moved(align(index.forms[first:last], wanted), first, 0))
    return _within_sentences(runs, index)


def _room(words: int) -> int:
    return words + words // 2 + _SLACK if words else 0


def _within_sentences(runs: list[Run], index: RecordIndex) -> list[Run]:
    """Other words at an edge stand for as many of the record's, in the same sentence."""
    if not runs[0].equal:
        runs[0] = runs[0]._replace(was=_tail(runs[0], index))
    if not runs[-1].equal:
        runs[-1] = runs[-1]._replace(was=_head(runs[-1], index))
    return runs


def _tail(run: Run, index: RecordIndex) -> tuple[int, int]:
    size = run.became[1] - run.became[0]
    first, last = max(run.was[0], run.was[1] - size), run.was[1]
    begins = index.sentence_start(last) if last < len(index.words) else first
    return (begins, last) if first < begins and (begins < last or size <= _SHORT) else (first, last)


def _head(run: Run, index: RecordIndex) -> tuple[int, int]:
    size = run.became[1] - run.became[0]
    first, last = run.was[0], min(run.was[1], run.was[0] + size)
    ends = index.sentence_end(first - 1) if first else last
    return (first, ends) if ends < last and (first < ends or size <= _SHORT) else (first, last)


def passage_of(index: RecordIndex, runs: Sequence[Run], forms: Sequence[str]) -> Passage:
    """The passage of these runs, with how much of the words is the same or near."""
    became = [form for run in runs for form in forms[slice(*run.became)]]
    same = sum(weigh(forms[slice(*run.became)]) for run in runs if run.equal)
    near = same + _KIN * _kindred(index, runs, forms)
    both = weigh(became) + weigh(index.forms[runs[0].was[0] : runs[-1].was[1]])
    return Passage(
        index=index,
        runs=tuple(runs),
        coverage=near / max(weigh(became), _FUNCTION),
        likeness=2 * near / max(both, _FUNCTION),
    )


def _kindred(index: RecordIndex, runs: Sequence[Run], forms: Sequence[str]) -> float:
    """How many words of the changed runs have a form or a like word among the record's."""
    was = {form for run in runs if not run.equal for form in index.forms[slice(*run.was)]}
    was = {form for form in was if not is_function(form)}
    became = [form for run in runs if not run.equal for form in forms[slice(*run.became)]]
    return len(kin([form for form in became if not is_function(form)], was))
