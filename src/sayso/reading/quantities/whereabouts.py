"""Where what a quantity counts is: the place that hangs on it, or follows it in its clause."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.lexicon import words
from sayso.records import Grammar, Place, Quantity

__all__ = ["with_places"]

_WHERE = words("toponymy", "whereabouts")
_INSIDE_NAME = ("compound", "flat", "appos")
_HANGING = ("obl", "nmod", "advmod", "acl")
_CLAUSES = frozenset({"VERB", "AUX"})
_NEAR = 80  # characters between a quantity and its place where the tree does not join them
_ENDS = re.compile(r"[.,;:!?()\n\"“”—–]")
_OWNS = re.compile(r"['’]s?\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """A text with its places, and those of each word that a place tells the whereabouts of."""

    text: str
    grammar: Grammar
    places: Sequence[Place]
    hosts: Mapping[int, Sequence[Place]]


def with_places(
    text: str, quantities: Sequence[Quantity], places: Sequence[Place], *, grammar: Grammar
) -> tuple[Quantity, ...]:
    """The quantities, `place` being where what is counted is said to be, or to have come to.

    It stands after "in", "near", "to" and the like, before any other quantity, and hangs in the
    tree on the number, the noun or their verb; or else follows in the same clause.
    """
    hosts: dict[int, list[Place]] = {}
    standing = [place for place in places if not place.stands_for_government]
    for place in standing:
        host = _host(text, grammar, place)
        if host is not None:
            hosts.setdefault(host, []).append(place)
    page = _Page(text=text, grammar=grammar, places=standing, hosts=hosts)
    limits = [*(quantity.span.start for quantity in quantities[1:]), len(text)]
    found = []
    for quantity, limit in zip(quantities, limits, strict=False):
        near = _hanging(page, quantity) or _following(page, quantity)
        kept = near is not None and near.span.start < limit
        found.append(replace(quantity, place=near.id) if near and kept else quantity)
    return tuple(found)


def _hanging(page: _Page, quantity: Quantity) -> Place | None:
    for word in _above(quantity, page.grammar):
        for place in page.hosts.get(word, ()):
            if place.span.start >= quantity.span.end:
                return place
    return None


def _above(quantity: Quantity, grammar: Grammar) -> Iterator[int]:
    """The number and the words that it hangs on, up to its verb."""
    head = grammar.head_of(grammar.within(quantity.span))
    if head is None:
        return
    for word in (head, *grammar.chain(head)):
        yield word
        if grammar.upos[word] in _CLAUSES:
            return


def _host(text: str, grammar: Grammar, place: Place) -> int | None:
    """The word that the place tells the whereabouts of: itself in "8,000 are in the region"."""
    word = grammar.head_of(grammar.within(place.span))
    while word is not None and grammar.has(word, *_INSIDE_NAME):
        word = grammar.heads[word]
    if word is None:
        return None
    cases = (grammar.words[case].of(text).lower() for case in grammar.children(word, "case"))
    if _WHERE.isdisjoint(cases):
        return None
    if grammar.children(word, "nsubj"):
        return word
    return grammar.heads[word] if grammar.has(word, *_HANGING) else None


def _following(page: _Page, quantity: Quantity) -> Place | None:
    """The first place after the quantity in its clause that a preposition leads."""
    first = bisect_left(page.places, quantity.span.end, key=lambda place: place.span.start)
    for at in range(first, len(page.places)):
        place = page.places[at]
        between = page.text[quantity.span.end : place.span.start]
        if len(between) > _NEAR or _ENDS.search(between):
            return None
        led = between.lower().removesuffix("the ").split()[-1:]
        owns = _OWNS.match(page.text, place.span.end)
        if not _WHERE.isdisjoint(led) and not owns:
            return place
    return None
