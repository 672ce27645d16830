"""The word that governs a clause within what one source says; at the top that is the cue."""

from sayso.reading.claims.clauses import Clause
from sayso.reading.claims.governors import Governor, find_governor, governor_at
from sayso.reading.claims.scene import Scene

__all__ = ["governor_of"]


def governor_of(scene: Scene, clause: Clause) -> Governor | None:
    """The governing word inside what is said, else the cue of the statement."""
    found = find_governor(scene.parse, scene.clauses, clause)
    told = scene.told(clause.head)
    if told < 0 or (found is not None and _is_within(scene, found.word, told)):
        return found
    if scene.is_cue_of(clause.head, told):
        return None
    return _cue(scene, clause) if found is not None or _stands_alone(scene, clause) else None


def _is_within(scene: Scene, word: int, told: int) -> bool:
    return scene.told(word) == told or scene.is_cue_of(word, told)


def _stands_alone(scene: Scene, clause: Clause) -> bool:
    """Whether the clause hangs on no other one of what is said."""
    grammar = scene.parse.grammar
    head = grammar.heads[clause.head]
    loose = grammar.has(clause.head, "advcl", "acl", "conj")
    return not loose or head < 0 or scene.told(head) != scene.told(clause.head)


def _cue(scene: Scene, clause: Clause) -> Governor | None:
    """The last word of the cue that does something to a clause: `refused to rule out`."""
    words = scene.speech.cues[scene.told(clause.head)]
    found = (governor_at(scene.parse, clause, word) for word in reversed(words))
    return next((governor for governor in found if governor.row is not None), None)
