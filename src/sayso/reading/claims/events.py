"""What is claimed to have happened, by whom to whom, in the terms of PLOVER.

Source: Halterman et al. 2023. An event that lies ahead, is asked for or refused is another one
there than the same event done: future talks are AGREE, an announced withdrawal is CONCEDE.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sayso.lexicon import table
from sayso.reading.claims.clauses import Clause
from sayso.reading.claims.parse import Parse
from sayso.reading.claims.status import Status
from sayso.reading.inflection import dictionary_forms
from sayso.records import SpeechAct, Tense

__all__ = ["Event", "find_event", "is_event"]

_LONGEST = 3
_ASKED = frozenset({SpeechAct.ASK, SpeechAct.ORDER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """A PLOVER event: its type and mode, and the words for who does it to whom."""

    type: str
    mode: str | None
    actor: str | None
    recipient: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    type: str
    mode: str | None
    to: frozenset[str]


def find_event(
    parse: Parse, clause: Clause, status: Status, *, act: SpeechAct | None, refused: bool
) -> Event | None:
    """The event that a clause tells of, if PLOVER has a type for it."""
    row = _row_of(parse, clause.head)
    if row is None:
        return None
    doer, sufferer = _doer(parse, clause), _sufferer(parse, clause, row)
    return Event(
        type=_type(row, status, act=act, refused=refused),
        mode=row.mode,
        actor=_name(parse, doer),
        recipient=_name(parse, sufferer) if sufferer != doer else None,
    )


def is_event(parse: Parse, noun: int) -> bool:
    """Whether the noun is one of an event of PLOVER."""
    return _find(parse, noun, "nouns") is not None


def _row_of(parse: Parse, head: int) -> _Row | None:
    """The row of the verb, or of the object of a verb that says little: `held talks`."""
    own = _find(parse, head, "nouns" if parse.grammar.xpos[head].startswith("N") else "verbs")
    if not parse.is_one_of(head, _light()):
        return own
    nouns = parse.grammar.children(head, "obj", "nsubj:pass")
    return next((row for noun in nouns if (row := _find(parse, noun, "nouns"))), own)


def _find(parse: Parse, word: int, part: str) -> _Row | None:
    for size in range(_LONGEST, 0, -1):
        after = tuple(parse.forms[word + 1 : word + size])
        for base in dictionary_forms(parse.forms[word]):
            row = _rows(part).get((base, *after))
            if row is not None:
                return row
    return None


def _type(row: _Row, status: Status, *, act: SpeechAct | None, refused: bool) -> str:
    """The type with its status: asked for, refused, still ahead, or done."""
    if act in _ASKED:
        return "REQUEST"
    if refused:
        return "REJECT"
    ahead: Mapping[str, str] = table("plover")["ahead"]
    return ahead.get(row.type, row.type) if status.tense is Tense.FUTURE else row.type


def _doer(parse: Parse, clause: Clause) -> int | None:
    """Who does it: the subject, the "by" of a passive, or whoever means to or is made to do it."""
    grammar = parse.grammar
    by = next(iter(grammar.children(clause.head, "obl:agent")), None)
    if by is not None or grammar.children(clause.head, "nsubj:pass", "aux:pass"):
        return by
    subject = next(iter(grammar.children(clause.head, "nsubj")), None)
    head = grammar.heads[clause.head]
    if subject is not None or head < 0:
        return subject
    if grammar.has(clause.head, "conj", "xcomp", "advcl", "ccomp"):
        wider = ("obj", "iobj", "nsubj") if not grammar.has(clause.head, "conj") else ("nsubj",)
        found = (at for label in wider for at in grammar.children(head, label) if at < clause.head)
        return next(found, None)
    return head if grammar.has(clause.head, "acl:relcl") else None


def _sufferer(parse: Parse, clause: Clause, row: _Row) -> int | None:
    """To whom it is done: the object, the subject of a passive, or what a preposition leads to."""
    grammar = parse.grammar
    for noun in grammar.children(clause.head, "obl", "nmod"):
        if any(parse.forms[case] in row.to for case in grammar.children(noun, "case")):
            return noun
    nouns = [*grammar.children(clause.head, "iobj"), *grammar.children(clause.head, "obj", "nsubj:pass")]
    for noun in nouns:
        if not parse.is_one_of(clause.head, _light()) or _find(parse, noun, "nouns") is None:
            return noun
        for led in grammar.children(noun, "nmod"):
            if any(parse.forms[case] in row.to for case in grammar.children(led, "case")):
                return led
    return None


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


@cache
def _rows(part: str) -> Mapping[tuple[str, ...], _Row]:
    """The rows of the verbs or of the nouns by their words; the first of two holds."""
    found: dict[tuple[str, ...], _Row] = {}
    for words, row in _entries(part):
        found.setdefault(words, row)
    return found


def _entries(part: str) -> Iterator[tuple[tuple[str, ...], _Row]]:
    for entry in table("plover")["events"]:
        row = _Row(
            type=entry["type"], mode=entry.get("mode"), to=frozenset(entry.get("to", ()))
        )
        for phrase in entry[part]:
            yield tuple(phrase.split()), row
