"""What hangs on what: "if the dam breaks", "should these troops engage", "in case of a flood"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause, Shape
from sayso.reading.claims.parse import Parse
from sayso.reading.claims.speech import Speech

__all__ = ["Condition", "find_conditions"]

_ROWS = table("claims")["conditions"]
_LONGEST = 5  # words of an opener
_INVERTED = frozenset(_ROWS["inverted"])
_NONE_AFTER = frozenset(_ROWS["none_before"])
_ASKS = frozenset(_ROWS["asks"])
_INDEPENDENT = frozenset({"acl:relcl", "advcl:relcl"})
_WEAK = frozenset(_ROWS["weak_nominal"])
_BREAKS = frozenset({",", ";", ":", ".", "?", "!", "-", "–", "—", '"', "”", "''", "(", ")"})
_BEFORE_OPENING = frozenset({",", ";", ":", '"', "“", "``", "that", "and", "but", "(", "—", "–"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """The words `[first, last]` of a condition, its clauses and the clause that hangs on it.

    `after` is the first word after those that open it.
    """

    first: int
    after: int
    last: int
    heads: tuple[int, ...]
    main: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Opening:
    """Where a condition opens, and the head of its clause, if it has one."""

    first: int
    after: int
    head: int | None


def find_conditions(
    parse: Parse, clauses: Mapping[int, Clause], speech: Speech
) -> tuple[Condition, ...]:
    """The conditions of a text in order, each with the clause that hangs on it."""
    found = (_condition(parse, clauses, speech, opening) for opening in _openings(parse, clauses))
    return tuple(condition for condition in found if condition is not None)


def _openings(parse: Parse, clauses: Mapping[int, Clause]) -> Iterator[_Opening]:
    after = 0
    for word, form in enumerate(parse.forms):
        if word < after:
            continue
        if form in _INVERTED:
            opening = _inverted(parse, clauses, word)
        elif form in _first_words():
            opening = _opened(parse, clauses, word)
        else:
            continue
        if opening is not None:
            after = opening.after
            yield opening


@cache
def _first_words() -> Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """The phrases that open a condition, longest first, by their first word."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind in ("openers", "nominal"):
        for phrase in _ROWS[kind]:
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append((words, kind))
    return {
        first: tuple(sorted(rows, key=lambda row: -len(row[0]))) for first, rows in found.items()
    }


def _opened(parse: Parse, clauses: Mapping[int, Clause], word: int) -> _Opening | None:
    for words, kind in _first_words()[parse.forms[word]]:
        after = word + len(words)
        if tuple(parse.forms[word:after]) == words:
            if kind == "nominal":
                return _nominal(parse, clauses, _Opening(first=word, after=after, head=None))
            return _clausal(parse, clauses, _Opening(first=word, after=after, head=None))
    return None


def _nominal(parse: Parse, clauses: Mapping[int, Clause], opening: _Opening) -> _Opening | None:
    """`in case of a strike`; `without new funds` only where it opens the sentence."""
    weak = parse.forms[opening.first] in _WEAK
    doing = opening.after in clauses and clauses[opening.after].shape is Shape.DOING
    if doing or (weak and not _begins(parse, opening.first)):
        return None
    return opening


def _clausal(parse: Parse, clauses: Mapping[int, Clause], opening: _Opening) -> _Opening | None:
    word = opening.first
    if parse.form(opening.after) in _NONE_AFTER or parse.form(word - 1) == "as":
        return None
    head = _head(parse, clauses, opening)
    if parse.forms[word] == "if" and _is_asked(parse, word, head):
        return None
    after = min(opening.after, len(parse.forms) - 1)
    if head is None and parse.forms[word] == "if" and parse.grammar.upos[after] != "ADJ":
        return None
    return _Opening(first=word, after=opening.after, head=head)


def _is_asked(parse: Parse, word: int, head: int | None) -> bool:
    """`asked if`, `asked the judge if`: it asks, and nothing hangs on it."""
    if parse.is_one_of(word - 1, _ASKS):
        return True
    if head is None or not parse.grammar.has(head, "ccomp", "csubj"):
        return False
    governor = parse.grammar.heads[head]
    return 0 <= governor < word and parse.is_one_of(governor, _ASKS)


