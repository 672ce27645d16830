"""Drift by the scissors: every word that is left may match, and the sentence still says less."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from sayso.comparing.claims import names_time, phrase_in
from sayso.comparing.clips import Cut, is_whole
from sayso.comparing.comparison import Comparison, Departure
from sayso.comparing.conditions import phrase_of
from sayso.comparing.fitting import FRAGMENT
from sayso.comparing.words import is_function, is_number, read_words
from sayso.lexicon import table
from sayso.records import Drift, DriftKind

__all__ = [
    "condition_cut",
    "head_cut",
    "hedge_cut",
    "negation_cut",
    "opening_cut",
    "sentence_skipped",
]

_NEXT_CLAUSE = re.compile(
    r"[,;:—–] ?(?:and|but|yet|while|whereas|because)\s(?!if\s|unless\s|only\s)"
)
_MARK = re.compile(r"[^\w'’ ]")
_NEAR = 3
_NEXT = 2
_HEAD = 2


def condition_cut(comparison: Comparison) -> Iterator[Departure]:
    """The words cut beside the quotation held what the claim hangs on."""
    for cut in _posed(comparison):
        if _holds_condition(cut.forms) or _opens_with_condition(cut):
            yield _lost(DriftKind.CONDITION_DROPPED, cut, grave=bool(comparison.changes))
    if not phrase_of(comparison.frame, "conditions", "told"):
        yield from (_lost(DriftKind.CONDITION_DROPPED, cut) for cut in _hung(comparison))


def _holds_condition(forms: Sequence[str]) -> bool:
    """Whether the words hold a condition, and no mere way of speaking, nor only an end of time."""
    forms = [form for at, form in enumerate(forms) if not _is_end(forms, at)]
    return bool(phrase_in(forms, "conditions")) and not phrase_of(forms, "conditions", "not_one")


def _is_end(forms: Sequence[str], at: int) -> bool:
    """`until tomorrow noon`, where `until it is finished` is a condition."""
    ends = table("drift")["conditions"]["times"]
    return forms[at] == "until" and any(
        form in ends or is_number(form) or names_time(form) for form in forms[at + 1 : at + _NEAR]
    )


def _opens_with_condition(cut: Cut) -> bool:
    """`Should these troops engage, they would` without its first half."""
    return cut.text[:1].isupper() and cut.forms[0] in table("drift")["conditions"]["opening"]


def _hung(comparison: Comparison) -> Iterator[Cut]:
    """Cuts whose condition stands next to words that the report puts into a sentence of its own."""
    before, after = comparison.before, comparison.after
    if not before.posed and phrase_in(before.forms[-_NEAR:], "conditions"):
        yield before
    opens = phrase_in(after.forms[:_NEXT], "conditions") and _holds_condition(after.forms)
    if opens and not after.posed and is_whole(comparison.placement):
        yield after


def hedge_cut(comparison: Comparison) -> Iterator[Departure]:
    """The words cut beside the quotation made the sentence less firm."""
    unsure = frozenset(table("tellings")["certainty"]["adverbs"])
    turns = table("tellings")["certainty"]["turns"]
    for cut in _posed(comparison):
        if cut is comparison.before and cut.forms[-1:] and cut.forms[-1] in turns:
            continue
        if phrase_in(cut.forms, "sentence_hedges") or unsure.intersection(cut.forms[-_NEAR:]):
            yield _lost(DriftKind.HEDGE_DROPPED, cut)


def opening_cut(comparison: Comparison) -> Iterator[Departure]:
    """The quotation begins after words that left open whether it is so: "it may be that"."""
    if phrase_in(comparison.before.forms, "openings") and comparison.before.posed:
        yield _lost(DriftKind.CERTAINTY_RAISED, comparison.before)
    for left, right in pairwise(comparison.placement.pieces):
        index, first = comparison.placement.index, right.was[0]
        begins = index.sentence_start(min(first, len(index.words) - 1))
        if begins >= left.was[1] and phrase_in(index.forms[begins:first], "openings"):
            said = index.surface(begins, first)
            drift = Drift(kind=DriftKind.CERTAINTY_RAISED, was=said, became=None)
            yield Departure(drift=drift, grave=True)


def negation_cut(comparison: Comparison) -> Iterator[Departure]:
    """The quotation begins just after the record's "not", and the report's sentence has none."""
    before, negations = comparison.before, set(table("drift")["negation"]["words"])
    # a phrase may be printed as a sentence too, but only what stands next to it is said of it
    reach = _NEAR if is_whole(comparison.placement) else int(before.recased)
    clause = tuple(word.form for word in read_words(_MARK.split(before.text)[-1]))
    near = negations & set(clause[max(len(clause) - reach, 0) :])
    if (near or _is_denied(before)) and before.joined and negations.isdisjoint(comparison.frame):
        yield _lost(DriftKind.NEGATION_CHANGED, before, grave=before.recased)


def _is_denied(before: Cut) -> bool:
    """Whether `I am not in a position to say that` ends what stood before."""
    phrase = phrase_in(before.forms, "denials")
    return phrase is not None and " ".join(before.forms).endswith(phrase)


def head_cut(comparison: Comparison) -> Iterator[Departure]:
    """The sentence stops before the noun it was about: "they would become legitimate military"."""
    after, forms = comparison.after, comparison.placement.wording.forms
    phrase = _phrase(after)
    whole = after.posed and after.joined and len(forms) > FRAGMENT
    if whole and 0 < len(phrase) <= _HEAD and not is_function(forms[-1]):
        yield _lost(DriftKind.WORDS_LOST, after, grave=True)


def sentence_skipped(comparison: Comparison) -> Iterator[Departure]:
    """Whole sentences between two of the quotation are left out, and nothing shows it."""
    placement = comparison.placement
    for left, right in pairwise(placement.pieces):
        if right.became[0] not in placement.wording.breaks and left.was[1] < right.was[0]:
            skipped = placement.index.surface(left.was[1], right.was[0])
            yield Departure(drift=Drift(kind=DriftKind.WORDS_LOST, was=skipped, became=None))


def _posed(comparison: Comparison) -> Iterator[Cut]:
    """Cuts that a reader cannot see, beside what may be taken for a sentence."""
    if is_whole(comparison.placement):
        cuts = (comparison.before, _own_clause(comparison.after))
        yield from (cut for cut in cuts if cut.posed)


def _own_clause(after: Cut) -> Cut:
    """The cut words up to the next main clause: what that hangs on is nothing of the quotation."""
    found = _NEXT_CLAUSE.search(after.text)
    if found is None:
        return after
    text = after.text[: found.start()]
    return replace(after, text=text, forms=tuple(word.form for word in read_words(text)))


def _lost(kind: DriftKind, cut: Cut, *, grave: bool = False) -> Departure:
    return Departure(drift=Drift(kind=kind, was=cut.text, became=None), grave=grave)


def _phrase(cut: Cut) -> list[str]:
    """The words that the cut sentence goes on with, up to a mark or a word of any sentence."""
    words = _MARK.split(cut.text, maxsplit=1)[0].lower().split()
    phrase = list(takewhile(lambda word: not is_function(word), words))
    opens = phrase[:1]
    return phrase if opens and not is_number(opens[0]) and not opens[0].endswith("ly") else []
