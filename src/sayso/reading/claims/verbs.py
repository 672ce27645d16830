"""What the verbs of a clause tell by themselves: polarity, certainty and time."""

from collections.abc import Mapping, Sequence
from functools import cache

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause, Shape
from sayso.reading.claims.negation import has_no, is_negated
from sayso.reading.claims.parse import Parse
from sayso.reading.claims.status import Status, weakest
from sayso.records import Certainty, Tense

__all__ = ["read_verbs"]

# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_THING, _FINITE = Shape.THING, Shape.FINITE
_POSSIBLE, _UNKNOWN, _ASSERTED = Certainty.POSSIBLE, Certainty.UNKNOWN, Certainty.ASSERTED
_PAST, _PRESENT, _FUTURE = Tense.PAST, Tense.PRESENT, Tense.FUTURE

_BY_MODAL: Mapping[str | None, Certainty] = {"possible": _POSSIBLE, "demand": _UNKNOWN}
_HAVE = frozenset({"have", "'ve", "’ve"})


@cache
def _modals() -> Mapping[str, str]:
    rows: Mapping[str, list[str]] = table("claims")["modals"]
    return {form: kind for kind, forms in rows.items() for form in forms}


@cache
def _adverbs() -> Mapping[str, Certainty]:
    rows: Mapping[str, list[str]] = table("claims")["adverbs"]
    return {form: Certainty(kind) for kind, forms in rows.items() for form in forms}


@cache
def _auxiliaries(time: str) -> frozenset[str]:
    return frozenset(table("claims")["clauses"]["auxiliaries"][time])


@cache
def _states() -> frozenset[str]:
    return frozenset(table("claims")["states"]["words"])


def read_verbs(parse: Parse, clause: Clause) -> Status:
    """The status of a clause by its own words, whatever it hangs on."""
    if clause.shape is _THING:
        return Status(negative=has_no(parse, clause.head), open=True)
    forms = [parse.forms[word] for word in clause.group]
    modal = _modal(parse, clause, forms) if forms else None
    perfect = _is_perfect(parse, clause, forms) if forms else False
    negative = is_negated(parse, clause)
    if negative and "could" in forms and not perfect:
        modal = "unable"  # "could not verify": it was not done, while "may not" leaves it open
    return Status(
        negative=negative,
        certainty=_certainty(modal, forms),
        tense=_tense(parse, clause, modal=modal, perfect=perfect),
        perfect=perfect,
        open=modal is None and clause.shape is not _FINITE,
        conditional=modal == "conditional",
    )


def _modal(parse: Parse, clause: Clause, forms: Sequence[str]) -> str | None:
    """The kind of the first modal; `'d` is one only before a bare verb."""
    modals = _modals()
    for word, form in zip(clause.group, forms, strict=True):
        if form in modals and word < clause.head:
            short = form in ("'d", "’d")
            if not short or parse.grammar.xpos[word] == "MD":
                return modals[form]
    return None


def _certainty(modal: str | None, forms: Sequence[str]) -> Certainty:
    adverbs = _adverbs()
    by_modal = _BY_MODAL.get(modal, _ASSERTED)
    by_adverb = [adverbs[form] for form in forms if form in adverbs]
    return weakest([by_modal, *by_adverb]) if by_adverb else by_modal


def _is_perfect(parse: Parse, clause: Clause, forms: Sequence[str]) -> bool:
    past = parse.grammar.xpos[clause.head] in ("VBN", "VBD")
    if not (past or "been" in forms or parse.form(clause.head - 1) == "been"):
        return False
    return any(word < clause.head and parse.is_one_of(word, _HAVE) for word in clause.group)


def _tense(parse: Parse, clause: Clause, *, modal: str | None, perfect: bool) -> Tense:
    if modal is not None:
        return _modal_tense(parse, clause, modal=modal, perfect=perfect)
    if perfect:
        return _PAST
    then, now = _auxiliaries("past"), _auxiliaries("present")
    for word in clause.group:
        form = parse.forms[word]
        if word < clause.head and (form in then or form in now):
            return _PAST if form in then else _PRESENT
    past = parse.grammar.xpos[clause.head] in ("VBD", "VBN") or parse.forms[clause.head] in then
    return _PAST if past else _PRESENT


def _modal_tense(parse: Parse, clause: Clause, *, modal: str, perfect: bool) -> Tense:
    """`may have left` is past, `may be hiding` present, `may leave` future."""
    if modal == "unable" or (perfect and modal != "future"):
        return _PAST
    state = parse.grammar.xpos[clause.head] == "VBG" or parse.is_one_of(clause.head, _states())
    state = state or bool(parse.grammar.children(clause.head, "cop"))
    return _PRESENT if modal == "possible" and state else _FUTURE
