"""Drift of what somebody did by saying it: a promise told, where they said that they give none."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from sayso.comparing.kinship import family, kin
from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.lexicon import table
from sayso.records import DriftKind

__all__ = ["deed_denied"]

# Words behind a "not" among which the verb stands that it denies.
_REACH = 3


def deed_denied(rendering: Rendering) -> Iterator[Departure]:
    """The speaker denies what the report's verb of saying says: "I'm not accusing anybody"."""
    saying = rendering.telling.saying
    negations = frozenset(table("drift")["negation"]["words"])
    deeds = [form for form in saying if form in table("tellings")["deeds"]["words"]]
    if not deeds or negations.intersection(saying):
        return
    sentences = rendering.sentences
    for number in sentences.with_any(deeds):
        if _is_near(rendering, number) and _denies(sentences.forms(number), deeds):
            said = sentences.index.surface(*sentences.sentences[number])
            kind = DriftKind.NEGATION_CHANGED
            yield departure(kind, said, " ".join((*deeds, rendering.telling.printed())), grave=True)
            return


def _is_near(rendering: Rendering, number: int) -> bool:
    """Whether a sentence is rendered, or next to one, or the speaker's and about the same."""
    sentences = rendering.sentences
    if sentences.speaker(number) != rendering.label:
        return False
    beside = any(abs(number - own) <= 1 for own in rendering.numbers)
    return beside or bool(kin(rendering.telling.wanted, sentences.forms(number)))


def _denies(forms: Sequence[str], deeds: Sequence[str]) -> bool:
    """Whether one of the verbs stands just behind a "not"."""
    negations = table("drift")["negation"]["words"]
    places = [at for at, form in enumerate(forms) if form in negations]
    ends = [end for _, end in pairwise((*places, len(forms)))]
    verbs = frozenset().union(*map(family, deeds))
    return any(
        not family(form).isdisjoint(verbs)
        for at, end in zip(places, ends, strict=True)
        for form in forms[at + 1 : min(end, at + 1 + _REACH)]
    )
