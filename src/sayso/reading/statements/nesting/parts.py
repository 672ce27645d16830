"""He said "a" and went on, "b": what he goes on to say is a statement within the whole."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft, fragments
from sayso.records import Grammar

__all__ = ["begins_clause", "part_sayings"]

_LEAST = 4  # words that make a remark
_STOPS = frozenset(".?!")
_OPENING = frozenset('"“') | {"``", "''"}
_CLOSING = frozenset('"”') | {"''"}
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
_VERBS = frozenset({"VERB", "AUX"})


def part_sayings(drafts: Iterable[Draft], layout: Layout, grammar: Grammar) -> Iterator[Draft]:
    """What is said after a new start, by the same source and cue as the whole that holds it.

    One attribution of PolNeAR may hold several remarks; that one stays as it is, and each remark
    after its first is told within it: a sentence in marks behind who said it, a clause that goes
    on with `and` or `but` behind that, a second `that` clause, what a quotation says in its next
    paragraph, and a quotation behind a colon or with a subject of its own.
    """
    for draft in drafts:
        if draft.cue and draft.content:
            starts = sorted(
                {
                    *_behind_source(draft, layout, grammar),
                    *_behind_colon(draft, layout),
                    *_joined_quotations(draft, layout, grammar),
                    *_that(draft, layout),
                    *_paragraphs(draft, layout),
                }
            )
            edges = [min(draft.content), *starts, max(draft.content) + 1]
            pieces = [draft.content & set(range(*edge)) for edge in pairwise(edges)]
            if all(_says_something(piece, layout) for piece in pieces):
                yield from (_part(draft, _without_link(piece, layout)) for piece in pieces[1:])


def _part(draft: Draft, content: set[int]) -> Draft:
    return Draft(
        source=set(draft.source),
        cue=set(draft.cue),
        content=content,
        within=draft,
        right=draft.right,
    )


def _without_link(piece: set[int], layout: Layout) -> set[int]:
    first = min(piece)
    return piece - {first} if layout.lower[first] in listed("tellings", "parts") else piece


def _says_something(words: Iterable[int], layout: Layout) -> bool:
    return sum(layout.word(word)[0].isalnum() for word in words) >= _LEAST


def _behind_source(draft: Draft, layout: Layout, grammar: Grammar) -> Iterator[int]:
    """Where a piece behind the source begins something new."""
    pieces = fragments(draft.content)
    said = draft.source | draft.cue
    for (_, before), (first, _) in pairwise(pieces):
        if said.isdisjoint(range(before, first)):
            continue
        if _is_new_quotation(layout, before, first) or _is_new_clause(layout, grammar, first):
            yield first


def _is_new_quotation(layout: Layout, before: int, first: int) -> bool:
    """Whether marks close, somebody is said to say it, and other marks open after a full stop."""
    closed = layout.quoted[before - 1] and layout.word(first) in _OPENING
    return (
        bool(closed) and layout.word(first - 1) in _STOPS and layout.word(first + 1)[:1].isupper()
    )


def _is_new_clause(layout: Layout, grammar: Grammar, first: int) -> bool:
    """Whether a piece opens with `and` and has a subject and a verb of its own."""
    if layout.lower[first] not in listed("tellings", "parts"):
        return False
    return begins_clause(grammar, first)


def _that(draft: Draft, layout: Layout) -> Iterator[int]:
    """Where `and that` begins, in a content that began with `that`."""
    for first, after in fragments(draft.content):
        if layout.lower[first] == "that":
            for word in range(first + _LEAST, after - 1):
                joins = layout.lower[word] in listed("tellings", "parts")
                if joins and layout.lower[word + 1] == "that" and not layout.quoted[word]:
                    yield word


def _paragraphs(draft: Draft, layout: Layout) -> Iterator[int]:
    """Where a quotation begins another paragraph."""
    for before, word in pairwise(sorted(draft.content)):
        if layout.quoted[word] and not layout.together(before, word):
            yield word


def _behind_colon(draft: Draft, layout: Layout) -> Iterator[int]:
    """Where a quotation opens behind words that announce it: `and used these words: "`."""
    for word in sorted(draft.content)[_LEAST:]:
        opens = layout.word(word) in _OPENING and layout.word(word - 1) == ":"
        if opens and not layout.quoted[word - 1]:
            yield word


def _joined_quotations(draft: Draft, layout: Layout, grammar: Grammar) -> Iterator[int]:
    """Where one quotation ends and `and` links it to another with a subject of its own."""
    for word in sorted(draft.content):
        linked = layout.lower[word] in listed("tellings", "parts") and word + 1 in draft.content
        between = layout.word(word - 1) in _CLOSING and layout.word(word + 1) in _OPENING
        if linked and between and begins_clause(grammar, word + 1):
            yield word


def begins_clause(grammar: Grammar, first: int) -> bool:
    """Whether a clause with a subject of its own begins behind this word."""
    near = range(first + 1, min(first + 12, len(grammar.words)))
    verb = next((word for word in near if grammar.upos[word] in _VERBS), None)
    if verb is None:
        return False
    before = range(first + 1, verb)
    if any(grammar.labels[one].startswith("nsubj") for one in before):
        return True
    joined = grammar.labels[verb].startswith("conj") and grammar.upos[first + 1] != "ADP"
    return joined and any(
        grammar.heads[one] == verb and grammar.upos[one] in _NOMINAL for one in before
    )
