"""Drift by the scissors: every word that is left may match, and the sentence still says less."""

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from sayso.comparing.claims import phrase_in
from sayso.comparing.clips import Cut
from sayso.comparing.comparison import Comparison, Departure
from sayso.comparing.fitting import FRAGMENT
from sayso.comparing.words import is_function, is_number
from sayso.lexicon import table
from sayso.records import Drift, DriftKind

__all__ = ["condition_cut", "head_cut", "hedge_cut", "negation_cut", "sentence_skipped"]

_MARK = re.compile(r"[^\w'’ ]")
_NEAR = 3
_HEAD = 2


def condition_cut(comparison: Comparison) -> Iterator[Departure]:
    """The words cut beside the quotation held what the claim hangs on."""
    for cut in _posed(comparison):
        if phrase_in(cut.forms, "conditions") or _opens_with_condition(cut):
            yield _lost(DriftKind.CONDITION_DROPPED, cut, grave=bool(comparison.changes))
    before = comparison.before
    near = phrase_in(before.forms[-_NEAR:], "conditions")
    if near and not before.posed and not phrase_in(comparison.frame, "conditions"):
        yield _lost(DriftKind.CONDITION_DROPPED, before)


def _opens_with_condition(cut: Cut) -> bool:
    """`Should these troops engage, they would` without its first half."""
    return cut.text[:1].isupper() and cut.forms[0] in table("drift")["conditions"]["opening"]


def hedge_cut(comparison: Comparison) -> Iterator[Departure]:
    """The words cut beside the quotation made the sentence less firm."""
    for cut in _posed(comparison):
        if phrase_in(cut.forms, "sentence_hedges"):
            yield _lost(DriftKind.HEDGE_DROPPED, cut)


def negation_cut(comparison: Comparison) -> Iterator[Departure]:
    """The quotation begins just after the record's "not", and the report's sentence has none."""
    before, negations = comparison.before, set(table("drift")["negation"]["words"])
    near = negations & set(before.forms[-_NEAR:])
    long = len(comparison.placement.wording.words) > FRAGMENT
    if long and near and before.joined and negations.isdisjoint(comparison.frame):
        yield _lost(DriftKind.NEGATION_CHANGED, before, grave=before.recased)


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
    """Cuts that a reader cannot see, beside more than a fragment."""
    if len(comparison.placement.wording.words) > FRAGMENT:
        yield from (cut for cut in (comparison.before, comparison.after) if cut.posed)


def _lost(kind: DriftKind, cut: Cut, *, grave: bool = False) -> Departure:
    return Departure(drift=Drift(kind=kind, was=cut.text, became=None), grave=grave)


def _phrase(cut: Cut) -> list[str]:
    """The words that the cut sentence goes on with, up to a mark or a word of any sentence."""
    words = _MARK.split(cut.text, maxsplit=1)[0].lower().split()
    phrase = list(takewhile(lambda word: not is_function(word), words))
    opens = phrase[:1]
    return phrase if opens and not is_number(opens[0]) and not opens[0].endswith("ly") else []
