"""The last word on a clause: conditions, questions, orders and dates shift its status."""

from collections.abc import Sequence
from typing import NamedTuple

from sayso.lexicon import table
from sayso.reading.claims.clauses import Shape
from sayso.reading.claims.parse import Parse
from sayso.reading.claims.resolving import Resolved
from sayso.reading.claims.scene import Scene
from sayso.reading.claims.status import Status
from sayso.reading.claims.windows import is_ahead
from sayso.records import Certainty, Tense, Timex

__all__ = ["RULES", "Circumstances", "finish"]

# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_FINITE, _BARE, _TO = Shape.FINITE, Shape.BARE, Shape.TO
_PROBABLE, _ASSERTED, _UNKNOWN = Certainty.PROBABLE, Certainty.ASSERTED, Certainty.UNKNOWN
_PRESENT, _FUTURE = Tense.PRESENT, Tense.FUTURE

_TIMETABLED = frozenset(table("tenses")["timetabled"])
_WHEN = frozenset(table("claims")["governors"]["when"])
_ASKING = frozenset(table("claims")["governors"]["asking"])
_OUGHT = frozenset({"should", "ought"})
_ENDS = frozenset({".", "!", "?"})
_FARTHEST = 60  # words to the end of a question


class Circumstances(NamedTuple):
    """What a clause stands in: the clause it hangs on, its condition and its time."""

    scene: Scene
    resolved: Resolved
    head: Resolved | None
    is_condition: bool
    hangs: bool
    time: Timex | None


def finish(found: Circumstances) -> Status:
    """The status of a clause after each rule had its turn."""
    status = found.resolved.status
    for rule in RULES:
        status = rule(found, status)
    return status


def _dated(found: Circumstances, status: Status) -> Status:
    """`is meeting on Thursday`, `begins on June 3`: a present form that looks ahead."""
    parse, clause = found.scene.parse, found.resolved.clause
    if status.tense is not _PRESENT or found.time is None or clause.shape is not _FINITE:
        return status
    form = parse.forms[clause.head]
    looks = parse.grammar.xpos[clause.head] == "VBG" or form in _TIMETABLED
    return status._replace(tense=_FUTURE) if looks and is_ahead(parse, found.time) else status


def _expected(found: Circumstances, status: Status) -> Status:
    """`Wages should rise next year` is no demand."""
    parse, clause = found.scene.parse, found.resolved.clause
    if found.time is None or clause.subject is None:
        return status
    things = parse.grammar.upos[clause.subject] == "NOUN"
    ought = things and any(parse.forms[word] in _OUGHT for word in clause.group)
    if not ought or parse.grammar.children(clause.head, "aux:pass"):
        return status
    return status._replace(certainty=_PROBABLE)


def _would(found: Circumstances, status: Status) -> Status:
    """`would` is a `will` that was told, or hangs on something said; else it is less than sure."""
    if not status.conditional or found.hangs or status.certainty is not _ASSERTED:
        return status
    if status.perfect:
        return status._replace(certainty=_UNKNOWN)
    head = found.resolved.clause.head
    told = found.scene.told(head) >= 0 or found.resolved.governor is not None
    backshifted = told and not found.scene.is_direct(head)
    return status if backshifted else status._replace(certainty=_PROBABLE)


def _commanded(found: Circumstances, status: Status) -> Status:
    """`Leave the island`: nobody has left it yet."""
    clause, parse = found.resolved.clause, found.scene.parse
    if clause.shape is not _BARE or clause.subject is not None:
        return status
    first = clause
    if parse.grammar.has(clause.head, "conj"):
        first = found.scene.clauses.get(parse.grammar.heads[clause.head], clause)
    if first.shape is not _BARE or not _is_free(found):
        return status
    return status._replace(certainty=_UNKNOWN, tense=_FUTURE)


def _announced(found: Circumstances, status: Status) -> Status:
    """`Airbus to cut 4,300 jobs`: a headline's future."""
    alone = found.resolved.governor is None and found.resolved.clause.shape is _TO
    return status._replace(tense=_FUTURE) if alone and not status.perfect else status


def _timed(found: Circumstances, status: Status) -> Status:
    """`when the talks begin` lies ahead where what it tells the time of does."""
    parse, clause = found.scene.parse, found.resolved.clause
    if clause.marker is None or found.head is None or status.tense is not _PRESENT:
        return status
    when = parse.forms[clause.marker] in _WHEN and parse.grammar.has(clause.head, "advcl")
    return status._replace(tense=found.head.status.tense) if when else status


def _asked(found: Circumstances, status: Status) -> Status:
    """`Whether it sank`, `did the guards see it?` say nothing."""
    head = found.resolved.clause.head
    marker = found.resolved.clause.marker
    if marker is not None and found.scene.parse.forms[marker] in _ASKING:
        return status._replace(certainty=_UNKNOWN)
    finite = found.resolved.clause.shape is _FINITE
    if finite and _is_free(found) and _ends_in_question(found.scene.parse, head):
        return status._replace(certainty=_UNKNOWN)
    return status


def _supposed(found: Circumstances, status: Status) -> Status:
    """What something hangs on is open."""
    return status._replace(certainty=_UNKNOWN) if found.is_condition else status


RULES = (_dated, _expected, _would, _commanded, _announced, _timed, _asked, _supposed)
"""Each may change the status that those before it left."""


def _is_free(found: Circumstances) -> bool:
    """Whether no word inside what is said governs the clause."""
    governor = found.resolved.governor
    if governor is None:
        return not found.scene.parse.grammar.has(found.resolved.clause.head, "acl", "advcl")
    head = found.resolved.clause.head
    cued = found.scene.is_cue_of(governor.word, found.scene.told(head))
    return cued and found.scene.is_direct(head)


def _ends_in_question(parse: Parse, head: int) -> bool:
    ends: Sequence[str] = parse.forms[head : head + _FARTHEST]
    return next((form for form in ends if form in _ENDS), "") == "?"
