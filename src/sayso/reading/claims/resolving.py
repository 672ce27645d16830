"""What becomes of a clause through the words that govern it, up to who says it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause, Shape
from sayso.reading.claims.governing import Effect, Row, row_at
from sayso.reading.claims.governors import Governor, find_governor, governor_at
from sayso.reading.claims.negation import has_no
from sayso.reading.claims.parse import Parse
from sayso.reading.claims.speech import Speech
from sayso.reading.claims.status import Status, weakest
from sayso.reading.claims.verbs import read_verbs
from sayso.records import Certainty, Mode, SpeechAct, Tense

__all__ = ["Resolved", "Scene", "resolve"]

_NOTHING = Effect()
_UNSURE = Effect(certainty=Certainty.UNKNOWN)
_AHEAD = Effect(certainty=Certainty.POSSIBLE, tense=Tense.FUTURE)
_PURPOSE = Effect(certainty=Certainty.UNKNOWN, tense=Tense.FUTURE)
_ASKED = frozenset({SpeechAct.ASK, SpeechAct.ORDER})
_QUESTIONS = frozenset(table("claims")["governors"]["open_questions"])
_DEEPEST = 12  # clauses within each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A clause with its status for who says it, the word that governs it and the act of saying."""

    clause: Clause
    status: Status
    governor: Governor | None = None
    act: SpeechAct | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """The clauses of a text and who says them; `hypothetical` are the heads of its conditions."""

    parse: Parse
    clauses: Mapping[int, Clause]
    speech: Speech
    hypothetical: frozenset[int] = frozenset()
    known: dict[int, Resolved] = field(default_factory=dict)


def resolve(scene: Scene, head: int, depth: int = 0) -> Resolved:
    """The clause of that head word as its innermost source holds it."""
    if head not in scene.known:
        clause = scene.clauses[head]
        own = _own(scene, clause, depth)
        scene.known[head] = Resolved(clause=clause, status=own)  # stops a circle of governors
        governor = _governor(scene, clause)
        if governor is not None and depth < _DEEPEST:
            scene.known[head] = _governed(scene, clause, own, governor=governor, depth=depth)
    return scene.known[head]


def _own(scene: Scene, clause: Clause, depth: int) -> Status:
    """By its own words, or for a bare second verb by those of the first: `will fly and land`."""
    own = read_verbs(scene.parse, clause)
    head = scene.parse.grammar.heads[clause.head]
    shares = (
        scene.parse.grammar.has(clause.head, "conj")
        and head in scene.clauses
        and own.open
        and (clause.subject is None or clause.shape is Shape.DONE)
        and not any(scene.parse.form(word) == "to" for word in clause.group)
        and depth < _DEEPEST
    )
    if not shares:
        return own
    first = _own(scene, scene.clauses[head], depth + 1)
    but = any(scene.parse.forms[word] == "but" for word in scene.parse.grammar.children(clause.head, "cc"))
    return replace(
        first,
        negative=own.negative ^ (first.negative and not but),
        certainty=weakest([own.certainty, first.certainty]),
    )


def _governor(scene: Scene, clause: Clause) -> Governor | None:
    """The governing word inside what is said, else the cue of the statement."""
    found = find_governor(scene.parse, scene.clauses, clause)
    told = scene.speech.told[clause.head]
    if told < 0 or (found is not None and told in (scene.speech.told[found.word], scene.speech.cued[found.word])):
        return found
    if scene.speech.cued[clause.head] == told:
        return None
    return _cue(scene, clause, told) if found is not None or _stands_alone(scene, clause) else None


def _stands_alone(scene: Scene, clause: Clause) -> bool:
    grammar = scene.parse.grammar
    head = grammar.heads[clause.head]
    loose = grammar.has(clause.head, "advcl", "acl", "conj")
    return not loose or head < 0 or scene.speech.told[head] != scene.speech.told[clause.head]


def _cue(scene: Scene, clause: Clause, told: int) -> Governor | None:
    cues = [governor_at(scene.parse, clause, word) for word in scene.speech.cues[told]]
    known = [cue for cue in cues if cue.row is not None]
    return known[-1] if known else None


