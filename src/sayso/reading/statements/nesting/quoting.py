"""Y quoted X as saying a: Y tells that X says it."""

from collections.abc import Iterator

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft

__all__ = ["quote_as_saying"]

_LONGEST = 20  # words of whoever is quoted
_LISTENER = 6  # words between the verb and "that"


def quote_as_saying(drafts: list[Draft], layout: Layout) -> None:
    """What follows `as saying` is said by whoever stands between it and `quoted`."""
    holders = {word: draft for draft in drafts for word in draft.cue}
    for quoting, place in list(_quoting(drafts, layout)):
        inner = holders.get(place + 1)
        if inner is None or inner is quoting:
            inner = Draft(right=quoting.right)
        said = inner.content or _said(quoting, place, layout)
        if not said:
            continue
        if not inner.cue:
            drafts.append(inner)
        quoted = range(max(word for word in quoting.cue if word < place) + 1, place)
        quoting.cue = {word for word in quoting.cue if word < place}
        quoting.content = set(range(quoted.start, max(said) + 1))
        inner.source, inner.cue, inner.content = set(quoted), {place, place + 1}, said
        inner.tell_in(quoting)
        quoting.right = quoting.right or inner.right


def _quoting(drafts: list[Draft], layout: Layout) -> Iterator[tuple[Draft, int]]:
    """The drafts that quote somebody, and the place of their `as`."""
    for draft in drafts:
        verb = min(draft.cue, default=0)
        if layout.word(verb).lower() not in listed("cues", "quoting"):
            continue
        if layout.word(verb - 1).lower() in listed("cues", "auxiliaries"):
            continue
        for place in range(verb + 2, verb + _LONGEST):
            if not layout.together(place + 1, verb) or not layout.same_sentence(place, verb):
                break
            if layout.word(place) == "as" and layout.word(place + 1).endswith("ing"):
                yield draft, place
                break


def _said(quoting: Draft, place: int, layout: Layout) -> set[int]:
    """What is said after `as saying`, without whom it is told."""
    told = sorted(word for word in quoting.content if word > place + 1)
    that = next((word for word in told[:_LISTENER] if layout.word(word) == "that"), place + 1)
    return {word for word in told if word > that}
