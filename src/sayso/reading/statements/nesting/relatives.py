"""The men who, X thinks, have gone: X says of them what stands behind the aside."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft
from sayso.records import Grammar

__all__ = ["tell_of_relatives"]

_LONGEST = 8  # words of whoever says it, with the verb
_THING = 10  # words of what it is said of
_LEAST = 2  # words behind the aside
_RELATIVES = frozenset({"who", "which", "that", "whom"})
_STOPS = frozenset(",.;:—–")
_NAMING = frozenset({"DET", "NUM", "ADJ", "NOUN", "PROPN", "ADV"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Aside:
    """Whoever says it stands from behind the comma after `relative` to before `verb`."""

    relative: int
    verb: int


def tell_of_relatives(drafts: list[Draft], layout: Layout, grammar: Grammar) -> None:
    """A clause with `, X thinks,` behind its `who` is X's, told in the statement that holds it."""
    for aside in [*_asides(layout)]:
        said = range(_start(grammar, aside.relative), _end(layout, aside.verb + 2))
        source = range(aside.relative + 2, aside.verb)
        own = [it for it in drafts if aside.verb in it.cue]
        if said.start < aside.relative and said.stop - aside.verb > _LEAST and not own:
            holding = [it for it in drafts if it.content.issuperset(said)]
            draft = Draft(source=set(source), cue={aside.verb}, content=set(said))
            if holding:
                draft.tell_in(min(holding, key=lambda it: len(it.content)))
            drafts.append(draft)


def _asides(layout: Layout) -> Iterator[_Aside]:
    for relative, word in enumerate(layout.lower):
        if word in _RELATIVES and layout.word(relative + 1) == ",":
            verb = _verb(layout, relative)
            if verb is not None and not layout.quoted[relative]:
                yield _Aside(relative=relative, verb=verb)


def _verb(layout: Layout, relative: int) -> int | None:
    """The verb before the next comma, if it is one of saying or holding."""
    for comma in range(relative + 3, relative + 2 + _LONGEST):
        if not layout.together(comma, relative) or not layout.same_sentence(comma, relative):
            return None
        if layout.word(comma) == ",":
            telling = listed("cues", "speech") | listed("cues", "minds")
            return comma - 1 if layout.lower[comma - 1] in telling else None
    return None


def _start(grammar: Grammar, relative: int) -> int:
    """Where the words begin that name what `who` stands for."""
    first = relative
    while first > relative - _THING and first > 0 and grammar.upos[first - 1] in _NAMING:
        first -= 1
    return first


def _end(layout: Layout, first: int) -> int:
    """The end of the clause: the next mark, or that of the sentence."""
    end = first
    while layout.together(end, first) and layout.same_sentence(end, first):
        if layout.word(end) in _STOPS:
            break
        end += 1
    return end
