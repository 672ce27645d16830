"""Officials put the number at 40: the words of saying stand on either side of what is counted."""

from collections.abc import Iterator

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft

__all__ = ["put_at_figures"]

_LONGEST_SOURCE = 12
_LONGEST_THING = 16  # words between "put" and "at"
_NEAR = 4  # words after "at" among which the figure stands: "at more than some 40"
_STOPS = frozenset({",", ";", ":", "—", "–"})


def put_at_figures(drafts: list[Draft], layout: Layout) -> None:
    """Somebody who `put` a thing `at` a figure says so, where nobody else says any of it."""
    found = [*_found(layout)]
    busy = {word for draft in drafts for word in draft.words} if found else set()
    for verb, figure in found:
        first, end = _first_of_source(layout, verb), _end(layout, figure)
        cue = _with_auxiliaries(layout, verb)
        passive = any(layout.lower[word] in listed("cues", "being") for word in cue)
        if first < min(cue) and not passive and busy.isdisjoint(range(first, end)):
            source, content = set(range(first, min(cue))), set(range(verb + 1, end))
            drafts.append(Draft(source=source, cue=cue, content=content))


def _with_auxiliaries(layout: Layout, verb: int) -> set[int]:
    first = verb
    helping = listed("cues", "auxiliaries") | listed("cues", "being")
    while first > 0 and layout.lower[first - 1] in helping:
        first -= 1
    return set(range(first, verb + 1))


def _found(layout: Layout) -> Iterator[tuple[int, int]]:
    """The place of each `put` and of its `at`."""
    putting = listed("cues", "putting")
    for verb, word in enumerate(layout.lower):
        if word in putting:
            at = next((at for at in _rest(layout, verb) if layout.lower[at] == "at"), None)
            if at and _is_figure(layout, at) and _is_amount(layout, range(verb + 1, at)):
                yield verb, at


def _rest(layout: Layout, verb: int) -> Iterator[int]:
    near = range(verb + 2, min(verb + _LONGEST_THING, len(layout.lower) - 1))
    return (word for word in near if layout.same_sentence(word, verb))


def _is_amount(layout: Layout, thing: range) -> bool:
    """Whether it is something of which there is so much: the number, their losses."""
    return not listed("cues", "amounts").isdisjoint(layout.lower[thing.start : thing.stop])


def _is_figure(layout: Layout, at: int) -> bool:
    near = range(at + 1, min(at + 1 + _NEAR, len(layout.written)))
    return any(layout.word(word)[0].isdigit() for word in near if layout.same_sentence(word, at))


def _first_of_source(layout: Layout, verb: int) -> int:
    """Where the words before the verb begin, back to a comma or the start of the sentence."""
    first = verb
    while (
        first > max(0, verb - _LONGEST_SOURCE)
        and layout.same_sentence(first - 1, verb)
        and layout.word(first - 1) not in _STOPS
    ):
        first -= 1
    return first


def _end(layout: Layout, figure: int) -> int:
    """The end of the sentence, its stop left out."""
    end = figure
    while end < len(layout.written) and layout.same_sentence(end, figure):
        end += 1
    while not layout.word(end - 1)[0].isalnum():
        end -= 1
    return end
