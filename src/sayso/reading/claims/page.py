"""A text laid out for its claims: clauses, who says them, what they hang on, and their times."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sayso.reading.claims.clauses import find_clauses
from sayso.reading.claims.conditions import Condition, find_conditions
from sayso.reading.claims.parse import parse_words
from sayso.reading.claims.resolving import Resolved, resolve_clauses
from sayso.reading.claims.scene import Scene
from sayso.reading.claims.speech import find_speech
from sayso.reading.claims.things import find_things
from sayso.reading.claims.windows import find_times
from sayso.records import Grammar, Statement, Timex

__all__ = ["Page", "lay_out_claims"]

_MOST_CONDITIONS = 4  # of one clause; more stand only in text that nobody wrote


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The clauses of a text, and by the head word of each its conditions and its time.

    `mains` leads from the clause of a condition to the one that hangs on it; `openers` are the
    words that open conditions.
    """

    scene: Scene
    resolved: Mapping[int, Resolved]
    conditions: Mapping[int, Sequence[Condition]]
    mains: Mapping[int, int]
    openers: frozenset[int]
    times: Mapping[int, Timex]


def lay_out_claims(
    text: str, grammar: Grammar, *, statements: Sequence[Statement], times: Sequence[Timex]
) -> Page:
    """The page of a text."""
    parse = parse_words(text, grammar)
    verbal = find_clauses(parse)
    speech = find_speech(parse, statements)
    things = find_things(parse, verbal, speech)
    clauses = dict(sorted((verbal | things).items()))
    scene = Scene(parse=parse, clauses=clauses, speech=speech)
    found = find_conditions(scene)
    mains = {head: condition.main for condition in found for head in condition.heads}
    resolved = resolve_clauses(scene)
    free = [one for head, one in resolved.items() if head not in mains]
    return Page(
        scene=scene,
        resolved=resolved,
        conditions=_by_clause(scene, found, free),
        mains=mains,
        openers=frozenset(word for one in found for word in range(one.first, one.after)),
        times=find_times(parse, clauses, times),
    )


def _by_clause(
    scene: Scene, conditions: Sequence[Condition], free: Sequence[Resolved]
) -> Mapping[int, Sequence[Condition]]:
    """The conditions of each clause: its own, those that opened its sentence, those passed on."""
    found: dict[int, tuple[Condition, ...]] = {}
    for condition in conditions:
        found[condition.main] = (*found.get(condition.main, ()), condition)[:_MOST_CONDITIONS]
    for one in free:
        head, passed_on = one.clause.head, tuple(_passed_on(scene, found, one))
        if passed_on:
            found[head] = (*found.get(head, ()), *passed_on)[:_MOST_CONDITIONS]
    return found


def _passed_on(
    scene: Scene, found: Mapping[int, Sequence[Condition]], one: Resolved
) -> Iterator[Condition]:
    head, governor = one.clause.head, one.governor
    if governor is not None and governor.row is not None and governor.row.carries:
        yield from found.get(governor.word, ())
    elif scene.parse.grammar.has(head, "conj"):
        first = scene.parse.grammar.heads[head]
        yield from (one for one in found.get(first, ()) if one.first < first)
