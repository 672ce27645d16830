"""What a second reading finds and is no statement of somebody else's after all."""

from collections.abc import Callable
from functools import cache

from sayso.lexicon import table
from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft

__all__ = ["is_doubtful"]

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_SPEAKER = frozenset({"i", "we", "me", "us", "my", "our"})


def is_doubtful(draft: Draft, layout: Layout) -> bool:
    """Whether any of the doubts holds."""
    return any(doubt(draft, layout) for doubt in _DOUBTS)


def _lacks_parts(draft: Draft, layout: Layout) -> bool:
    """No content or no cue."""
    del layout
    return not (draft.content and draft.cue)


def _by_other_words(draft: Draft, layout: Layout) -> bool:
    """The cue holds no word of saying, holding or meaning."""
    known = listed("cues", "inner") | listed("cues", "inner_faint")
    return known.isdisjoint(_said(layout, draft.cue))


def _by_the_speaker(draft: Draft, layout: Layout) -> bool:
    """The speaker speaks of himself: "I think", "we expect"."""
    return bool(draft.source) and _said(layout, draft.source) <= _SPEAKER


def _by_whoever(draft: Draft, layout: Layout) -> bool:
    """A relative clause tells of somebody by what he said: "anybody who complains"."""
    return bool(draft.source) and _said(layout, draft.source) <= _RELATIVE


def _not_said(draft: Draft, layout: Layout) -> bool:
    """It may be said, or is to be: "could deny", "to admit"."""
    return layout.word(min(draft.cue)).lower() in listed("cues", "unreal")


def _on_a_condition(draft: Draft, layout: Layout) -> bool:
    """It hangs on another clause: "if they want", "what they want"."""
    first = min(draft.source | draft.cue)
    return layout.word(first - 1).lower() in listed("cues", "conditions")


def _nobody_says(draft: Draft, layout: Layout) -> bool:
    """Nobody is named, and the words do not tell that somebody was told."""
    if draft.source:
        return False
    told = _said(layout, draft.cue) & listed("cues", "told")
    return not told or min(draft.content) < max(draft.cue)


def _held_by_all(draft: Draft, layout: Layout) -> bool:
    """It is expected, believed or feared by nobody in particular."""
    cue = _said(layout, draft.cue)
    return bool(cue & listed("cues", "being") and cue & listed("cues", "held"))


def _mind_of_a_state(draft: Draft, layout: Layout) -> bool:
    """What a country or "they" think or want is the speaker's own reading of them."""
    if not _said(layout, draft.cue) & listed("cues", "minds"):
        return False
    source = " ".join(layout.word(word) for word in sorted(draft.source)).removeprefix("the ")
    return source in _states() or source.lower() in listed("cues", "anybody")


@cache
def _states() -> frozenset[str]:
    rows = table("countries").items()
    return frozenset(
        name
        for country, row in rows
        for name in (country, *row.get("names", ()), *row.get("seats", ()))
    )


def _said(layout: Layout, words: set[int]) -> set[str]:
    return {layout.word(word).lower() for word in words}


_DOUBTS: tuple[Callable[[Draft, Layout], bool], ...] = (
    _lacks_parts,
    _by_other_words,
    _by_the_speaker,
    _by_whoever,
    _not_said,
    _on_a_condition,
    _nobody_says,
    _held_by_all,
    _mind_of_a_state,
)