def _head(parse: Parse, clauses: Mapping[int, Clause], opening: _Opening) -> int | None:
    """The clause that the opener marks in the tree, else the next one before a break."""
    marked = parse.grammar.heads[opening.after - 1]
    marks = parse.grammar.has(opening.after - 1, "mark", "advmod")
    if marks and marked in clauses and marked >= opening.after:
        return marked
    for word in range(opening.after, parse.grammar.sentence(opening.first).stop):
        if word in clauses:
            return word
        if parse.forms[word] in _BREAKS:
            break
    return None


def _inverted(parse: Parse, clauses: Mapping[int, Clause], word: int) -> _Opening | None:
    """`Should these troops engage`, `Were the bank to fail`, `Had the crew closed the valve`."""
    sentence = parse.grammar.sentence(word)
    if not _begins(parse, word) or "?" in parse.forms[max(word, sentence.stop - 3) : sentence.stop]:
        return None
    ends = [at for at in range(word + 2, sentence.stop) if parse.forms[at] in _BREAKS]
    head = next((at for at in range(word + 2, min([*ends, sentence.stop])) if at in clauses), None)
    if head is None or not ends or not any(at > ends[0] for at in clauses if at in sentence):
        return None
    return _Opening(first=word, after=word + 1, head=head)


def _begins(parse: Parse, word: int) -> bool:
    start = parse.grammar.sentence(word).start
    return word == start or parse.form(word - 1) in _BEFORE_OPENING


def _condition(
    parse: Parse, clauses: Mapping[int, Clause], speech: Speech, opening: _Opening
) -> Condition | None:
    stop = _stop(parse, speech, opening)
    main = _main(parse, clauses, speech, opening=opening, stop=stop)
    if main is None:
        return None
    last = _last(parse, clauses, opening, main=main, stop=stop)
    inside = range(opening.first, last + 1)
    heads = tuple(
        head
        for head in inside
        if head in clauses and (head == opening.head or not _INDEPENDENT & {parse.grammar.labels[head]})
    )
    return Condition(first=opening.first, after=opening.after, last=last, heads=heads, main=main)


def _stop(parse: Parse, speech: Speech, opening: _Opening) -> int:
    """The first word after the opening that another voice says, or that ends the sentence."""
    told = speech.told[opening.first]
    word = opening.first + 1
    stop = parse.grammar.sentence(opening.first).stop
    while word < stop and (speech.told[word] == told or parse.forms[word] in _BREAKS):
        word += 1
    return word


def _main(
    parse: Parse, clauses: Mapping[int, Clause], speech: Speech, *, opening: _Opening, stop: int
) -> int | None:
    """What hangs on it: as the tree has it, if the same voice says it, else the nearest clause."""
    told = speech.told[opening.first]
    inner = opening.head if opening.head is not None else opening.after
    up = parse.grammar.heads[inner] if inner < len(parse.forms) else -1
    if up in clauses and speech.told[up] == told and speech.cued[up] < 0 and not opening.first <= up <= inner:
        return up
    sentence = parse.grammar.sentence(opening.first)
    free = [at for at in sentence if at in clauses and speech.cued[at] < 0]
    same = [at for at in free if speech.told[at] == told]
    for voice in (same, free):
        before = [at for at in reversed(voice) if at < opening.first]
        after = [at for at in voice if inner < at < stop and clauses[at].shape is Shape.FINITE]
        near = after or before if _begins(parse, opening.first) else before or after
        if near:
            return near[0]
    return None


def _last(
    parse: Parse, clauses: Mapping[int, Clause], opening: _Opening, *, main: int, stop: int
) -> int:
    """The last word of the condition: before its main clause begins, or before the next break."""
    inner = opening.head if opening.head is not None else opening.after
    end = stop
    if main > inner:
        breaks = [at for at in range(inner, main) if parse.forms[at] in _BREAKS]
        subject = clauses[main].subject
        begins = min(clauses[main].first, subject if subject is not None else main)
        before = [at for at in breaks if at < begins] or breaks
        end = before[-1] if before else begins
    else:
        below = max(parse.grammar.subtree(inner), default=inner)
        end = min(stop, below + 1) if opening.head is not None else _noun_end(parse, opening, stop)
    while end - 1 > opening.first and parse.forms[end - 1] in _BREAKS:
        end -= 1
    return end - 1


def _noun_end(parse: Parse, opening: _Opening, stop: int) -> int:
    return next((at for at in range(opening.after, stop) if parse.forms[at] in _BREAKS), stop)
