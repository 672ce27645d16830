"""X, citing Y, said a: what X says rests on Y's word."""

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft, fragments
from sayso.reading.statements.nesting.neighbours import Neighbours

__all__ = ["cite_sources"]

_LONGEST = 14  # words of somebody cited; more is what he said


def cite_sources(drafts: list[Draft], layout: Layout) -> None:
    """Whoever is cited said what the other statement of the sentence tells."""
    near = Neighbours(drafts, layout)
    for cited in drafts:
        telling = _telling(cited, near, layout) if _names_somebody(cited, layout) else None
        if telling is not None:
            telling.source = telling.source or cited.source
            cited.source, cited.content = cited.content, set(telling.content)
            cited.within = telling
            telling.content |= cited.cue | cited.source


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