def _governed(
    scene: Scene, clause: Clause, own: Status, *, governor: Governor, depth: int
) -> Resolved:
    row = governor.row
    word = governor.word
    told = scene.speech.told[clause.head]
    cued = told >= 0 and scene.speech.cued[word] == told
    direct = cued and clause.marker is None and scene.speech.statements[told].mode is Mode.DIRECT
    act = row.act if row is not None and not (direct and row.act is SpeechAct.DENY) else None
    if direct and clause.shape in (Shape.FINITE, Shape.BARE):
        return Resolved(clause=clause, status=own, governor=governor, act=act)
    outer = _outer(scene, word, depth)
    effect = _effect(scene, clause, governor=governor, outer=outer)
    holds = cued or (row is not None and row.holds)
    status = _passed_on(own, effect, outer, holds=holds, forced=act in _ASKED and effect.tense is not None)
    return Resolved(clause=clause, status=status, governor=governor, act=act)


def _outer(scene: Scene, word: int, depth: int) -> Status:
    """The status of the governing word: of its clause, or of the noun in its clause."""
    if word in scene.clauses:
        return resolve(scene, word, depth + 1).status
    return _of_noun(scene, word, depth)


def _of_noun(scene: Scene, noun: int, depth: int) -> Status:
    """`no evidence`, `did not see any sign`, `rejected claims`: a noun with the verb it hangs on."""
    heads = scene.parse.grammar.heads
    host, thing = heads[noun], noun
    while host >= 0 and host not in scene.clauses:
        host, thing = heads[host], host
    if host < 0 or host == noun:
        return Status(negative=_says_no(scene.parse, noun))
    outer = resolve(scene, host, depth + 1).status
    core = scene.parse.grammar.has(thing, "nsubj", "obj", "xcomp", "ccomp")
    negative = (outer.negative and core) or _says_no(scene.parse, noun)
    return replace(outer, negative=negative, certainty=Certainty.ASSERTED)


def _says_no(parse: Parse, noun: int) -> bool:
    """`no doubt`, `no evidence`."""
    first = parse.form(noun - 1)
    return has_no(parse, noun) or first == "no"


def _effect(scene: Scene, clause: Clause, *, governor: Governor, outer: Status) -> Effect:
    asking = scene.parse.form(clause.marker) if clause.marker is not None else ""
    row = _thrown_out(scene, governor) or governor.row
    if asking == "whether" or (asking == "if" and row is None):
        return _PURPOSE if clause.shape is Shape.TO else _UNSURE
    if row is None:
        return _unknown_word(scene, clause, governor=governor, outer=outer)
    if asking in _QUESTIONS and row.holds:
        return _UNSURE if outer.negative else _NOTHING
    return row.negated if outer.negative else row.plain


def _unknown_word(scene: Scene, clause: Clause, *, governor: Governor, outer: Status) -> Effect:
    """What an unlisted word does: its "that" tells, its "to" looks ahead."""
    if clause.shape is Shape.TO:
        if governor.purpose:
            return _PURPOSE
        adjective = scene.parse.grammar.upos[governor.word] == "ADJ"
        return Effect(flips=outer.negative) if adjective else _AHEAD
    if clause.shape is Shape.FINITE:
        return _UNSURE if outer.negative else _NOTHING
    return Effect(flips=False)


def _thrown_out(scene: Scene, governor: Governor) -> Row | None:
    """`rejected claims that`: what the verb does to the noun goes before what the noun does."""
    grammar = scene.parse.grammar
    host = grammar.heads[governor.word]
    noun = scene.clauses.get(governor.word)
    if (noun is not None and noun.shape is not Shape.THING) or host not in scene.clauses:
        return None
    if not grammar.has(governor.word, "obj", "nsubj:pass"):
        return None
    row = row_at(scene.parse, host, "thing")
    return row if row is not None and row.plain.flips else None


def _passed_on(
    own: Status, effect: Effect, outer: Status, *, holds: bool, forced: bool
) -> Status:
    """The status of a clause after what governs it has had its say."""
    tense = own.tense
    if forced:
        tense = Tense.FUTURE
    elif own.open and not own.perfect:
        tense = effect.tense or outer.tense
    elif own.perfect:
        tense = Tense.PAST
    above = [] if holds else [outer.certainty]
    return replace(
        own,
        negative=own.negative ^ effect.flips,
        certainty=weakest([own.certainty, effect.certainty, *above]),
        tense=tense,
    )
