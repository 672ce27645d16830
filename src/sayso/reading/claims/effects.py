"""What the governing word does to a clause, and the status that comes of it."""

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause, Shape
from sayso.reading.claims.governing import Effect, Row, row_at
from sayso.reading.claims.governors import Governor
from sayso.reading.claims.scene import Scene
from sayso.reading.claims.status import Status, weakest
from sayso.records import Certainty, Tense

__all__ = ["find_effect", "passed_on"]

# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_TO, _FINITE, _THING = Shape.TO, Shape.FINITE, Shape.THING
_PAST = Tense.PAST

_NOTHING = Effect()
_UNSURE = Effect(certainty=Certainty.UNKNOWN)
_AHEAD = Effect(certainty=Certainty.POSSIBLE, tense=Tense.FUTURE)
_PURPOSE = Effect(certainty=Certainty.UNKNOWN, tense=Tense.FUTURE)
_QUESTIONS = frozenset(table("claims")["governors"]["open_questions"])


def find_effect(scene: Scene, clause: Clause, governor: Governor, *, denied: bool) -> Effect:
    """What the governor does to the clause; `denied` where it is itself negated."""
    asking = scene.parse.form(clause.marker) if clause.marker is not None else ""
    row = _thrown_out(scene, governor) or governor.row
    if asking == "whether" or (asking == "if" and row is None):
        return _PURPOSE if clause.shape is _TO else _UNSURE
    if row is None:
        return _of_unknown(scene, clause, governor, denied=denied)
    if asking in _QUESTIONS and row.holds:
        return _UNSURE if denied else _NOTHING
    return row.negated if denied else row.plain


def _of_unknown(scene: Scene, clause: Clause, governor: Governor, *, denied: bool) -> Effect:
    """What an unlisted word does: its "that" tells, its "to" looks ahead."""
    if clause.shape is _TO:
        if governor.purpose:
            return _PURPOSE
        adjective = scene.parse.grammar.upos[governor.word] == "ADJ"
        return Effect(flips=denied) if adjective else _AHEAD
    return _UNSURE if denied and clause.shape is _FINITE else _NOTHING


def _thrown_out(scene: Scene, governor: Governor) -> Row | None:
    """`rejected claims that`, `reports that ... were false`: the verb goes before the noun."""
    grammar = scene.parse.grammar
    host = grammar.heads[governor.word]
    noun = scene.clauses.get(governor.word)
    verbal = noun is not None and noun.shape is not _THING
    if verbal or host not in scene.clauses or not grammar.has(governor.word, "obj", "nsubj"):
        return None
    judged = grammar.has(governor.word, "nsubj") and grammar.labels[governor.word] != "nsubj:pass"
    row = row_at(scene.parse, host, "that" if judged else "thing")
    return row if row is not None and row.plain.flips else None


def passed_on(own: Status, effect: Effect, outer: Status, *, holds: bool) -> Status:
    """The status of a clause after what governs it; `holds`: nothing above says how sure it is."""
    above = [] if holds else [outer.certainty]
    return Status(
        negative=own.negative ^ effect.flips,
        certainty=weakest([own.certainty, effect.certainty, *above]),
        tense=_tense(own, effect, outer),
        perfect=own.perfect,
        open=own.open,
        conditional=own.conditional,
    )


def _tense(own: Status, effect: Effect, outer: Status) -> Tense:
    if own.perfect:
        return _PAST
    return effect.tense or outer.tense if own.open else own.tense
