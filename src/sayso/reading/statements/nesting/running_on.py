"""X said a. It all means "b": a sentence with a quotation that names nobody runs on from X."""

from collections.abc import Iterable, Iterator

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout, Quoted
from sayso.reading.statements.draft import Draft

__all__ = ["run_on"]

_LEAST = 4  # words of a quotation, marks included: fewer are a term that somebody uses


def run_on(drafts: Iterable[Draft], layout: Layout) -> Iterator[Draft]:
    """A sentence that quotes words, names nobody and points back at what somebody said before it.

    One that opens with a noun is as often the reporter's own: of three in PolNeAR dev all were.
    """
    loose = [it for it in layout.quotations if _is_part(layout, it)]
    if not loose:
        return
    told = list(drafts)
    busy = {int(layout.sentence[word]) for it in told for word in it.words}
    named = {int(layout.sentence[word]) for it in told if it.source for word in it.cue}
    for quoted in loose:
        number = int(layout.sentence[quoted.first])
        if number not in busy and number - 1 in named:
            said = _said(layout, quoted)
            if said:
                busy.add(number)
                yield Draft(content=said)


def _is_part(layout: Layout, quoted: Quoted) -> bool:
    """Whether words are quoted as part of a sentence; a title begins with a capital."""
    within = layout.word(quoted.first + 1)[:1].islower()
    return within and quoted.stretch.closed and len(quoted.words) > _LEAST


def _said(layout: Layout, quoted: Quoted) -> set[int]:
    """The words of a sentence that points back; none where it is all in marks or a paragraph's."""
    first, end = quoted.first, quoted.after
    while first > 0 and layout.same_sentence(first - 1, quoted.first):
        first -= 1
    while end < len(layout.written) and layout.same_sentence(end, quoted.first):
        end += 1
    words = range(first, end)
    points = layout.lower[first] in listed("cues", "pointing") | {"it"}
    told = any(layout.word(word)[0].isalnum() and not layout.quoted[word] for word in words)
    return set(words) if told and points and layout.together(first - 1, first) else set()
