"""Runs of capitalised words, the stuff that names are made of."""

from collections.abc import Iterator
from typing import NamedTuple

from sayso.lexicon import words
from sayso.reading.speakers.given import is_given
from sayso.reading.speakers.phrasebook import known_at
from sayso.reading.speakers.roles import role_of
from sayso.reading.speakers.tokens import Tokens

__all__ = ["LINKS", "Unit", "find_runs"]

_CALENDAR = words("titles", "calendar")
_CALENDAR_NAMES = words("titles", "calendar_names")
_CALENDAR_SURNAMES = words("titles", "calendar_surnames")
_BREAKERS = words("titles", "breakers")
_PARTICLES = words("titles", "particles")
_BODIES = words("offices", "bodies")
_OPENERS = words("titles", "openers")
_SPEECH = words("cues", "speech")

LINKS = frozenset({"of", "for", "on", "the", "and", "&"})
"""Small words inside the name of an institution."""

_LONGEST = 14  # units; anything longer is a heading, a list or noise
_BEFORE_MONTH = frozenset({"in", "on", "since", "until", "by"})
_ARTICLES = frozenset({"al", "el", "ul", "ur", "as", "an", "ad"})
_APOSTROPHES = frozenset("'’")
_OF = frozenset({"of", "for", "on"})
_MARKS = frozenset("\"“”‘’'") | {"''", "``"}


class Unit(NamedTuple):
    """One part of a run: a word with its hyphenated parts, or a small word between names.

    `lower` is it in small letters, the stop of an abbreviation left out.
    """

    first: int
    after: int
    text: str
    lower: str

    @property
    def capital(self) -> bool:
        """Whether it is a name's own word."""
        return self.text[0].isupper() or any(letter.isupper() for letter in self.text[1:4])


def find_runs(tokens: Tokens) -> Iterator[list[Unit]]:
    """The runs of `tokens` in order, headings and words that only open a sentence left out."""
    reached = 0
    for index in _possible(tokens):
        if index < reached or tokens.heading[index] or not _begins(tokens, index):
            continue
        run = _run(tokens, index)
        reached = run[-1].after
        run = _without_opener(tokens, run)
        if run:
            yield run


def _possible(tokens: Tokens) -> list[int]:
    """The words with which a run may begin: those with a capital, the al- of al-Sisi, d'Arc."""
    small = {word for word in set(tokens.lower) if word in _ARTICLES or word[1:2] in _APOSTROPHES}
    others = [index for index, word in enumerate(tokens.lower) if word in small]
    return sorted({*tokens.layout.capitals, *others})


