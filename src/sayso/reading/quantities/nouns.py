"""What is counted where its noun stands apart from the number: by the tree of the sentence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sayso.lexicon import words
from sayso.reading.inflection import dictionary_forms
from sayso.records import Grammar, Quantity, Span

__all__ = ["with_nouns"]

_RATES = frozenset({"percent", "percentage point", "basis point"})
_MEASURING = words("counted", "measuring")
_SIZES = words("counted", "sizes")
_CHANGES = words("counted", "changes")
_NOUNS = frozenset({"NOUN", "PROPN"})
_DESCRIBING = _NOUNS | {"ADJ"}
_GIVING = words("counted", "giving")
_SUBJECTS = ("nsubj",)
_PASSIVE = ("nsubj:pass",)
_LONGEST = 6  # words between a number and the noun that it stands before


def with_nouns(text: str, quantities: Sequence[Quantity], grammar: Grammar) -> tuple[Quantity, ...]:
    """The quantities, those that count nothing yet with what the tree says they count.

    A share of something (8,000 of them) counts what the whole does.
    """
    found: dict[str, Quantity] = {}
    before: Quantity | None = None
    for quantity in quantities:
        if quantity.counted is None and quantity.unit in {None, *_RATES}:
            counted = _counted(text, quantity, grammar)
            counted = (
                counted or _of_whole(quantity, found) or _of_one_before(text, quantity, before)
            )
            quantity = replace(quantity, counted=counted)
        found[quantity.id] = before = quantity
    return tuple(found.values())


def _counted(text: str, quantity: Quantity, grammar: Grammar) -> str | None:
    spans = (rule(text, grammar, quantity.span) for rule in (_noun_after, _measured))
    span = next((span for span in spans if span is not None), None)
    return span.of(text) if span else None


def _noun_after(text: str, grammar: Grammar, span: Span) -> Span | None:
    """`2 percent inflation`, `10,000 North Korean were`: a noun that the number stands before."""
    inside = grammar.within(span)
    head = grammar.head_of(inside)
    noun = -1 if head is None else grammar.heads[head]
    if not inside.stop <= noun < inside.stop + _LONGEST or grammar.upos[noun] not in _NOUNS:
        return None
    if any(grammar.upos[word] not in _DESCRIBING for word in range(inside.stop, noun)):
        return None
    return Span(grammar.words[inside.stop].start, grammar.words[noun].end)


def _measured(text: str, grammar: Grammar, span: Span) -> Span | None:
    """`rates will be at 3.4 percent`, `put the number of guards at 40`: what has that size."""
    inside = grammar.within(span)
    head = grammar.head_of(inside)
    if head is None:
        return None
    head = grammar.heads[head] if grammar.has(head, "conj") else head  # at 3.4 and at 3.8 percent
    subject = _first([*grammar.children(head, *_SUBJECTS), *_of_verb(text, grammar, head)])
    return None if subject is None or subject in inside else _phrase(text, grammar, subject)


def _of_verb(text: str, grammar: Grammar, number: int) -> Sequence[int]:
    """What the verb of the number may give that size to, the likeliest first."""
    verb = grammar.heads[number]
    if verb < 0 or not grammar.has(number, "obl", "obj", "xcomp", "advmod", "nmod"):
        return ()
    form = grammar.words[verb].of(text).lower()
    if grammar.upos[verb] in _NOUNS:  # the rate at 4 percent
        cases = [grammar.words[case].of(text) for case in grammar.children(number, "case")]
        return [verb] if "at" in cases else ()
    forms = dictionary_forms(form)
    if form not in _CHANGES and _MEASURING.isdisjoint(forms):
        return ()
    things = [word for word in grammar.children(verb, "obj") if word != number]
    described = [grammar.heads[verb]] if grammar.has(verb, "acl") else []
    # analysts expected 365 million, but rates are expected at 3 percent
    subjects = _SUBJECTS if _GIVING.isdisjoint(forms) else _PASSIVE
    return [*things, *grammar.children(verb, *subjects), *described]


def _first(found: Sequence[int]) -> int | None:
    return found[0] if found else None


def _phrase(text: str, grammar: Grammar, noun: int) -> Span | None:
    """The noun with what describes it; of `the number of guards` the guards."""
    if grammar.upos[noun] not in _NOUNS:
        return None
    if grammar.words[noun].of(text).lower() in _SIZES:
        inner = _first(grammar.children(noun, "nmod"))
        return None if inner is None else _phrase(text, grammar, inner)
    first, phrase = noun, grammar.subtree(noun)
    while first - 1 in phrase and grammar.upos[first - 1] in _DESCRIBING:
        first -= 1
    return Span(grammar.words[first].start, grammar.words[noun].end)


def _of_whole(quantity: Quantity, found: Mapping[str, Quantity]) -> str | None:
    """`8,000 of them`: what the whole counts."""
    whole = found.get(quantity.part_of or "")
    return whole.counted if whole is not None else None


def _of_one_before(text: str, quantity: Quantity, before: Quantity | None) -> str | None:
    """`900 guards, 400 in the north`."""
    if before is None or before.counted is None or before.unit or quantity.unit:
        return None
    between = text[before.span.end : quantity.span.start].split()
    return before.counted if between == f"{before.counted},".split() else None
