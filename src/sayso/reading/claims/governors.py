"""Which word governs a clause: `plans` of "plans to sell", `evidence` of "evidence that it sank".

What stands right before "to" or "that" is looked at first, the tree of the sentence only then: the
words are surer than the tree.
"""

from collections.abc import Mapping
from typing import NamedTuple

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause, Shape
from sayso.reading.claims.governing import Row, row_at
from sayso.reading.claims.parse import Parse

__all__ = ["Governor", "find_governor", "governor_at"]

# Python 3.11 takes ten times as long for a member of an enumeration as for a name.
_FINITE, _BARE, _DONE, _THING, _TO, _DOING = (
    Shape.FINITE,
    Shape.BARE,
    Shape.DONE,
    Shape.THING,
    Shape.TO,
    Shape.DOING,
)

_ROWS = table("claims")["governors"]
_ASKING = frozenset(_ROWS["asking"])
_PREPOSITIONS = frozenset(_ROWS["prepositions"])
_SKIPPED = frozenset(_ROWS["skipped"])
_CIRCUMSTANCES = frozenset(_ROWS["circumstances"])
_MOST_SKIPPED = 3
_MOST_CONJUNCTS = 2  # steps from a conjunct to the first: one, but for a broken tree
_BY_SHAPE = {_BARE: ("bare", "that"), _DONE: ("to", "doing"), _THING: ("thing",)}
_DEPENDENT = ("ccomp", "xcomp", "csubj", "acl", "advcl", "obj", "obl", "nsubj", "nmod", "dep")
_INDEPENDENT = frozenset({"acl:relcl", "advcl:relcl"})


class Governor(NamedTuple):
    """The word on which a clause hangs, and what it does to the clause; no row: nothing known."""

    word: int
    row: Row | None
    purpose: bool = False


def find_governor(parse: Parse, clauses: Mapping[int, Clause], clause: Clause) -> Governor | None:
    """The word that governs a clause; none where the clause stands for itself."""
    for _ in range(_MOST_CONJUNCTS):
        first = _first_conjunct(parse, clauses, clause)
        if first is None:
            break
        clause = first
    near = _word_before(parse, clause)
    if near is not None and (row := row_at(parse, near, *_forms(parse, clause, near))) is not None:
        return Governor(word=near, row=row)
    return _by_tree(parse, clause)


def governor_at(parse: Parse, clause: Clause, word: int) -> Governor:
    """The word as governor of that clause, whatever the tree says."""
    return Governor(word=word, row=row_at(parse, word, *_forms(parse, clause, word)))


def _first_conjunct(parse: Parse, clauses: Mapping[int, Clause], clause: Clause) -> Clause | None:
    if not parse.grammar.has(clause.head, "conj"):
        return None
    head = parse.grammar.heads[clause.head]
    return clauses.get(head) if head < clause.head else None


def _word_before(parse: Parse, clause: Clause) -> int | None:
    """The word before "to", "that" or the -ing, past small words: `refused not to pay`."""
    if clause.shape is _FINITE and parse.form(clause.marker or -1) != "that":
        return None
    if clause.shape in (_BARE, _DONE, _THING):
        return None
    start = clause.marker if clause.shape is _FINITE else clause.first
    word = (clause.first if start is None else start) - 1
    for _ in range(_MOST_SKIPPED):
        word -= parse.form(word) in _SKIPPED
    inside = word >= 0 and word >= parse.grammar.sentence(clause.head).start
    return word if inside and parse.forms[word][:1].isalnum() else None


def _by_tree(parse: Parse, clause: Clause) -> Governor | None:
    grammar = parse.grammar
    head, label = grammar.heads[clause.head], grammar.labels[clause.head]
    if head < 0 or label in _INDEPENDENT or not grammar.has(clause.head, *_DEPENDENT):
        return None
    if clause.shape is _DONE and grammar.has(clause.head, "acl", "advcl"):
        return None
    adverbial = grammar.has(clause.head, "advcl")
    if adverbial and clause.shape is _FINITE:
        return None
    aside = adverbial and parse.form(clause.first - 1) == ","
    row = None if aside else row_at(parse, head, *_forms(parse, clause, head))
    purpose = row is None and grammar.has(clause.head, "advcl") and clause.shape is _TO
    return Governor(word=head, row=row, purpose=purpose)


def _forms(parse: Parse, clause: Clause, word: int) -> tuple[str, ...]:
    """The forms under which the governed clause can stand in a row of that word."""
    marker = parse.form(clause.marker) if clause.marker is not None else ""
    noun = ("noun",) if parse.grammar.xpos[word].startswith("N") else ()
    if clause.shape is _FINITE:
        return ("whether",) if marker in _ASKING else (*noun, "that", "bare")
    if clause.shape is _DOING:
        if marker in _CIRCUMSTANCES:
            return ()
        return (marker, "doing") if marker in _PREPOSITIONS else ("doing",)
    return (*noun, "to") if clause.shape is _TO else _BY_SHAPE[clause.shape]
