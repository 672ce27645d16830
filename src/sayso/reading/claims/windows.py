"""The time that bounds what is to come: `in the coming days`, `by 2050`."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause
from sayso.reading.claims.parse import Parse
from sayso.records import Timex

__all__ = ["find_times", "is_ahead"]

_BEFORE_LENGTH = frozenset(table("claims")["windows"]["prepositions"])
_NOT_AHEAD = table("claims")["not_ahead"]
_MOST_STEPS = 12  # up the tree from a time to its clause


def find_times(
    parse: Parse, clauses: Mapping[int, Clause], times: Sequence[Timex]
) -> Mapping[int, Timex]:
    """The first time of each clause, by the head word of the clause."""
    found: dict[int, Timex] = {}
    heads = list(clauses)
    for time in times:
        words = parse.grammar.within(time.span)
        head = _clause_of(parse, heads, words) if words else None
        if head is not None and _bounds(parse, time, words.start):
            found.setdefault(head, time)
    return found


def is_ahead(parse: Parse, time: Timex) -> bool:
    """Whether a time beside a present verb tells of what is to come: `meets on Thursday`."""
    first = parse.grammar.within(time.span).start
    words = time.span.of(parse.text).lower().split()
    past = parse.form(first - 1) in _NOT_AHEAD["prepositions"]
    return time.type in ("DATE", "TIME") and not past and not set(words) & set(_NOT_AHEAD["words"])


def _bounds(parse: Parse, time: Timex, first: int) -> bool:
    """Whether it says when: a length of time does so only after "in" or "within"."""
    if time.type in ("DATE", "TIME"):
        return True
    words = time.span.of(parse.text).lower().split()
    return time.type == "DURATION" and bool({*words[:1], parse.form(first - 1)} & _BEFORE_LENGTH)


def _clause_of(parse: Parse, heads: Sequence[int], words: range) -> int | None:
    """The clause on which a time hangs in the tree, else the nearest one before it."""
    head = parse.grammar.head_of(words)
    word = words.start if head is None else head
    for _ in range(_MOST_STEPS):
        at = bisect_left(heads, word)
        if at < len(heads) and heads[at] == word:
            return word
        word = parse.grammar.heads[word]
        if word < 0:
            break
    at = bisect_left(heads, words.start) - 1
    near = at >= 0 and heads[at] in parse.grammar.sentence(words.start)
    return heads[at] if near else None
