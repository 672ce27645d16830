"""Which utterances of a story are shown: the filters in its address, each value with its count."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from sayso.records import KnownStory, Rendering, Utterance, Verdict
from sayso.views.pages.narrowing import FacetLink, query_of
from sayso.views.signs import verdict_sign
from sayso.views.story_columns import outlet_name

__all__ = ["STORY_FILTERS", "choices_of", "chosen_from"]

_Values = Callable[[Utterance, Rendering, Mapping[str, str]], Iterable[str]]
_SHOWN = 8  # values of each filter


@dataclass(frozen=True, slots=True, kw_only=True)
class _Filter:
    """What a rendering counts for; `label` is how a value is shown."""

    values: _Values
    label: Callable[[str], str] = str


_FILTERS = {
    "speaker": _Filter(values=lambda said, _, __: [said.speaker] if said.speaker else []),
    "outlet": _Filter(values=lambda _, it, outlets: [outlets.get(it.report, it.report)]),
    "verdict": _Filter(
        values=lambda _, it, __: [it.verdict] if it.verdict else [],
        label=lambda value: verdict_sign(Verdict(value)).word,
    ),
    "drift": _Filter(
        values=lambda _, it, __: {one.kind for one in it.drift},
        label=lambda value: value.replace("_", " "),
    ),
}
STORY_FILTERS = frozenset(_FILTERS)
"""By what the utterances of a story are chosen."""


def chosen_from(
    utterances: Iterable[Utterance], story: KnownStory, asked: Mapping[str, str]
) -> list[Utterance]:
    """Those utterances of which one rendering is all that is asked for."""
    outlets = _outlets(story)
    return [one for one in utterances if _renderings(one, outlets, asked)]


def choices_of(
    utterances: Sequence[Utterance], story: KnownStory, asked: Mapping[str, str]
) -> list[tuple[str, list[FacetLink]]]:
    """Every filter with its most frequent values; each leads to as many utterances as it counts."""
    outlets = _outlets(story)
    found = []
    for name, one in _FILTERS.items():
        counts = _counts(utterances, outlets, (name, asked))
        links = [
            _link((name, one.label(value)), value, (story, asked, count))
            for value, count in counts.most_common(_SHOWN)
        ]
        found += [(name, links)] if links else []
    return found


def _outlets(story: KnownStory) -> dict[str, str]:
    return {card.id: outlet_name(card) for card in story.reports}


def _counts(
    utterances: Iterable[Utterance],
    outlets: Mapping[str, str],
    wanted: tuple[str, Mapping[str, str]],
) -> Counter[str]:
    """How many utterances each value of a filter would leave, beside what else is asked for."""
    name, asked = wanted
    others = {key: value for key, value in asked.items() if key != name}
    counts: Counter[str] = Counter()
    for one in utterances:
        left = _renderings(one, outlets, others)
        values = (_FILTERS[name].values(one, told, outlets) for told in left)
        counts.update({str(value) for value in chain.from_iterable(values)})
    return counts


def _renderings(
    one: Utterance, outlets: Mapping[str, str], asked: Mapping[str, str]
) -> list[Rendering]:
    return [
        told
        for told in one.renderings
        if all(value in _FILTERS[name].values(one, told, outlets) for name, value in asked.items())
    ]


def _link(
    named: tuple[str, str], value: str, leading: tuple[KnownStory, Mapping[str, str], int]
) -> FacetLink:
    name, label = named
    story, asked, count = leading
    chosen = asked.get(name) == value
    query = query_of({**asked, name: "" if chosen else value})
    return FacetLink(
        label=label,
        count=count,
        address=f"/story/{story.id}?{query}#matrix",
        chosen=chosen,
    )
