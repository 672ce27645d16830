"""Nouns that claim something by themselves: the ceasefire of "called for a ceasefire"."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause, Shape
from sayso.reading.claims.events import is_event
from sayso.reading.claims.governing import row_at
from sayso.reading.claims.parse import Parse
from sayso.reading.claims.speech import Speech
from sayso.records import Certainty, Tense

__all__ = ["find_things"]


def find_things(parse: Parse, clauses: Mapping[int, Clause], speech: Speech) -> dict[int, Clause]:
    """The nouns that are claims: what somebody does away with, plans, fears or calls for.

    Where a statement has no clause at all, the noun in which its content hangs together is one.
    """
    heads = {*_governed(parse, clauses), *_alone(parse, clauses, speech)}
    return {head: _clause(parse, head) for head in heads}


def _governed(parse: Parse, clauses: Mapping[int, Clause]) -> Iterator[int]:
    grammar = parse.grammar
    for word, tag in enumerate(grammar.upos):
        if tag != "NOUN" or grammar.heads[word] < 0:
            continue
        if grammar.has(word, "nsubj") and _is_judged(parse, word):
            yield word
        elif not grammar.has(word, "obj", "nsubj:pass", "obl", "nmod"):
            continue
        elif _is_done_to(parse, word) and _is_event(parse, word):
            governs = any(child in clauses for child in grammar.children(word, "acl"))
            if not governs:
                yield word


def _is_judged(parse: Parse, word: int) -> bool:
    """`a strike is possible`, `rain is unlikely`."""
    grammar = parse.grammar
    head = grammar.heads[word]
    if not grammar.children(head, "cop"):
        return False
    row = row_at(parse, head, "thing")
    clausal = grammar.children(head, "ccomp", "xcomp", "csubj", "advcl")
    return row is not None and row.raises and not clausal


def _is_done_to(parse: Parse, word: int) -> bool:
    """Whether the word above does more to it than name it."""
    grammar = parse.grammar
    head = grammar.heads[word]
    row = row_at(parse, head, "thing")
    if row is None or (grammar.has(word, "obl", "nmod") and not _is_led_to(parse, word)):
        return False
    moves = row.plain.tense is Tense.FUTURE or row.plain.certainty is not Certainty.ASSERTED
    return moves or row.plain.flips


def _is_led_to(parse: Parse, word: int) -> bool:
    """`call for a ceasefire`, `fear of a collapse`, but not `plan in an interview`."""
    cases = parse.grammar.children(word, "case")
    return any(parse.forms[case] in _LEADING for case in cases)


def _alone(parse: Parse, clauses: Mapping[int, Clause], speech: Speech) -> Iterator[int]:
    told = {speech.told[head] for head in clauses}
    for at, statement in enumerate(speech.statements):
        if at in told:
            continue
        words = [word for span in statement.content for word in parse.grammar.within(span)]
        if not words:
            continue
        head = parse.grammar.head_of(range(words[0], words[-1] + 1))
        if head is not None and speech.told[head] == at and _is_event(parse, head):
            yield head


def _clause(parse: Parse, head: int) -> Clause:
    return Clause(
        head=head,
        first=parse.phrase(head).start,
        shape=Shape.THING,
        group=(),
        subject=None,
        marker=None,
    )


_LEADING = frozenset(table("claims")["things"]["leading"])


def _is_event(parse: Parse, word: int) -> bool:
    return is_event(parse, word) or parse.is_one_of(word, _events())


@cache
def _events() -> frozenset[str]:
    rows: Sequence[str] = table("claims")["things"]["events"]
    return frozenset(rows)
