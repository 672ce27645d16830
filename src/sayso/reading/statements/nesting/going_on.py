"""a, X said, although b: what stands behind who said it is X's as well."""

from collections.abc import Iterator, Sequence

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft
from sayso.reading.statements.nesting.parts import begins_clause
from sayso.records import Grammar

__all__ = ["go_on"]

_LEAST = 4  # words that make a remark


def go_on(drafts: Sequence[Draft], layout: Layout, grammar: Grammar) -> Iterator[Draft]:
    """A clause that ends a sentence, linked to what was said in it, where nobody else says it."""
    found = [(it, rest) for it in drafts if (rest := _rest(it, layout, grammar))]
    busy = {word for draft in drafts for word in draft.words} if found else set()
    for draft, rest in found:
        if busy.isdisjoint(rest):
            yield Draft(
                source=set(draft.source), cue=set(draft.cue), content=set(rest), right=draft.right
            )


def _rest(draft: Draft, layout: Layout, grammar: Grammar) -> range | None:
    """The words behind `, X said, although`, up to the stop; None where these are no clause."""
    if not (draft.source and draft.cue and draft.content):
        return None
    after = max(draft.source | draft.cue) + 1
    told = max(draft.content) < min(draft.source | draft.cue)
    near = told and layout.same_sentence(max(draft.content), after - 1)
    if not near or layout.word(after) not in {",", ";"}:
        return None
    linked = layout.word(after + 1).lower() in listed("tellings", "parts")
    first, end = after + 1 + linked, _end(layout, after)
    opens = linked or layout.word(after) == ";"
    free = not layout.quoted[first:end].any()
    is_clause = opens and free and end - first >= _LEAST and begins_clause(grammar, first - 1)
    return range(first, end) if is_clause else None


def _end(layout: Layout, word: int) -> int:
    end = word
    while layout.together(end, word) and layout.same_sentence(end, word):
        end += 1
    while end > word and not layout.word(end - 1)[0].isalnum():
        end -= 1
    return end
