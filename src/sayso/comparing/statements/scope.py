"""Drift of scope: all, most, some."""

from collections.abc import Collection, Iterator, Sequence
from itertools import takewhile

from sayso.comparing.kinship import kin
from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.comparing.statements.telling import Telling
from sayso.comparing.words import is_function, is_number
from sayso.lexicon import table
from sayso.records import DriftKind

__all__ = ["scope_changed"]

# Words after "most" among which the thing stands that it counts.
_REACH = 7


def scope_changed(rendering: Rendering) -> Iterator[Departure]:
    """All, most, some: more or less of the whole is told."""
    rows = [frozenset(row) for row in table("tellings")["scopes"]["rows"]]
    added = frozenset(table("tellings")["scopes"]["added"])
    was_forms = rendering.said_forms
    for at, form in enumerate(rendering.telling.forms):
        row = next((row for row in rows if form in row), None)
        if row is None or _counts_the_same(rendering.telling.forms, at, was_forms):
            continue
        counted = _after(rendering.telling.forms, at) or _adverb_of(rendering.telling, form)
        was = [
            other
            for place, other in enumerate(was_forms)
            if any(other in it for it in rows)
            and _count_alike(counted, _after(was_forms, place))
            and was_forms[max(place - 1, 0)] != "not"
        ]
        if row.intersection(was):
            continue
        new = form in added and form not in was_forms and kin(counted, was_forms)
        if was or new:
            yield departure(DriftKind.SCOPE_CHANGED, " ".join(was), form)
            return


def _adverb_of(telling: Telling, form: str) -> list[str]:
    """All that is told, where the word is said of all of it: `flown out entirely`."""
    return list(telling.wanted) if form.endswith("ly") else []


def _count_alike(told: Sequence[str], said: Sequence[str]) -> bool:
    """Whether both are of one thing, or neither names it: `all of it` for `half`."""
    return bool(kin(told, said)) if told else not said


def _counts_the_same(forms: Sequence[str], at: int, said: Collection[str]) -> bool:
    """`all three counties` for `three counties`."""
    after = forms[at + 1 : at + 2]
    return bool(after) and is_number(after[0]) and after[0] in said


def _after(forms: Sequence[str], at: int) -> list[str]:
    near = takewhile(lambda form: form != "…", forms[at + 1 : at + 1 + _REACH])
    return [form for form in near if not is_function(form) and not is_number(form)]
