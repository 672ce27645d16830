"""What becomes of a clause through the words that govern it, up to who says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from sayso.reading.claims.clauses import Clause, Shape
from sayso.reading.claims.cues import governor_of
from sayso.reading.claims.effects import find_effect, passed_on
from sayso.reading.claims.governors import Governor
from sayso.reading.claims.negation import has_no
from sayso.reading.claims.parse import Parse
from sayso.reading.claims.scene import Scene
from sayso.reading.claims.status import Status, weakest
from sayso.reading.claims.verbs import read_verbs
from sayso.records import Certainty, SpeechAct

__all__ = ["Resolved", "resolve_clauses"]

# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_DONE, _FINITE, _BARE = Shape.DONE, Shape.FINITE, Shape.BARE
_ASSERTED, _DENY = Certainty.ASSERTED, SpeechAct.DENY

_ASKED = frozenset({SpeechAct.ASK, SpeechAct.ORDER})
_DEEPEST = 12  # clauses within each other


class Resolved(NamedTuple):
    """A clause with its status for who says it, the word that governs it and the act of saying."""

    clause: Clause
    status: Status
    governor: Governor | None = None
    act: SpeechAct | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """The clauses of a scene, and what was found of them so far: `own` by their own words."""

    scene: Scene
    own: dict[int, Status] = field(default_factory=dict)
    known: dict[int, Resolved] = field(default_factory=dict)


def resolve_clauses(scene: Scene) -> Mapping[int, Resolved]:
    """Every clause as its innermost source holds it, by its head word, in order of the text."""
    work = _Work(scene=scene)
    return {head: _resolve(work, head, 0) for head in scene.clauses}


def _resolve(work: _Work, head: int, depth: int) -> Resolved:
    if head not in work.known:
        clause = work.scene.clauses[head]
        own = Resolved(clause, _own(work, clause, depth))
        work.known[head] = own  # stops a circle of governors
        governor = governor_of(work.scene, clause)
        if governor is not None and depth < _DEEPEST:
            work.known[head] = _governed(work, own, governor, depth=depth)
    return work.known[head]


def _own(work: _Work, clause: Clause, depth: int) -> Status:
    """By its own words, or for a bare second verb by those of the first: `will fly and land`."""
    if clause.head not in work.own:
        own = read_verbs(work.scene.parse, clause)
        work.own[clause.head] = own
        work.own[clause.head] = _shared(work, clause, own, depth=depth)
    return work.own[clause.head]


def _shared(work: _Work, clause: Clause, own: Status, *, depth: int) -> Status:
    scene = work.scene
    first = scene.clauses.get(scene.parse.grammar.heads[clause.head])
    if first is None or depth >= _DEEPEST or not _shares(scene.parse, clause, own):
        return own
    shared = _own(work, first, depth + 1)
    conjunctions = scene.parse.grammar.children(clause.head, "cc")
    but = any(scene.parse.forms[word] == "but" for word in conjunctions)
    return shared._replace(
        negative=own.negative or (shared.negative and not but),
        certainty=weakest([own.certainty, shared.certainty]),
    )


def _shares(parse: Parse, clause: Clause, own: Status) -> bool:
    """Whether the clause has neither verbs nor a subject of its own."""
    bare = own.open and (clause.subject is None or clause.shape is _DONE)
    if not bare or not parse.grammar.has(clause.head, "conj"):
        return False
    return all(parse.forms[word] != "to" for word in clause.group)


def _governed(work: _Work, found: Resolved, governor: Governor, *, depth: int) -> Resolved:
    scene, clause, row = work.scene, found.clause, governor.row
    cued = scene.is_cue_of(governor.word, scene.told(clause.head))
    direct = cued and clause.marker is None and scene.is_direct(clause.head)
    act = row.act if row is not None and not (direct and row.act is _DENY) else None
    if direct and clause.shape in (_FINITE, _BARE):
        return Resolved(clause=clause, status=found.status, governor=governor, act=act)
    outer = _outer(work, governor.word, depth)
    effect = find_effect(scene, clause, governor, denied=outer.negative)
    holds = cued or (row is not None and row.holds)
    status = passed_on(found.status, effect, outer, holds=holds)
    if act in _ASKED and effect.tense is not None:
        status = status._replace(tense=effect.tense)
    act = None if outer.negative else act
    return Resolved(clause=clause, status=status, governor=governor, act=act)


def _outer(work: _Work, word: int, depth: int) -> Status:
    """The status of the governing word: of its clause, or of the noun in its clause."""
    if word in work.scene.clauses:
        return _resolve(work, word, depth + 1).status
    return _of_noun(work, word, depth)


def _of_noun(work: _Work, noun: int, depth: int) -> Status:
    """`no evidence`, `did not see any sign`: a noun with the verb it hangs on."""
    grammar = work.scene.parse.grammar
    host, thing = grammar.heads[noun], noun
    for _ in range(_DEEPEST):
        if host >= 0 and host not in work.scene.clauses:
            host, thing = grammar.heads[host], host
    none = _is_none(work.scene.parse, noun)
    if host not in work.scene.clauses:
        return Status(negative=none)
    outer = _resolve(work, host, depth + 1).status
    core = grammar.has(thing, "nsubj", "obj", "xcomp", "ccomp")
    return outer._replace(negative=none or (outer.negative and core), certainty=_ASSERTED)


def _is_none(parse: Parse, noun: int) -> bool:
    """`no doubt`, `no evidence`."""
    return has_no(parse, noun) or parse.form(noun - 1) == "no"
