"""How the source stands to the content: it said it, holds it, means to do it, or is a document."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import dropwhile

from sayso.lexicon import table
from sayso.reading.inflection import dictionary_forms
from sayso.records import Kind, Mode, Spans, Statement

__all__ = ["read_kind"]

_WORD = re.compile(r"[^\W\d_]{1,40}(?:-[^\W\d_]{1,40})*|,")
_LONGEST = 400  # characters of a piece that are looked at: heads of sources and cues stand early
_GAP = 2  # words that may stand inside a row of several words: "made it very clear"
_MOST_PIECES = 4
_MOST_WORDS = 12  # of the content: an action stands first in it
_LEAD = 3  # words of the content that may end a row: "declined" `to comment`
_SHORTEST = 3  # letters of a stem: "sees" is no form of "se"
_PREFIXES = ("re", "mis", "counter", "over", "out")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A word or several words of cues, and what they tell."""

    words: tuple[str, ...]
    kind: Kind
    before_to: Kind
    before_doing: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The words and commas of a statement; those of the source with the letters as printed."""

    source: Sequence[str]
    cue: Sequence[str]
    content: Sequence[str]
    mode: Mode
    attributed: bool


def read_kind(statement: Statement, text: str) -> Kind | None:
    """The kind of a statement by the words of its source, cue and content.

    >>> text = "Mayor Orla Quist plans to close the pier."
    >>> from sayso.records import Span
    >>> spans = {"source": (Span(0, 16),), "cue": (Span(17, 22),), "content": (Span(23, 40),)}
    >>> read_kind(Statement(id="s1", mode=Mode.INDIRECT, **spans), text)
    <Kind.INTENTION: 'intention'>
    """
    parts = _Parts(
        source=_words(statement.source, text),
        cue=[word.lower() for word in _words(statement.cue, text)],
        content=_words(_after_cue(statement), text, most=_MOST_WORDS),
        mode=statement.mode,
        attributed=bool(statement.source or statement.cue),
    )
    return next((kind for rule in _RULES if (kind := rule(parts))), None)


def _by_document(parts: _Parts) -> Kind | None:
    """A document says what it says, whatever the cue."""
    return Kind.DOCUMENT if _is_document(parts.source) else None


def _by_marks(parts: _Parts) -> Kind | None:
    """All of it in quotation marks: it was said."""
    return Kind.SPEECH if parts.mode is Mode.DIRECT else None


def _by_cue(parts: _Parts) -> Kind | None:
    """The first row that the cue holds."""
    return _first_row(parts, "cues")


def _by_faint_cue(parts: _Parts) -> Kind | None:
    """The first row of words that tell little, where the cue has no other."""
    return _first_row(parts, "faint")


def _by_action(parts: _Parts) -> Kind | None:
    """An unknown cue with an action for its content: `is itching` `to run`."""
    cut = parts.cue[-1:] == ["to"] and _begins_action(parts.content)
    return Kind.INTENTION if parts.cue and (cut or _to_follows(parts.content)) else None


def _by_default(parts: _Parts) -> Kind | None:
    """Somebody, or some cue, stands by it: most of what is attributed was said."""
    return Kind.SPEECH if parts.attributed else None


_RULES = (_by_document, _by_marks, _by_cue, _by_faint_cue, _by_action, _by_default)


def _words(pieces: Spans, text: str, *, most: int | None = None) -> list[str]:
    """Words and commas of the first pieces, at `most` so many."""
    cut = (text[start : min(end, start + _LONGEST)] for start, end in pieces[:_MOST_PIECES])
    return [word for piece in cut for word in _WORD.findall(piece) if word != "s"][:most]


def _after_cue(statement: Statement) -> Spans:
    """The first piece of the content that stands after the cue."""
    end = max((end for _, end in statement.cue), default=0)
    return tuple(span for span in statement.content if span.start >= end)[:1]


def _is_document(source: Sequence[str]) -> bool:
    """Whether the head of the noun phrase is something that is read."""
    lower = [word.lower() for word in source]
    after, participles = _of_sources("after_head"), _of_sources("participles")
    cuts = (n for n, word in enumerate(lower) if n and word in after)
    end = next(cuts, len(lower))
    if lower[end : end + 1] == ["of"] and lower[end - 1] in _of_sources("parts"):
        return _is_document(source[end + 1 :])
    ends = [n for n in range(1, end) if lower[n] in participles]
    bare = not lower or lower[0] not in _of_sources("articles")
    return any(_is_read(source[n - 1], bare=bare) for n in (*ends, end) if n)


def _is_read(noun: str, *, bare: bool) -> bool:
    """Whether a noun names a thing to read; `bare` where the phrase has no article."""
    small = noun.lower()
    named = small in _of_sources("outlets_when_capitalised") or (
        bare and small in _of_sources("names_when_capitalised")
    )
    if noun[0].isupper() and named:
        return False
    return not _of_sources("documents").isdisjoint(_numbers(small))


@cache
def _of_sources(name: str) -> frozenset[str]:
    return frozenset(table("kinds")["sources"][name])


def _first_row(parts: _Parts, part: str) -> Kind | None:
    words = [*parts.cue, *parts.content[:_LEAD]]
    for place in range(len(parts.cue)):
        row, after = _row_at(words, place, _rows(part))
        if row is not None:
            return _in_context(row, parts.cue[after:], parts.content)
    return None


def _in_context(row: _Row, rest: Sequence[str], content: Sequence[str]) -> Kind:
    """The kind of a row, after a look at whether an action follows it."""
    if "to" in rest or _to_follows(content):
        return row.before_to
    return row.before_doing if _doing_follows(content) else row.kind


def _begins_action(words: Sequence[str]) -> bool:
    """Whether a bare verb can stand first."""
    first = words[0] if words else ""
    return first[:1].isalpha() and first.lower() not in table("kinds")["actions"]["no_action"]


def _to_follows(content: Sequence[str]) -> bool:
    """Whether the content is an action: `to leave`, `not to leave`, `whether to leave`."""
    before = table("kinds")["actions"]["before_to"]
    words = list(dropwhile(lambda word: word.lower() in before, content))
    return bool(words) and words[0].lower() == "to" and _begins_action(words[1:])


def _doing_follows(content: Sequence[str]) -> bool:
    """Whether the content is a doing (`leaving the club`) or a choice (`whether to leave`)."""
    first = content[0] if content else ""
    doing = first.endswith("ing") and first not in table("kinds")["actions"]["no_doing"]
    return doing or list(content[:2]) == ["whether", "to"]


def _row_at(
    words: Sequence[str], place: int, rows: Mapping[str, Sequence[_Row]]
) -> tuple[_Row | None, int]:
    """The longest row that begins at that word, and the place after it."""
    found: tuple[_Row | None, int] = (None, place)
    longest = 0
    for form in _forms(words[place]):
        for row in rows.get(form, ()):
            after = _end(row, words, place) if len(row.words) > longest else None
            if after is not None:
                found, longest = (row, after), len(row.words)
    return found


def _end(row: _Row, words: Sequence[str], place: int) -> int | None:
    """Where a row that begins at `place` ends, if all of it is there."""
    after = place + 1
    for wanted in row.words[1:]:
        near = range(after, min(after + _GAP + 1, len(words)))
        found = next((n for n in near if wanted in _forms(words[n])), None)
        if found is None:
            return None
        after = found + 1
    return after


@cache
def _rows(part: str) -> dict[str, list[_Row]]:
    """The rows of a part of the lexicon, under their first word."""
    rows: dict[str, list[_Row]] = {}
    for block in table("kinds")[part]:
        kind = Kind(block["kind"])
        to, doing = (Kind(block.get(key, kind)) for key in ("before_to", "before_doing"))
        for entry in block["words"]:
            words = tuple(entry.split())
            row = _Row(words=words, kind=kind, before_to=to, before_doing=doing)
            rows.setdefault(words[0], []).append(row)
    return rows


@lru_cache(maxsize=1 << 11)
def _forms(word: str) -> tuple[str, ...]:
    """The word, what it may be an inflection of, and these without a prefix."""
    forms = dictionary_forms(word)
    bare = (form.removeprefix(prefix) for form in forms for prefix in _PREFIXES)
    return tuple(dict.fromkeys((word, *forms, *(form for form in bare if len(form) > _SHORTEST))))


def _numbers(word: str) -> Iterator[str]:
    """A noun, and what it may be the plural of."""
    yield word
    for ending, instead in (("ies", "y"), ("es", ""), ("s", "")):
        if word.endswith(ending):
            yield word.removesuffix(ending) + instead
