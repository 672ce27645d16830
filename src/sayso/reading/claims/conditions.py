"""What hangs on what: "if the dam breaks", "should these troops engage", "in case of a flood"."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.reading.claims.clauses import Shape
from sayso.reading.claims.openings import (
    BREAKS,
    FARTHEST,
    Opening,
    begins,
    find_openings,
    words_ahead,
)
from sayso.reading.claims.parse import Parse
from sayso.reading.claims.scene import Scene

__all__ = ["Condition", "find_conditions"]

_MOST_CHILDREN = 12
_INDEPENDENT = frozenset({"acl:relcl", "advcl:relcl"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The words `[first, last]` of a condition, its clauses and the clause that hangs on it.

    `after` is the first word after those that open it.
    """

    first: int
    after: int
    last: int
    heads: tuple[int, ...]
    main: int


def find_conditions(scene: Scene) -> tuple[Condition, ...]:
    """The conditions of a text in order, each with the clause that hangs on it."""
    found = (_condition(scene, opening) for opening in find_openings(scene))
    return tuple(condition for condition in found if condition is not None)


def _condition(scene: Scene, opening: Opening) -> Condition | None:
    stop = _stop(scene, opening)
    main = _main(scene, opening, stop)
    if main is None:
        return None
    last = _last(scene, opening, main=main, stop=stop)
    labels = scene.parse.grammar.labels
    inside = (word for word in range(opening.first, last + 1) if word in scene.clauses)
    heads = (word for word in inside if word == opening.head or labels[word] not in _INDEPENDENT)
    return Condition(
        first=opening.first, after=opening.after, last=last, heads=tuple(heads), main=main
    )


def _stop(scene: Scene, opening: Opening) -> int:
    """The first word after the opening that another voice says, or that ends the sentence."""
    told, words = scene.told(opening.first), words_ahead(scene.parse, opening.first + 1)
    forms = scene.parse.forms
    others = (word for word in words if scene.told(word) != told and forms[word] not in BREAKS)
    return next(others, words.stop)


def _main(scene: Scene, opening: Opening, stop: int) -> int | None:
    """What hangs on it: as the tree has it, if the same voice says it, else the nearest clause."""
    told, up = scene.told(opening.first), scene.parse.grammar.heads[_inner(scene, opening)]
    free = [word for word in _around(scene, opening) if scene.speech.cued[word] < 0]
    same = [word for word in free if scene.told(word) == told]
    if up in same and (up < opening.first or _is_apart(scene, opening, up)):
        return up
    for heads in (same, free):
        nearest = _nearest(scene, opening, [word for word in heads if word < stop])
        if nearest is not None:
            return nearest
    return None


def _nearest(scene: Scene, opening: Opening, heads: Sequence[int]) -> int | None:
    """The next clause after a break where the condition comes first, else the one before it."""
    inner, clauses = _inner(scene, opening), scene.clauses
    before = [word for word in reversed(heads) if word < opening.first]
    after = [word for word in heads if word > inner and clauses[word].shape is Shape.FINITE]
    initial = begins(scene.parse, opening.first)
    apart = [word for word in after if initial and _is_apart(scene, opening, word)]
    return next(iter([*apart, *before, *after]), None)


def _is_apart(scene: Scene, opening: Opening, word: int) -> bool:
    """Whether a break stands between the condition and a clause after it."""
    return any(
        scene.parse.forms[between] in BREAKS for between in range(_inner(scene, opening), word)
    )


def _inner(scene: Scene, opening: Opening) -> int:
    """The head of its clause, or the word after the opening."""
    if opening.head is not None:
        return opening.head
    return min(opening.after, len(scene.parse.forms) - 1)


def _around(scene: Scene, opening: Opening) -> list[int]:
    """The clauses of the sentence, as far as a condition may reach."""
    start = scene.parse.grammar.sentence(opening.first).start
    first = max(start, opening.first - FARTHEST)
    words = range(first, words_ahead(scene.parse, opening.first).stop)
    return [word for word in words if word in scene.clauses]


def _last(scene: Scene, opening: Opening, *, main: int, stop: int) -> int:
    """The last word of the condition: before its main clause begins, or before the next break."""
    parse, inner = scene.parse, _inner(scene, opening)
    if main > inner:
        end = _before_main(scene, inner, main)
    elif opening.head is None:
        end = next((word for word in range(inner, stop) if parse.forms[word] in BREAKS), stop)
    else:
        end = min(stop, _farthest_below(parse, opening.head) + 1)
    while end - 1 > opening.first and parse.forms[end - 1] in BREAKS:
        end -= 1
    return end - 1


def _before_main(scene: Scene, inner: int, main: int) -> int:
    """The last break before the clause that hangs on the condition, else where that begins."""
    clause = scene.clauses[main]
    subject = clause.subject if clause.subject is not None else main
    begin = min(clause.first, scene.parse.phrase(subject).start)
    breaks = [word for word in range(inner, main) if scene.parse.forms[word] in BREAKS]
    before = [word for word in breaks if word < begin] or breaks
    return before[-1] if before else begin


def _farthest_below(parse: Parse, head: int) -> int:
    """The last word that hangs on the head, however far down."""
    farthest, waiting = head, [head]
    for _ in range(FARTHEST):
        if not waiting:
            break
        word = waiting.pop()
        farthest = max(farthest, word)
        waiting.extend(parse.grammar.children(word)[-_MOST_CHILDREN:])
    return farthest
