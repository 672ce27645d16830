"""What somebody is by a word that no list has: the harbour master, in apposition to a name."""

from dataclasses import replace

from sayso.reading.speakers.mentions import Form, Mention, Sort
from sayso.reading.speakers.offices import DETERMINERS, complement_end, read_office
from sayso.reading.speakers.roles import Office, Role
from sayso.reading.speakers.tokens import Tokens

__all__ = ["opens_trade", "read_trade"]


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


def _is_small(word: str) -> bool:
    return word.isalpha() and word.islower()
