"""Drift of a condition: what a claim hangs on is not told."""

from collections.abc import Iterator, Sequence

from sayso.comparing.conditions import phrase_in
from sayso.comparing.kinship import family
from sayso.comparing.statements.clauses import Clause, families, share
from sayso.comparing.statements.departure import Departure, departure
from sayso.comparing.statements.rendering import Rendering
from sayso.lexicon import table, words
from sayso.records import DriftKind

__all__ = ["condition_behind", "condition_dropped"]

_RENDERS = 0.5
# So much of a condition in what is told, and it is told in other words: "had to be built before".
_TOLD = 0.7


def condition_dropped(rendering: Rendering) -> Iterator[Departure]:
    """What the claim hangs on is not told."""
    if phrase_in(rendering.telling.frame, "told"):
        return
    told = Clause(text=rendering.telling.printed(), forms=rendering.telling.forms)
    for sentence in rendering.sentences_said:
        conditions = [clause for clause in sentence if clause in rendering.conditions]
        main = [clause for clause in sentence if clause not in conditions]
        conditions = [clause for clause in conditions if not _is_told(clause, main, told)]
        main = _hanging(main, conditions, sentence)
        # a condition that makes a sentence of its own is one of what was said before it
        if not any(clause.weight for clause in main):
            main = [clause for clause in rendering.said if clause not in rendering.conditions]
        if conditions and _is_rendered(main, told, rendering):
            kind = DriftKind.CONDITION_DROPPED
            yield departure(kind, conditions[0].text, None, grave=True)
            return


def condition_behind(rendering: Rendering) -> Iterator[Departure]:
    """The sentence that follows says what it depends on, and that is not told."""
    sentences, after = rendering.sentences, rendering.numbers[0] + 1
    told = phrase_in(rendering.telling.frame, "told") or after in rendering.numbers
    if told or not sentences.goes_on(after - 1):
        return
    if phrase_in(sentences.opening(after), "behind"):
        said = sentences.index.surface(*sentences.sentences[after])
        yield departure(DriftKind.CONDITION_DROPPED, said, None, grave=True)


def _hanging(
    main: Sequence[Clause], conditions: Sequence[Clause], sentence: Sequence[Clause]
) -> list[Clause]:
    """The clauses that a condition binds: none before "and if it rains", none behind a "but".

    In "they are safe, and we will go on, weather permitting" it binds only what "we" begins.
    """
    if not conditions:
        return list(main)
    first, certainty = sentence.index(conditions[0]), table("tellings")["certainty"]
    turn = next(
        (at for at, it in enumerate(sentence) if at > first and it.forms[0] in certainty["turns"]),
        len(sentence),
    )
    begun = (at for at in range(first + 1) if _begins(sentence[at], alone=at < first))
    begins = max(begun, default=0)
    return [it for it in main if begins <= sentence.index(it) < turn]


def _begins(clause: Clause, *, alone: bool) -> bool:
    """Whether a remark of its own begins there: `and if it rains`; by itself only `and we go`."""
    opens = clause.forms[0] in table("tellings")["certainty"]["goes_on"]
    return opens and not (alone and words("tellings", "subjects").isdisjoint(clause.forms[1:2]))


def _is_told(condition: Clause, main: Sequence[Clause], told: Clause) -> bool:
    """Whether the words that only the condition has are told, in whatever form."""
    said = families(form for clause in main for form in clause.forms)
    own = tuple(form for form in condition.forms if family(form).isdisjoint(said))
    return share(Clause(text=condition.text, forms=own), told) >= _TOLD


def _is_rendered(main: Sequence[Clause], told: Clause, rendering: Rendering) -> bool:
    """Whether any of these clauses is told."""
    return any(share(clause, told) >= _RENDERS and clause.weight > 1 for clause in main) or any(
        share(clause, said) >= _RENDERS for clause, said in rendering.pairs if said in main
    )