def _begins(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    if word[0].isupper():
        if word in {"AM", "PM"} and tokens.at(index - 1)[:1].isdigit():
            return False
        month = tokens.lower[index].rstrip(".") in _CALENDAR
        return word != "I" and (not month or _named_after_month(tokens, index))
    if tokens.lower[index] in _ARTICLES:
        return _article(tokens, index)
    return not word.isalpha() and word[1:2] in _APOSTROPHES and word[2:3].isupper()


def _named_after_month(tokens: Tokens, index: int) -> bool:
    """Whether it is a name of Jan Doe or Helen March rather than the month."""
    follows = tokens.words[index + 1] if index + 1 < len(tokens) else "."
    if tokens.lower[index] in _CALENDAR_SURNAMES and not follows[0].isdigit():
        before = tokens.at(index - 1)
        if is_given(before) and before not in _CALENDAR and tokens.words[index - 1][0].isupper():
            return True
    if tokens.lower[index] not in _CALENDAR_NAMES:
        return False
    dated = tokens.at(index - 1) in _BEFORE_MONTH
    return follows[0].isupper() and not dated and follows.lower() not in _CALENDAR


def _article(tokens: Tokens, index: int) -> bool:
    """Whether it is the al- of al-Sisi."""
    return _hyphenated(tokens, index + 1) and tokens.words[index + 2][0].isupper()


def _run(tokens: Tokens, index: int) -> list[Unit]:
    units: list[Unit] = []
    while index < len(tokens) and len(units) < _LONGEST:
        if units and not _goes_on(tokens, units[-1], index):
            break
        if _begins(tokens, index):
            units.append(_unit(tokens, index))
        else:
            links = _links(tokens, units, index)
            if not links:
                break
            units.extend(links)
        index = units[-1].after
    return units


def _goes_on(tokens: Tokens, last: Unit, index: int) -> bool:
    """Whether the run may take in the next word; after "U.S." a sentence may end unmarked."""
    capital = tokens.words[index][0].isupper()
    if tokens.heading[index] or (capital and tokens.lower[index] in _BREAKERS):
        return False
    initial = last.text.endswith(".") and last.after - last.first > 1
    return initial or tokens.sentence[index] == tokens.sentence[last.first]


def _unit(tokens: Tokens, index: int) -> Unit:
    after = index + 1
    if len(tokens.words[index]) == 1 and tokens.at(after) == "." and tokens.glued(after):
        after += 1
    while after - index < _LONGEST and _hyphenated(tokens, after):
        after += 2
    after += _owns_body(tokens, after)
    return _named(index, after, tokens.text(index, after))


def _owns_body(tokens: Tokens, after: int) -> bool:
    """Whether the many whose body it is come before its name: the Dockers' Federation."""
    own, head = tokens.at(after), tokens.at(after + 1)
    last = tokens.lower[after - 1]
    many = own in _APOSTROPHES and last.endswith("s")
    if not (many or (own in {"'s", "’s"} and last in words("small_words", "odd_plurals"))):
        return False
    return head in _BODIES and tokens.words[after + 1][0].isupper()


def _named(first: int, after: int, text: str) -> Unit:
    return Unit(first, after, text, text.lower().rstrip("."))


def _hyphenated(tokens: Tokens, index: int) -> bool:
    if index + 1 >= len(tokens) or tokens.words[index] != "-":
        return False
    glued = tokens.glued(index) and tokens.glued(index + 1)
    return glued and tokens.words[index + 1][0].isalnum()


def _links(tokens: Tokens, units: list[Unit], index: int) -> list[Unit]:
    """The small words by which the run goes on at `index`, if it does."""
    word = tokens.lower[index]
    if word in _PARTICLES:
        return _particles(tokens, index)
    if word in _MARKS:
        return _nickname(tokens, index)
    if word == "&" or (word in _OF and _heads(units[-1])) or _and(tokens, units, index):
        return _joined(tokens, index)
    return []


def _particles(tokens: Tokens, index: int) -> list[Unit]:
    after = index + 1
    while after < index + 3 and tokens.at(after) in _PARTICLES:
        after += 1
    if after < len(tokens) and _begins(tokens, after):
        return [_named(at, at + 1, tokens.words[at]) for at in range(index, after)]
    return []


def _nickname(tokens: Tokens, index: int) -> list[Unit]:
    """Robert C. "Bobby" Scott: the marked name with its marks, as one unit."""
    after = index + 3
    if after >= len(tokens) or tokens.words[index + 2] not in _MARKS:
        return []
    between = tokens.words[index + 1]
    if between.isalpha() and between[0].isupper() and _begins(tokens, after):
        return [_named(index, after, between)]
    return []


def _joined(tokens: Tokens, index: int) -> list[Unit]:
    after = index + 1 + (tokens.at(index + 1) == "the")
    if after < len(tokens) and _begins(tokens, after):
        return [_named(at, at + 1, tokens.words[at]) for at in range(index, after)]
    return []


def _heads(unit: Unit) -> bool:
    """Whether "of" after it belongs to the name: Secretary of State, Bank of England."""
    if unit.lower in _BODIES:
        return True
    role = role_of(unit.lower)
    return role is not None and role.office


def _and(tokens: Tokens, units: list[Unit], index: int) -> bool:
    """Commission on Security and Cooperation: only in a name that has "of" or "for" before."""
    if tokens.lower[index] != "and" or not any(unit.lower in _OF for unit in units):
        return False
    follows = tokens.at(index + 1)
    person = is_given(follows) or role_of(follows) is not None
    return not person and not any(role_of(unit.lower) for unit in units)


def _without_opener(tokens: Tokens, run: list[Unit]) -> list[Unit]:
    """The run without words that have a capital only because a sentence begins."""
    opens = tokens.opens_sentence(run[0].first)
    while run and _opener(tokens, run[0], opens=opens, alone=len(run) == 1):
        run = run[1:]
    return run


def _opener(tokens: Tokens, unit: Unit, *, opens: bool, alone: bool) -> bool:
    if not unit.capital:
        return True
    acronym = unit.text.isupper() and len(unit.text) > 1
    anywhere = alone or unit.lower in _BREAKERS
    if unit.lower in _OPENERS and (opens or anywhere):
        return not acronym
    if not opens or _is_name(tokens, unit):
        return False
    if alone:
        return not _acts(tokens, unit)
    return unit.lower.endswith(("ing", "ly"))


def _is_name(tokens: Tokens, unit: Unit) -> bool:
    """Whether anything but its place makes the word a name."""
    known = unit.text in tokens.capitals or known_at(tokens.words, unit.first) is not None
    return known or role_of(unit.lower) is not None or is_given(unit.lower) or unit.text.isupper()


def _acts(tokens: Tokens, unit: Unit) -> bool:
    """Whether the word after it tells that it is somebody: "Doe said", "Doe's"."""
    follows = tokens.at(unit.after)
    return follows in _SPEECH or follows in {"'s", "’s", "who"}
