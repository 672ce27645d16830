"""Words that a quotation adds to a sentence of the record, and that retell no other."""

from collections.abc import Sequence

from sayso.comparing.alignment import Run
from sayso.comparing.passages import Passage, passage_of, weigh
from sayso.comparing.wording import Wording
from sayso.comparing.words import is_function, is_light

__all__ = ["without_neighbours"]

# Words that retell a neighbouring sentence have two telling ones in common with it, or one with so
# many small ones that hardly another is left: "and we will fight", but no "and pay for it in full".
_TELLING = 2
_RETOLD = 0.7  # of their weight


def without_neighbours(passage: Passage, wording: Wording) -> Passage:
    """The passage less the sentences before and after it that the quotation's words do not retell.

    Where the quotation goes on in one sentence, "... before the winter and pay for it", and the
    record begins another, few words in common are none that changed: they were added.
    """
    runs = _added_before(_added_behind(list(passage.runs), passage, wording), passage, wording)
    if tuple(runs) == passage.runs:
        return passage
    return passage_of(passage.index, runs, wording.forms)


def _added_behind(runs: list[Run], passage: Passage, wording: Wording) -> list[Run]:
    last = runs[-1].became[1]
    for number, run in enumerate(runs[:-1]):
        here, there = run.became[1], run.was[1]
        ends = run.equal and passage.index.sentence_end(there - 1) == there
        if ends and not wording.ends_sentence(here) and _is_new(runs[number + 1 :], wording.forms):
            return [*runs[: number + 1], Run((there, there), (here, last))]
    return runs


def _added_before(runs: list[Run], passage: Passage, wording: Wording) -> list[Run]:
    first = runs[0].became[0]
    for number, run in enumerate(runs[1:], 1):
        here, there = run.became[0], run.was[0]
        begins = run.equal and passage.index.sentence_start(there) == there
        if begins and not wording.ends_sentence(here) and _is_new(runs[:number], wording.forms):
            return [Run((there, there), (first, here)), *runs[number:]]
    return runs


def _is_new(runs: Sequence[Run], forms: Sequence[str]) -> bool:
    """Whether so few words of the runs agree that they are no retelling."""
    said = [form for run in runs for form in forms[slice(*run.became)]]
    same = [form for run in runs if run.equal for form in forms[slice(*run.became)]]
    telling = sum(not (is_function(form) or is_light(form)) for form in same)
    retold = telling >= _TELLING or (telling and weigh(same) >= _RETOLD * weigh(said))
    return bool(said) and not retold
