"""When words of a record may be what a quotation renders: enough of them, and telling ones."""

from collections.abc import Iterator, Sequence

from sayso.comparing.kinship import kin
from sayso.comparing.passages import Passage
from sayso.comparing.words import is_function, is_light

__all__ = ["FRAGMENT", "fits", "tells"]

FRAGMENT = 5
"""So few words fit only where nearly all of them stand."""

# Swept 0.30-0.54 on three gold events, each alone: no verdict moves below 0.48. Of 750 quotations
# of other news, held against a record of 9,000 words, 2 pass.
_COVERED = 0.42
# Fewer words in a run than this cost nothing on the gold events, more cost a misattribution.
_LONG_RUN = 6
_COVERED_WELL = 0.8
_LIKE = 0.66
_RUN = 4
# Swept 0.6-0.8: lower lets strangers in, higher keeps reworded fragments out.
_FRAGMENT_COVERED = 0.7
_FRAGMENT_CHANGED = 3


def tells(wanted: Sequence[str]) -> bool:
    """Whether words are worth looking for: a few words of any sentence stand anywhere."""
    return len(wanted) > FRAGMENT or not all(is_function(form) for form in wanted)


def fits(passage: Passage, wanted: Sequence[str]) -> bool:
    """Whether so much of the words stands here that they may come from here."""
    if len(wanted) > FRAGMENT:
        return _fits_loosely(passage, wanted)
    changed = sum(
        max(run.was[1] - run.was[0], run.became[1] - run.became[0])
        for run in passage.runs
        if not run.equal
    )
    return passage.coverage >= _FRAGMENT_COVERED and changed <= _FRAGMENT_CHANGED


def _fits_loosely(passage: Passage, wanted: Sequence[str]) -> bool:
    """Enough of the words, and among them some that do not stand in any text."""
    well = passage.coverage >= _COVERED_WELL
    if well and (passage.longest >= _RUN or passage.likeness >= _LIKE):
        return True
    if passage.longest >= _RUN and not any(_foreign(passage, wanted)):
        return True
    first = passage.became[0]
    same = [
        form
        for run in passage.runs
        if run.equal
        for form in wanted[run.became[0] - first : run.became[1] - first]
        if not is_function(form)
    ]
    telling = len(same) > 1 and not all(is_light(form) for form in same)
    return telling and (passage.coverage >= _COVERED or passage.longest >= _LONG_RUN)


def _foreign(passage: Passage, wanted: Sequence[str]) -> Iterator[str]:
    """Words of the quotation that stand there in no form: `asked` is none beside `did not ask`."""
    first = passage.became[0]
    for run in passage.runs:
        if not run.equal:
            became = wanted[run.became[0] - first : run.became[1] - first]
            near = kin(became, passage.index.forms[slice(*run.was)])
            yield from (form for form in became if form not in near)
