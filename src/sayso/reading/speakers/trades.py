"""What somebody is by a word that no list has: the harbour master, beside or before a name."""

from dataclasses import replace

from sayso.lexicon import words
from sayso.reading.speakers.mentions import Form, Mention, Sort
from sayso.reading.speakers.offices import DETERMINERS, PREPOSITIONS, complement_end, read_office
from sayso.reading.speakers.roles import Office, Role, role_of
from sayso.reading.speakers.sorts import sort_of
from sayso.reading.speakers.tokens import Tokens

__all__ = ["opens_trade", "read_trade", "trade_before"]

_ENDINGS = tuple(words("offices", "trade_endings"))
_NO_TRADES = words("offices", "no_trades")
_ENDS = DETERMINERS.keys() | PREPOSITIONS | {"and"}
_PLAIN = words("offices", "plain") | words("offices", "levels")
_LONGEST = 4  # words of a trade


def opens_trade(tokens: Tokens, name: Mention) -> bool:
    """Whether ", the" follows the full name of a person of whom nothing is told yet."""
    if name.form is not Form.NAME or name.sort is not Sort.PERSON or len(name.name) < 2:
        return False
    definite = DETERMINERS.get(tokens.at(name.after + 1)) == "definite"
    return name.office is None and definite and tokens.at(name.after) == ","


def read_trade(tokens: Tokens, first: int, head: int) -> Office:
    """What the phrase after its determiner `first` says: its small words, and what they are of."""
    begin, after = head, complement_end(tokens, head)
    while begin - 1 > first and _is_small(tokens.words[begin - 1]):
        begin -= 1
    role = Role(name=tokens.lower[head], office=True)
    office = read_office(tokens, role, (first + 1, head, after))
    return replace(office, text=tokens.text(begin, after))


def trade_before(tokens: Tokens, name: Mention, first: int) -> Office | None:
    """What the words of a source from `first` on say that stand right before a person's name.

    With a title that is listed, "chief", they tell of what: the fire chief.
    """
    if name.form is not Form.NAME or name.sort is not Sort.PERSON:
        return None
    begin = _trade_start(tokens, first, name.first)
    if name.office is not None:
        return _told_more(tokens, name, begin)
    if len(name.name) < 2 or not _is_trade(tokens, begin, name.first - 1):
        return None
    role = Role(name=tokens.lower[name.first - 1], office=True)
    before = first if _is_small(tokens.words[begin]) else begin + 1
    office = read_office(tokens, role, (before, name.first - 1, name.first))
    return replace(office, text=tokens.text(begin, name.first))


def _told_more(tokens: Tokens, name: Mention, begin: int) -> Office | None:
    """The office of the name with the words of its trade that stand before it."""
    office = name.office
    if office is None or begin == name.first or not _is_small(tokens.words[name.first]):
        return None
    if not tokens.text(name.first, name.after).startswith(office.text):
        return None
    terms = office.terms.union(tokens.lower[begin : name.first])
    return replace(office, text=f"{tokens.text(begin, name.first)} {office.text}", terms=terms)


def _trade_start(tokens: Tokens, first: int, after: int) -> int:
    """Where the words begin that end at `after`, all small but the first of a sentence."""
    begin = after
    while begin > max(first, after - _LONGEST) and _is_part(tokens, begin - 1):
        begin -= 1
    opens = begin > first and tokens.opens_sentence(begin - 1)
    known = begin == after - 1 or tokens.lower[begin - 1] in _PLAIN  # Harbour master, Former ...
    return begin - (opens and known and tokens.lower[begin - 1] not in _ENDS)


def _is_part(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    whole = tokens.words[index - 1] != "-" or not tokens.glued(index)  # no winning of award-winning
    return _is_small(word) and whole and word not in _ENDS and not word.endswith("ly")


def _is_trade(tokens: Tokens, begin: int, head: int) -> bool:
    """Whether the words to `head` end in who does something: no "the cooler Ann Doe"."""
    word = tokens.words[head]
    alone = begin == head and tokens.at(head - 1) in _ENDS
    if begin > head or alone or not _is_small(word) or word in _NO_TRADES:
        return False
    unlisted = role_of(word) is None and sort_of(word, None) is Sort.UNKNOWN
    return unlisted and word.endswith(_ENDINGS)


def _is_small(word: str) -> bool:
    return word.isalpha() and word.islower()
