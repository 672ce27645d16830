"""A second reading of what somebody is told to have said, where somebody else may speak in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from sayso.lexicon import words as listed
from sayso.reading.encoder.encoder import Encoded, Encoder
from sayso.reading.encoder.tags import ROLES, TAGS
from sayso.reading.layout import Layout, lay_out
from sayso.reading.statements.draft import Draft, fragments
from sayso.reading.statements.flat import read_flat
from sayso.reading.statements.nesting.doubts import is_doubtful
from sayso.records import Span

__all__ = ["read_again"]

_DEEPEST = 2  # readings after the first: three statements in each other
# How far below the best tag the start of a cue may lie, for plain words of saying and for others.
# Swept 2-8 on half of our nested sentences: fewer are found below. It is 7 % of the words of
# PolNeAR dev that are read again.
_MARGIN, _FAINT_MARGIN = 6.5, 5.0
_LEAST = 3  # words of which a statement can be made: who, says, what
_AUXILIARIES = 4  # words between a subject and its verb: "had since often been" told
_CUE = TAGS.index("B-cue")
_MARKS = frozenset('"“”,;:.') | {"''", "``", "..."}
_SINGLE = frozenset("'‘’")
_CLOSING = frozenset('"“”') | {"''", "``"}  # a quotation that ends inside begins there too
_OPENERS = frozenset({"that", "how", "'", "‘"}) | _MARKS


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """Words `[first, after)` of what is `told`, to be read as a sentence of their own."""

    told: Draft
    first: int
    after: int
    spans: Sequence[Span]
    text: str


def read_again(
    drafts: Iterable[Draft], layout: Layout, encoded: Encoded, *, encoder: Encoder
) -> list[Draft]:
    """The statements within the contents of `drafts`, those in which none was found before."""
    drafts = list(drafts)
    outer = {draft.within for draft in drafts}
    drafts = [draft for draft in drafts if draft not in outer]
    margins = _margins(encoded.tags)
    found: list[Draft] = []
    for _ in range(_DEEPEST):
        clauses = [
            clause
            for draft in drafts
            for clause in _clauses(layout, draft)
            if _tells(layout, clause, margins)
        ]
        if not clauses:
            break
        drafts = list(_inner(layout, clauses, margins, encoder=encoder))
        found.extend(drafts)
    return found


def _margins(tags: np.ndarray) -> np.ndarray:
    """By how much the start of a cue is worse than the best tag, at every word: 0 or less."""
    margins: np.ndarray = tags[:, _CUE] - tags.max(-1, initial=-np.inf)
    return margins


def _clauses(layout: Layout, draft: Draft) -> Iterator[_Clause]:
    """The sentences of a content."""
    for first, after in fragments(draft.content):
        start = first
        for word in range(first + 1, after + 1):
            if word == after or not layout.same_sentence(word, start):
                clause = _clause(layout, draft, range(start, word))
                if clause is not None:
                    yield clause
                start = word


def _clause(layout: Layout, draft: Draft, words: range) -> _Clause | None:
    """A sentence without the marks around it and without `that`."""
    first, after = words.start, words.stop
    closed = any(layout.word(word) in _CLOSING for word in words[1:-1])
    openers = _OPENERS - _CLOSING if closed else _OPENERS
    while first < after and layout.word(first).lower() in openers:
        first += 1
    single = first > words.start and layout.word(first - 1) in _SINGLE
    while first < after and (
        layout.word(after - 1) in _MARKS or (single and layout.word(after - 1) in _SINGLE)
    ):
        after -= 1
    if after - first < _LEAST:
        return None
    start, end = layout.words[first].start, layout.words[after - 1].end
    spans = [Span(one - start, other - start) for one, other in layout.words[first:after]]
    spans.append(Span(end - start, end - start + 1))
    text = layout.text[start:end] + "."
    return _Clause(told=draft, first=first, after=after, spans=spans, text=text)


def _tells(layout: Layout, clause: _Clause, margins: np.ndarray) -> bool:
    """Whether the clause holds words of somebody else's saying that the encoder noticed."""
    if _sayings().isdisjoint(layout.lower[clause.first : clause.after]):
        return False
    for word in range(clause.first, clause.after):
        margin = _margin(layout.lower[word])
        if margin is not None:
            start = _subject_end(layout, clause, word)
            own = start > clause.first and _is_own(layout, range(start, word + 1))
            if not own and margins[start : word + 1].max() > -margin:
                return True
    return False


@cache
def _sayings() -> frozenset[str]:
    return listed("cues", "inner") | listed("cues", "inner_faint")


def _margin(word: str) -> float | None:
    """How little the encoder must have noticed of that word; None where it tells of no saying."""
    if word in listed("cues", "inner"):
        return _MARGIN
    return _FAINT_MARGIN if word in listed("cues", "inner_faint") else None


def _is_own(layout: Layout, words: range) -> bool:
    """Whether it is plainly the speaker's own, or not said: `we expect`, `they want`, `to say`."""
    subject, *before, verb = (layout.word(word).lower() for word in (words.start - 1, *words))
    minds = verb in listed("cues", "minds") and subject in listed("cues", "anybody")
    used = "used" in before  # "used to say" is said
    unreal = not used and not listed("cues", "unreal").isdisjoint([subject, *before])
    return subject in {"i", "we"} or minds or unreal


def _subject_end(layout: Layout, clause: _Clause, verb: int) -> int:
    """The first auxiliary of a verb: `had often` said."""
    auxiliaries = listed("cues", "auxiliaries")
    first = max(clause.first, verb - _AUXILIARIES)
    while verb > first and (
        layout.word(verb - 1).lower() in auxiliaries or layout.word(verb - 2) == "used"
    ):
        verb -= 1
    return verb


def _inner(
    layout: Layout, clauses: Sequence[_Clause], margins: np.ndarray, *, encoder: Encoder
) -> Iterator[Draft]:
    """What is found in the clauses, in the words of the whole text; `margins` become theirs."""
    for clause, encoded in zip(clauses, _encoded(clauses, encoder), strict=True):
        size = clause.after - clause.first
        margins[clause.first : clause.after] = _margins(encoded.tags)[:size]
        for draft in read_flat(lay_out(clause.text, clause.spans), encoded).drafts:
            source, cue, content = (
                {clause.first + word for word in draft.role(role) if word < size} for role in ROLES
            )
            found = Draft(
                source=source, cue=cue, content=content, within=clause.told, right=draft.right
            )
            if not content and source and cue and max(source) < min(cue):
                found.content = set(range(max(cue) + 1, clause.after))
            if not is_doubtful(found, layout):
                yield found


def _encoded(clauses: Sequence[_Clause], encoder: Encoder) -> Iterator[Encoded]:
    """The scores of every clause, from one pass over all; alone they would cost half more."""
    place = 0
    words: list[Span] = []
    for clause in clauses:
        words.extend(Span(start + place, end + place) for start, end in clause.spans)
        place += len(clause.text) + 1
    text = "\n".join(clause.text for clause in clauses)
    encoded = encoder.encode(text, words, grammar=False)
    first = 0
    for clause in clauses:
        part = slice(first, first + len(clause.spans))
        first = part.stop
        yield replace(encoded, words=clause.spans, tags=encoded.tags[part], rows=encoded.rows[part])
