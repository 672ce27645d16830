"""What is claimed to have happened, by whom to whom, in the terms of PLOVER.

Source: Halterman et al. 2023. An event that lies ahead, is asked for or refused is another one
there than the same event done: future talks are AGREE, an announced withdrawal is CONCEDE.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause
from sayso.reading.claims.parse import Parse
from sayso.reading.inflection import dictionary_forms

__all__ = ["Event", "EventRow", "event_row", "event_type", "is_event", "make_event"]

_LONGEST = 3
_AHEAD: Mapping[str, str] = table("plover")["ahead"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A PLOVER event: its type and mode, and the words for who does it to whom."""

    type: str
    mode: str | None
    actor: str | None
    recipient: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EventRow:
    """A row of the table: type and mode, the prepositions and verbs that go with its words."""

    type: str
    mode: str | None
    to: frozenset[str]
    moves: bool
    light: frozenset[str]
    never_with: frozenset[str]


def event_type(row: EventRow, *, asked: bool, refused: bool, ahead: bool) -> str:
    """The type of an event of that row that is asked for, refused or still to come."""
    kind = "REQUEST" if asked else "REJECT" if refused else row.type
    return _AHEAD.get(kind, kind) if ahead else kind


def make_event(
    parse: Parse, clause: Clause, row: EventRow, *, asker: Clause | None, kind: str
) -> Event:
    """The event of that type that a clause tells of; `asker` is the clause that asks for it."""
    doer, sufferer = _doer(parse, clause), _sufferer(parse, clause, row)
    if asker is not None:
        doer, sufferer = _doer(parse, asker), doer
    return Event(
        type=kind,
        mode=row.mode,
        actor=_name(parse, doer),
        recipient=_name(parse, sufferer) if sufferer != doer else None,
    )


def is_event(parse: Parse, noun: int) -> bool:
    """Whether the noun is one of an event of PLOVER."""
    return _find(parse, noun, "nouns") is not None


def event_row(parse: Parse, head: int) -> EventRow | None:
    """The row of the verb, or of the object of a verb that says little: `held talks`."""
    own = _find(parse, head, "nouns" if parse.grammar.xpos[head].startswith("N") else "verbs")
    light = parse.is_one_of(head, _light())
    if own is None and not light:
        return None
    nouns = parse.grammar.children(head, "obj", "nsubj:pass")
    if own is not None and any(parse.is_one_of(noun, own.never_with) for noun in nouns):
        return None
    if not light:
        return own
    rows = (_find(parse, noun, "nouns") for noun in nouns)
    return next((row for row in rows if row and parse.is_one_of(head, row.light)), own)


def _find(parse: Parse, word: int, part: str) -> EventRow | None:
    bases, rows = _known(parse.forms[word], part), _rows(part)
    for size in range(_LONGEST if bases else 0, 0, -1):
        after = tuple(parse.forms[word + 1 : word + size])
        for base in bases:
            row = rows.get((base, *after))
            if row is not None:
                return row
    return None


def _doer(parse: Parse, clause: Clause) -> int | None:
    """Who does it: the subject, the "by" of a passive, or whoever means to or is made to do it."""
    grammar = parse.grammar
    by = next(iter(grammar.children(clause.head, "obl:agent")), None)
    if by is not None or grammar.children(clause.head, "nsubj:pass", "aux:pass"):
        return by
    subject = clause.subject
    head = grammar.heads[clause.head]
    if subject is not None or head < 0:
        return subject
    if grammar.has(clause.head, "conj", "xcomp", "advcl", "ccomp"):
        wider = () if grammar.has(clause.head, "conj") else grammar.children(head, "obj", "iobj")
        found = (*wider[:1], *grammar.children(head, "nsubj")[:1])
        return next((at for at in found if at < clause.head), None)
    return head if grammar.has(clause.head, "acl:relcl") else None


def _sufferer(parse: Parse, clause: Clause, row: EventRow) -> int | None:
    """To whom it is done: what a preposition leads to, the object, the subject of a passive."""
    grammar = parse.grammar
    things = grammar.children(clause.head, "obj", "nsubj:pass")
    ways = [*grammar.children(clause.head, "obl", "nmod")]
    ways += [word for thing in things for word in grammar.children(thing, "nmod")]
    led = (word for word in ways if _is_led_by(parse, word, row.to))
    objects = () if row.moves or _is_light(parse, clause, things) else things
    found = (*grammar.children(clause.head, "iobj"), *led, *objects)
    return found[0] if found else None


def _is_led_by(parse: Parse, noun: int, prepositions: frozenset[str]) -> bool:
    return any(parse.forms[case] in prepositions for case in parse.grammar.children(noun, "case"))


def _is_light(parse: Parse, clause: Clause, things: Sequence[int]) -> bool:
    """Whether the verb says little and its object is the event: `held talks`."""
    events = any(_find(parse, thing, "nouns") is not None for thing in things)
    return events and parse.is_one_of(clause.head, _light())


def _name(parse: Parse, noun: int | None) -> str | None:
    """The words of a noun phrase up to its noun or to the end of a name; none of a pronoun."""
    if noun is None or parse.grammar.upos[noun] not in ("NOUN", "PROPN", "NUM", "ADJ"):
        return None
    flat = parse.grammar.children(noun, "flat")
    first = next(word for word in parse.phrase(noun) if parse.grammar.upos[word] != "ADP")
    return parse.span(first, max([noun, *flat])).of(parse.text)


@cache
def _light() -> frozenset[str]:
    return frozenset(table("plover")["light"]["verbs"])


@lru_cache(maxsize=1 << 12)
def _known(word: str, part: str) -> tuple[str, ...]:
    """The dictionary forms of a word with which a row begins, as it does with few words."""
    firsts = _firsts(part)
    return tuple(base for base in dictionary_forms(word) if base in firsts)


@cache
def _firsts(part: str) -> frozenset[str]:
    return frozenset(first for first, *_ in _rows(part))


@cache
def _rows(part: str) -> Mapping[tuple[str, ...], EventRow]:
    """The rows of the verbs or of the nouns by their words; the first of two for the same holds."""
    found: dict[tuple[str, ...], EventRow] = {}
    for words, row in _entries(part):
        found.setdefault(words, row)
    return found


def _entries(part: str) -> Iterator[tuple[tuple[str, ...], EventRow]]:
    for entry in table("plover")["events"]:
        row = EventRow(
            type=entry["type"],
            mode=entry.get("mode"),
            to=frozenset(entry.get("to", ())),
            moves=entry.get("moves", False),
            light=frozenset(entry.get("light", table("plover")["light"]["verbs"])),
            never_with=frozenset(entry.get("never_with", ())),
        )
        for phrase in entry[part]:
            yield tuple(phrase.split()), row
