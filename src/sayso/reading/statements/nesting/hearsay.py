"""Denied a report by X that a: the noun tells that X says a."""

from sayso.lexicon import words as listed
from sayso.reading.layout import Layout
from sayso.reading.statements.draft import Draft, fragments

__all__ = ["tell_of_hearsay"]

_LONGEST = 9  # words of who said it
_LEAST = 2  # words of what was said
_PRONOUNS = frozenset({"he", "she", "it", "they", "who", "which", "that"})
_OWNERS = frozenset({"his", "her", "their", "its", "your"})
_OWNED = frozenset({"'s", "’s", "'", "’"})
_OF_WHOM = frozenset({"by", "from", "of", "in"})


def tell_of_hearsay(drafts: list[Draft], layout: Layout) -> None:
    """A noun of saying with `that` inside a content is a statement within it."""
    for outer in list(drafts):
        outer.content |= _noun_before(outer, layout)
        for piece in fragments(outer.content):
            found = _hearsay(layout, range(*piece))
            if found is not None:
                found.tell_in(outer)
                found.right = outer.right
                drafts.append(found)


def _noun_before(outer: Draft, layout: Layout) -> set[int]:
    """The noun between the words of saying and `that`, if it was left out of the content."""
    if not (outer.cue and outer.content) or max(outer.cue) > min(outer.content):
        return set()
    between = range(max(outer.cue) + 1, min(outer.content))
    nouns = {layout.word(word).lower() for word in between} & listed("cues", "hearsay")
    told = "that" in {layout.word(between.stop), layout.word(between.stop - 1)}
    free = len(between) <= _LONGEST and outer.source.isdisjoint(between)
    return set(between) if nouns and told and free else set()


def _hearsay(layout: Layout, piece: range) -> Draft | None:
    """The first such noun of a piece, near its start."""
    for that in piece[1 : 2 * _LONGEST]:
        if layout.word(that) != "that" or _is_relative(layout, that):
            continue
        noun = _noun(layout, piece, that)
        source = None if noun is None else _source(layout, piece, range(noun, that))
        content = _sentence(layout, range(that + 1, piece.stop))
        if noun is not None and source is not None and len(content) >= _LEAST:
            return Draft(source=set(source), cue={noun}, content=set(content))
    return None


def _is_relative(layout: Layout, that: int) -> bool:
    """Whether `that` stands for the noun: the statement that opened, the report that was leaked."""
    after = layout.word(that + 1).lower()
    verbs = listed("cues", "auxiliaries") | listed("cues", "speech")
    return after.endswith("ed") or after in verbs


def _noun(layout: Layout, piece: range, that: int) -> int | None:
    near = reversed(range(max(piece.start, that - _LONGEST), that))
    return next((w for w in near if layout.word(w).lower() in listed("cues", "hearsay")), None)


def _source(layout: Layout, piece: range, between: range) -> range | None:
    """Who said it, empty where nobody is named; None where the word is no noun after all.

    `between` are the words from the noun to `that`.
    """
    noun = between.start
    if len(between) > 1:
        return between[2:] or None if layout.word(noun + 1) in _OF_WHOM else None
    before = piece[: noun - piece.start]
    if before and layout.word(before[-1]).lower() in _OWNERS:
        return before[-1:]
    if before and layout.word(before[-1]) in _OWNED:
        return before[-_LONGEST:]
    if len(before) > 1 and layout.word(before[-1])[0].isupper():
        return _name(layout, before)
    return range(0) if _stands_alone(layout, before) else None


def _name(layout: Layout, before: range) -> range:
    """The name before the noun: a `Harbour Wire` report."""
    start = before.stop
    while start > before.start and layout.word(start - 1)[0].isupper():
        start -= 1
    return range(start, before.stop)


def _stands_alone(layout: Layout, before: range) -> bool:
    """Whether nobody stands before the noun who could be doing it: `a false report`, `rumours`."""
    near = [layout.word(word) for word in before[-3:]]
    if not near or any(word.lower() in listed("cues", "determiners") for word in near):
        return True
    return len(before) == 1 and near[-1].islower() and near[-1] not in _PRONOUNS


def _sentence(layout: Layout, words: range) -> range:
    """The words up to the end of the first sentence."""
    end = words.start
    while end < words.stop and layout.same_sentence(end, words.start):
        end += 1
    return range(words.start, end)
