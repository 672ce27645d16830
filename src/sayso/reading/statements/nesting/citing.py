"""X, citing Y, said a: what X says rests on Y's word."""

from collections.abc import Iterator

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft, fragments
from sayso.reading.statements.nesting.neighbours import Neighbours

__all__ = ["cite_sources"]

_STOPS = frozenset({",", ".", ";"})
_LONGEST = 14  # words of somebody cited; more is what he said


def cite_sources(drafts: list[Draft], layout: Layout) -> None:
    """Whoever is cited said what the other statement of the sentence tells."""
    drafts.extend(_unlinked(drafts, layout))
    drafts.extend(_divided(drafts, layout))
    near = Neighbours(drafts, layout)
    for cited in drafts:
        telling = _telling(cited, near, layout) if _names_somebody(cited, layout) else None
        if telling is not None:
            telling.source = telling.source or cited.source
            cited.source, cited.content = cited.content, set(telling.content)
            cited.tell_in(telling)
            cited.right = cited.right or telling.right
            telling.content |= cited.cue | cited.source


def _unlinked(drafts: list[Draft], layout: Layout) -> Iterator[Draft]:
    """Somebody cited between commas of whom the encoder made nothing: `, citing two officials,`."""
    citing = listed("cues", "citing")
    busy: set[int] | None = None
    for place, word in enumerate(layout.written):
        if word not in citing or layout.word(place - 1) != ",":
            continue
        if busy is None:
            busy = {one for draft in drafts for one in draft.cue | draft.content}
        end = place + 1
        while end < place + _LONGEST and layout.together(end, place) and end not in busy:
            if layout.word(end) in _STOPS:
                break
            end += 1
        if place not in busy and end > place + 1 and layout.word(end) in _STOPS:
            yield Draft(cue={place}, content=set(range(place + 1, end)), found=0.0)


def _divided(drafts: list[Draft], layout: Layout) -> list[Draft]:
    """In X reported, citing Y, that a: who reports it, where `Y, that a` was read as one."""
    found = []
    for cited in drafts:
        that = _that(cited, layout)
        verb = None if that is None else _verb(cited, layout)
        if that is not None and verb is not None:
            said = {word for word in cited.content if word > that}
            cited.content = {word for word in cited.content if word < that - 1}
            telling = Draft(source=set(cited.source), cue={verb}, content=said)
            telling.found, telling.right = cited.found, cited.right
            found.append(telling)
    return found


def _that(cited: Draft, layout: Layout) -> int | None:
    """The place of `that` behind the comma after whoever is cited."""
    if len(cited.cue) != 1 or layout.word(min(cited.cue)) not in listed("cues", "citing"):
        return None
    near = sorted(cited.content)[1:_LONGEST]
    behind = (w for w in near if layout.word(w) == "that" and layout.word(w - 1) == ",")
    return next(behind, None)


def _verb(cited: Draft, layout: Layout) -> int | None:
    """The word of saying between a source and `citing`."""
    if not cited.source or max(cited.source) > min(cited.cue):
        return None
    between = range(max(cited.source) + 1, min(cited.cue))[:_LONGEST]
    speech = listed("cues", "speech")
    return next((word for word in between if layout.word(word).lower() in speech), None)


def _names_somebody(draft: Draft, layout: Layout) -> bool:
    """Whether the content is somebody cited rather than what he said."""
    return (
        0 < len(draft.content) <= _LONGEST
        and bool(draft.cue)
        and len(fragments(draft.content)) == 1
        and not layout.quoted[sorted(draft.content)].any()
    )


def _telling(cited: Draft, near: Neighbours, layout: Layout) -> Draft | None:
    """The nearest other statement of the sentence that has the same source."""
    said = " ".join(layout.word(word).lower() for word in sorted(cited.cue))
    anywhere = said in listed("cues", "citing")
    if not anywhere and said not in listed("cues", "citing_first"):
        return None
    fitting = (
        other
        for other in near.of(cited)
        if (other.source == cited.source or not other.source or not cited.source)
        and (anywhere or other.anchor > cited.anchor)
    )
    return min(fitting, key=lambda other: abs(other.anchor - cited.anchor), default=None)
