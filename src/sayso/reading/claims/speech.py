"""Who says each word of a text: the innermost statement that has it, and the cue of that."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.lexicon import table
from sayso.reading.claims.parse import Parse
from sayso.records import Spans, Statement

__all__ = ["Speech", "find_speech"]

_SUPPOSING = frozenset(table("claims")["conditions"]["supposing"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """The statements of a text, word by word.

    `told` has the place of the innermost statement whose content holds the word, `cued` that of one
    whose cue does; -1 is none. `cues` lists the words of each statement's cue.
    """

    statements: Sequence[Statement]
    told: Sequence[int]
    cued: Sequence[int]
    cues: Sequence[tuple[int, ...]]


def find_speech(parse: Parse, statements: Sequence[Statement]) -> Speech:
    """The statements laid over the words, the longest first, so that the innermost stays on top."""
    told = [-1] * len(parse.forms)
    cued = [-1] * len(parse.forms)
    cues = [_words(parse, statement.cue) for statement in statements]
    by_length = sorted(range(len(statements)), key=lambda at: -_length(statements[at].content))
    for at in by_length:
        if any(_is_supposed(parse, word) for word in cues[at]):
            continue
        for words in map(parse.grammar.within, statements[at].content):
            told[words.start : words.stop] = [at] * len(words)
        for word in cues[at]:
            cued[word] = at
    return Speech(statements=statements, told=told, cued=cued, cues=cues)


def _is_supposed(parse: Parse, word: int) -> bool:
    """`if the court agrees`: a verb of saying in a condition, which says nothing."""
    marks = parse.grammar.children(word, "mark")
    return any(parse.form(mark - back) in _SUPPOSING for mark in marks for back in (0, 1))


def _words(parse: Parse, spans: Spans) -> tuple[int, ...]:
    return tuple(word for span in spans for word in parse.grammar.within(span))


def _length(spans: Spans) -> int:
    return sum(span.end - span.start for span in spans)
