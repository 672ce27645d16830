"""X was quoted by Y as saying a: again it is Y who tells that X says it."""

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft

__all__ = ["quoted_by"]

_LONGEST = 14  # words of whoever quotes or is quoted
_STOPS = frozenset(',.;:—–"“”')


def quoted_by(drafts: list[Draft], layout: Layout) -> None:
    """Whoever stands before `was quoted` says what follows `as saying`; who quotes him tells it."""
    holders = {word: draft for draft in drafts for word in draft.cue}
    for draft in list(drafts):
        being, verb = _passive(draft, layout)
        place = _as_saying(layout, verb)
        if place is None:
            continue
        outlet = _outlet(layout, verb, place)
        quoted = _before(layout, being)
        inner = holders.get(place + 1, draft)
        said = inner.content.difference(quoted, outlet)
        if not outlet or not quoted or not said:
            continue
        if inner is draft:
            inner = Draft(right=draft.right)
            drafts.append(inner)
        inner.source, inner.cue, inner.content = set(quoted), {place, place + 1}, said
        draft.source, draft.cue = set(outlet), {*range(being, verb + 1), outlet.start - 1}
        draft.content = said.union(quoted, inner.cue)
        inner.tell_in(draft)
        draft.right = draft.right or inner.right


def _passive(draft: Draft, layout: Layout) -> tuple[int, int]:
    """The places of `was` and `quoted` in the cue; equal where it is no passive."""
    cue = sorted(draft.cue)
    verb = next((w for w in cue if layout.word(w).lower() in listed("cues", "quoting")), 0)
    being = verb
    while being > 0 and layout.word(being - 1).lower() in listed("cues", "auxiliaries"):
        being -= 1
    return being, verb


def _as_saying(layout: Layout, verb: int) -> int | None:
    """The place of `as` in a passive: `was quoted by the paper as saying`."""
    if layout.word(verb - 1).lower() not in listed("cues", "being"):
        return None
    for place in range(verb + 1, verb + _LONGEST):
        if not layout.together(place + 1, verb) or not layout.same_sentence(place, verb):
            return None
        if layout.word(place) == "as" and layout.word(place + 1).endswith("ing"):
            return place
    return None


def _outlet(layout: Layout, verb: int, place: int) -> range:
    """Who quotes: between `by` and `as saying`, or behind `as saying by`."""
    if layout.word(verb + 1) == "by":
        return range(verb + 2, place)
    if layout.word(place + 2) != "by":
        return range(0)
    end = place + 3
    while end < place + _LONGEST and layout.together(end, verb) and layout.word(end) not in _STOPS:
        end += 1
    return range(place + 3, end)


def _before(layout: Layout, being: int) -> range:
    """Who is quoted: the words before `was`, back to a mark."""
    first = being
    while (
        first > max(0, being - _LONGEST)
        and layout.word(first - 1) not in _STOPS
        and layout.same_sentence(first - 1, being)
    ):
        first -= 1
    return range(first, being)
