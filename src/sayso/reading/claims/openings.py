"""Where a condition opens: if, unless, as long as, should these troops, in case of."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table
from sayso.reading.claims.clauses import Shape
from sayso.reading.claims.parse import Parse
from sayso.reading.claims.scene import Scene

__all__ = ["BREAKS", "FARTHEST", "Opening", "begins", "find_openings", "words_ahead"]

BREAKS = frozenset({",", ";", ":", ".", "?", "!", "-", "–", "—", '"', "”", "''", "(", ")"})
"""The marks at which a clause may end."""
FARTHEST = 80
"""Words that a condition may reach over."""
_ROWS = table("claims")["conditions"]
_INVERTED = frozenset(_ROWS["inverted"])
_BEHIND = frozenset(_ROWS["inverted_behind"])
_TURNING = frozenset(_ROWS["turning"])
_NONE_AFTER = frozenset(_ROWS["none_after"])
_NONE_ALONE = frozenset(_ROWS["none_before_break"])
_ASKS = frozenset(_ROWS["asks"])
_VERBS = frozenset(_ROWS["verbs"])
_WEAK = frozenset(_ROWS["weak_nominal"])
_BEFORE_OPENING = frozenset({",", ";", ":", '"', "“", "``", "that", "and", "but", "(", "—", "–"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Where a condition opens, and the head of its clause, if it has one."""

    first: int
    after: int
    head: int | None


def find_openings(scene: Scene) -> Iterator[Opening]:
    """The openings of a text in order, apart from each other."""
    after = 0
    forms, possible = scene.parse.forms, _INVERTED | _first_words().keys()
    for word in [word for word, form in enumerate(forms) if form in possible]:
        if word < after:
            continue
        opening = (_inverted if forms[word] in _INVERTED else _opened)(scene, word)
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


def _opened(scene: Scene, word: int) -> Opening | None:
    parse = scene.parse
    for words, kind in _first_words()[parse.forms[word]]:
        after = word + len(words)
        if tuple(parse.forms[word:after]) == words:
            if kind == "nominal":
                return _nominal(scene, Opening(first=word, after=after, head=None))
            return _clausal(scene, Opening(first=word, after=after, head=None))
    return None


def _nominal(scene: Scene, opening: Opening) -> Opening | None:
    """`in case of a strike`; `without new funds` only where it opens the sentence."""
    parse, after = scene.parse, scene.clauses.get(opening.after)
    weak = parse.forms[opening.first] in _WEAK
    doing = after is not None and after.shape is Shape.DOING
    start = parse.grammar.sentence(opening.first).start
    opens = not any(form[:1].isalnum() for form in parse.forms[start : opening.first])
    return None if doing or (weak and not opens) else opening


def _clausal(scene: Scene, opening: Opening) -> Opening | None:
    parse, word = scene.parse, opening.first
    if _is_idiom(parse, opening):
        return None
    if parse.forms[word] in _VERBS and not begins(parse, word):
        return None
    head = _head(scene, opening)
    if parse.forms[word] == "if" and _is_asked(parse, word, head):
        return None
    after = min(opening.after, len(parse.forms) - 1)
    if head is None and parse.forms[word] == "if" and parse.grammar.upos[after] != "ADJ":
        return None
    return Opening(first=word, after=opening.after, head=head)


def _is_idiom(parse: Parse, opening: Opening) -> bool:
    """`as if`, `if only`, `few, if any`: but `if any were sold` is a condition."""
    follows, second = parse.form(opening.after), parse.form(opening.after + 1)
    alone = follows in _NONE_ALONE and (second in BREAKS or not second[:1].isalpha())
    return alone or follows in _NONE_AFTER or parse.form(opening.first - 1) == "as"


def _is_asked(parse: Parse, word: int, head: int | None) -> bool:
    """`asked if`, `asked the judge if`: it asks, and nothing hangs on it."""
    if parse.is_one_of(word - 1, _ASKS):
        return True
    if head is None or not parse.grammar.has(head, "ccomp", "csubj"):
        return False
    governor = parse.grammar.heads[head]
    return 0 <= governor < word and parse.is_one_of(governor, _ASKS)


def _head(scene: Scene, opening: Opening) -> int | None:
    """The clause that the opener marks in the tree, else the next one before a break."""
    parse, clauses = scene.parse, scene.clauses
    marked = parse.grammar.heads[opening.after - 1]
    marks = parse.grammar.has(opening.after - 1, "mark", "advmod")
    if marks and marked in clauses and marked >= opening.after:
        return marked
    for word in words_ahead(parse, opening.after):
        if word in clauses:
            return word
        if parse.forms[word] in BREAKS:
            break
    return None


def _inverted(scene: Scene, word: int) -> Opening | None:
    """`Should these troops engage`, `Were the bank to fail`, `Had the crew closed the valve`."""
    parse, clauses = scene.parse, scene.clauses
    words = words_ahead(parse, word + 2)
    if "?" in parse.forms[max(word, words.stop - 3) : words.stop]:
        return None
    if not begins(parse, word):
        return _behind(scene, word, words)
    end = next((at for at in words if parse.forms[at] in BREAKS), words.stop)
    head = next((at for at in words if at in clauses), end)
    hangs = any(at in clauses for at in range(end, words.stop))
    return Opening(first=word, after=word + 1, head=head) if head < end and hangs else None


def _behind(scene: Scene, word: int, words: range) -> Opening | None:
    """`It would act should these troops engage`: the subject stands behind the verb."""
    parse, clauses = scene.parse, scene.clauses
    if not parse.is_one_of(word, _BEHIND) or parse.is_one_of(word - 1, _TURNING):
        return None
    head = next((at for at in words if at in clauses or parse.forms[at] in BREAKS), word)
    subject = clauses[head].subject if head in clauses else None
    before = range(parse.grammar.sentence(word).start, word)
    hangs = subject is not None and word < subject < head and any(at in clauses for at in before)
    return Opening(first=word, after=word + 1, head=head) if hangs else None


def words_ahead(parse: Parse, word: int) -> range:
    """The words from there to the end of the sentence, or as far as a condition may reach."""
    if word >= len(parse.forms):
        return range(word, word)
    stop = parse.grammar.sentence(word).stop
    return range(word, min(stop, word + FARTHEST))


def begins(parse: Parse, word: int) -> bool:
    """Whether a clause can begin at the word: after a mark, "that", "and" or nothing."""
    start = parse.grammar.sentence(word).start
    return word == start or parse.form(word - 1) in _BEFORE_OPENING
