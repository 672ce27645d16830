"""Drift of a negation: what is not so told as so, or the other way."""

from collections.abc import Iterable, Iterator

from sayso.comparing.conditions import phrase_of
from sayso.comparing.kinship import kin
from sayso.comparing.negations import denials, parity
from sayso.comparing.statements.clauses import Clause, share
from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.lexicon import table
from sayso.records import DriftKind

__all__ = ["failure_told", "negation_changed", "part_denied", "undone_told"]

# Polarity is compared only between clauses that say nearly the same, in both directions.
_THE_SAME = 0.6
# A clause that is denied has to stand whole in what is told.
_WHOLE = 0.9


def negation_changed(rendering: Rendering) -> Iterator[Departure]:
    """What is not so is told as so, or the other way."""
    told_count = _count(rendering.told)
    if told_count in {_count(it) for it in (rendering.paired, rendering.said)}:
        return
    for told, said in rendering.pairs:
        one, other = _affirmed(told), _affirmed(said)
        if min(share(one, other), share(other, one)) < _THE_SAME or "until" in said.forms:
            continue
        # "I can't rule out that it is": may be, which another check looks at
        if phrase_of(said.forms, "certainty", "possible_phrases"):
            continue
        was, became = _count([said]), _count([told])
        # the report may say "not" before what it tells: "she did not expect", "he denied"
        silent = said.forms if became else (*told.forms, *rendering.telling.saying)
        if was != became and denials().isdisjoint(silent):
            yield departure(DriftKind.NEGATION_CHANGED, said.text, told.text, grave=True)


def undone_told(rendering: Rendering) -> Iterator[Departure]:
    """What the record says was not done is told as done."""
    undone = [it for it in rendering.said if phrase_of(it.forms, "negation", "undone")]
    silent = (*rendering.telling.frame, *rendering.telling.saying)
    if undone and denials().isdisjoint(silent):
        told = rendering.telling.printed()
        yield departure(DriftKind.NEGATION_CHANGED, undone[0].text, told, grave=True)


def failure_told(rendering: Rendering) -> Iterator[Departure]:
    """What the record says was done is told as failed or refused."""
    failing = frozenset(table("tellings")["negation"]["failing"])
    forms = rendering.telling.forms
    verbs = [
        verb
        for it, to, verb in zip(forms, forms[1:], forms[2:], strict=False)
        if it in failing and to == "to"
    ]
    said = [it for it in rendering.said if verbs and kin(verbs, it.forms)]
    others = {form for it in said for form in it.forms if not kin([form], verbs)}
    if said and denials().isdisjoint(others):
        told = rendering.telling.printed()
        yield departure(DriftKind.NEGATION_CHANGED, said[0].text, told, grave=True)


def part_denied(rendering: Rendering) -> Iterator[Departure]:
    """A clause that says "not" of something, and the whole of that is told as so."""
    telling = rendering.telling
    told = Clause(text=telling.printed(), forms=telling.forms)
    if rendering.conditions or not denials().isdisjoint((*telling.forms, *telling.saying)):
        return
    for said in rendering.said:
        other = _affirmed(said)
        whole = other.weight > 1 and share(other, told) >= _WHOLE
        if whole and _count([said]) and not phrase_of(said.forms, "certainty", "possible_phrases"):
            yield departure(DriftKind.NEGATION_CHANGED, said.text, told.text, grave=True)
            return


def _affirmed(clause: Clause) -> Clause:
    """The clause without its "not", to see whether the rest is the same."""
    negation = table("drift")["negation"]
    without = frozenset((*negation["words"], *negation["with_not"]))
    forms = tuple(form for form in clause.forms if form not in without)
    return Clause(text=clause.text, forms=forms)


def _count(clauses: Iterable[Clause]) -> int:
    return parity([form for clause in clauses for form in clause.forms])
