"""Reading what a noun phrase says about somebody: role, field, level, country, affiliation."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import takewhile

from sayso.lexicon import table, words
from sayso.reading.speakers.phrasebook import Known, known_at
from sayso.reading.speakers.roles import Office, Role, role_of
from sayso.reading.speakers.tokens import Tokens

__all__ = [
    "DETERMINERS",
    "PREPOSITIONS",
    "complement_end",
    "field_of",
    "modifiers_start",
    "read_office",
]

_ATTRIBUTED = words("offices", "attributed")
_COMPLEMENTS = words("small_words", "complements")
_SPEECH = words("cues", "speech")
_ELSEWHEN = words("offices", "elsewhen")
_CALENDAR = words("titles", "calendar")
_OPENERS = words("titles", "openers")
_PLAIN = words("offices", "plain")
_LEVELS = words("offices", "levels")
_NAMING = words("offices", "naming")
_BODIES = words("offices", "bodies")

DETERMINERS = {
    word: kind
    for kind in ("definite", "possessive", "indefinite")
    for word in table("small_words")[kind]
}
"""Words that open a noun phrase, and what they say: definite, possessive, indefinite."""
PREPOSITIONS = words("small_words", "complements") | words("small_words", "prepositions")
"""Words that end the core of a noun phrase."""
_MOST_MODIFIERS = 9  # words
_MOST_COMPLEMENT = 10  # words
_MOST_PLAIN = 6  # words of a complement without any name
_PORTFOLIO = words("offices", "portfolio")
_EMPTY = words("small_words", "complements") | DETERMINERS.keys() | {"and"}
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def modifiers_start(tokens: Tokens, head: int) -> int:
    """The first word of what stands before a role word and tells more of it, determiner left out.

    In "with South Korea's deputy defense minister" these are the words from "South" on.
    """
    index = head
    while index > max(0, head - _MOST_MODIFIERS) and _modifies(tokens, index - 1, head):
        index -= 1
    while index < head and tokens.words[index] in {"-", *_POSSESSIVE}:
        index += 1
    return index


def complement_end(tokens: Tokens, head: int) -> int:
    """Past the last word of "of the Federal Reserve" or "for Europe at NATO" after a role word."""
    end = index = head + 1
    if tokens.at(index) == "-" or tokens.at(index) in {"general", "elect"}:
        index = end = min(index + 1 + (tokens.at(index) == "-"), len(tokens))
    while index < min(len(tokens), head + _MOST_COMPLEMENT):
        capital = tokens.words[index][0].isupper()
        if capital and end == index and not tokens.words[index - 1][0].isupper():
            break
        if capital or tokens.lower[index] in _fields() or tokens.lower[index] in _PORTFOLIO:
            end = index + 1
        elif not (
            _joins(tokens, index, end)
            or _follows_preposition(tokens, index)
            or _names_on(tokens, index)
        ):
            break
        index += 1
    if end > head + 1 and tokens.at(end) in _ATTRIBUTED:
        end += 1
    return max(end, _plain_complement(tokens, end))


def _plain_complement(tokens: Tokens, start: int) -> int:
    """Past "of the region" where a mark follows at once; `start` where there is no such phrase."""
    if tokens.at(start) not in _COMPLEMENTS:
        return start
    for index in range(start + 1, min(len(tokens), start + _MOST_PLAIN)):
        word = tokens.words[index]
        if word in {",", ")", "."}:
            return index if index > start + 1 else start
        if not word.isalpha() or word[0].isupper() or word in _SPEECH:
            break
    return start


def field_of(word: str) -> str | None:
    """The field of office that a word in small letters names.

    >>> field_of("defence"), field_of("exchequer"), field_of("harbour")
    ('defense', 'finance', None)
    """
    return _fields().get(word)


def read_office(tokens: Tokens, role: Role, bounds: tuple[int, int, int]) -> Office:
    """What the words first, head, after `bounds` say, `role` being that of the head."""
    first, head, after = bounds
    facts: dict[str, set[str]] = {"fields": set(), "levels": set(), "terms": set()}
    country = affiliation = None
    for index, known in _parts(tokens, first, after):
        if known is not None and known.country:
            country = country or known.name
        elif known is not None:
            affiliation = affiliation or known.name
            facts["terms"].update(_words(known.name))
            facts["fields"].update(_fields().get(word, "") for word in _words(known.name))
        elif index != head:
            _sort(tokens, index, facts)
    facts["fields"].discard("")
    facts["fields"].update(_short_fields(tokens, head))
    return Office(
        role=role,
        word=tokens.lower[head],
        text=_text(tokens, bounds),
        fields=frozenset(facts["fields"]),
        levels=frozenset(facts["levels"]),
        terms=frozenset(facts["terms"]),
        country=country,
        affiliation=affiliation or _affiliation(tokens, bounds) or country,
    )


@cache
def _fields() -> dict[str, str]:
    return {word: field for field, forms in table("offices")["fields"].items() for word in forms}


def _short_fields(tokens: Tokens, head: int) -> set[str]:
    field = table("titles")["short_fields"].get(tokens.lower[head].rstrip("."))
    return {field} if field else set()


def _modifies(tokens: Tokens, index: int, head: int) -> bool:
    if tokens.sentence[index] != tokens.sentence[head]:
        return False
    word, small = tokens.words[index], tokens.lower[index]
    if word in _POSSESSIVE:
        return index > 0 and tokens.words[index - 1][0].isalpha()
    if word[0].isupper() and not word.isdigit():
        named = small in _ELSEWHEN or not _opener(tokens, index)
        return named and small not in _CALENDAR
    if word == "-":
        return tokens.glued(index)
    return small in _fields() or small in _plain() or role_of(small) is not None


def _opener(tokens: Tokens, index: int) -> bool:
    word = tokens.words[index]
    name = word == "New" or (len(word) > 1 and word.isupper())
    return tokens.lower[index] in _OPENERS and not name


@cache
def _plain() -> frozenset[str]:
    return _PLAIN | _LEVELS


def _joins(tokens: Tokens, index: int, end: int) -> bool:
    """Whether a small word may stand between a role and the words that complete it."""
    small = tokens.lower[index]
    if small in _COMPLEMENTS or small in {"the", "and", "&"}:
        return small != "and" or index > end - 1
    return small in _POSSESSIVE or (small == "-" and tokens.glued(index))


def _follows_preposition(tokens: Tokens, index: int) -> bool:
    """Whether it is a plain noun right after "of" or "of the"."""
    before = tokens.at(index - 1)
    small = tokens.lower[index]
    return (before in _COMPLEMENTS or before == "the") and small.isalpha()


def _parts(tokens: Tokens, first: int, after: int) -> Iterator[tuple[int, Known | None]]:
    index = first
    while index < after:
        known = known_at(tokens.words, index, after=after)
        yield index, known
        index += known.length if known is not None else 1


def _sort(tokens: Tokens, index: int, facts: dict[str, set[str]]) -> None:
    small = tokens.lower[index]
    if small in _fields():
        facts["fields"].add(_fields()[small])
    elif small in _LEVELS:
        facts["levels"].add(small)
    elif small[0].isalpha() and not (small in _plain() or small in _EMPTY):
        facts["terms"].add(small)


def _words(name: str) -> list[str]:
    return [word.strip(".()").lower() for word in name.split() if word[0].isupper()]


def _text(tokens: Tokens, bounds: tuple[int, int, int]) -> str:
    """The title without the country or institution before it."""
    first, head, after = bounds
    owners = (index for index in range(first, head) if tokens.words[index] in _POSSESSIVE)
    begin = max(owners, default=first - 1) + 1
    while begin < head and not (_title_word(tokens, begin) or _many(tokens, begin, head)):
        known = known_at(tokens.words, begin, after=head)
        begin += known.length if known is not None else 1
    end = head + 1
    while end < after and (end == head + 1 or not _completes(tokens, end)):
        end += 1
    return tokens.text(begin, end)


def _many(tokens: Tokens, index: int, head: int) -> bool:
    """Whether a plural right before the role word tells of what: the prisons chief."""
    word = tokens.words[index]
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return plural and index == head - 1 and word.isalpha() and word.islower()


def _completes(tokens: Tokens, index: int) -> bool:
    complement = tokens.lower[index] in _COMPLEMENTS
    return complement and not _names_on(tokens, index)


def _names_on(tokens: Tokens, index: int) -> bool:
    """Whether the name of a body goes on: Institute for Fiscal Studies, Committee on Transport."""
    if not (0 < index < len(tokens) - 1 and tokens.lower[index] in _NAMING):
        return False
    capital = tokens.words[index - 1][0].isupper() and tokens.words[index + 1][0].isupper()
    return capital and tokens.lower[index - 1] in _BODIES


def _title_word(tokens: Tokens, index: int) -> bool:
    """Whether the word is part of the title itself, not of what its holder belongs to."""
    if known_at(tokens.words, index) is not None:
        return False
    small = tokens.lower[index]
    if tokens.words[index] == "New" and tokens.words[index + 1][0].isupper():
        return False
    return small == "staff" or small in _fields() or small in _plain() or role_of(small) is not None


def _affiliation(tokens: Tokens, bounds: tuple[int, int, int]) -> str | None:
    """The first run of capitalised words that is neither role nor field nor country.

    After the head a run once begun goes on over any of them: Quay Partners, Shelter Scotland.
    """
    first, head, after = bounds
    found: list[int] = []
    for index, known in _parts(tokens, first, after):
        follows = bool(found) and index == found[-1] + 1
        own = known is None and index != head and _own_word(tokens, index)
        if (own and (follows or not found)) or (follows and index > head and _on(tokens, index)):
            found.append(index)
    return tokens.text(*_body_name(tokens, first, found)) if found else None


def _body_name(tokens: Tokens, first: int, found: Sequence[int]) -> tuple[int, int]:
    """The words with the field that is a part of a body's name: "Foreign Ministry spokeswoman"."""
    begin, end = found[0], found[-1] + 1
    end += _is_capital(tokens, end) and tokens.at(end) in _BODIES
    if tokens.lower[end - 1] not in _BODIES:
        return begin, end
    before = takewhile(lambda at: _is_field(tokens, at), range(begin - 1, first - 1, -1))
    return min(before, default=begin), end


def _is_field(tokens: Tokens, index: int) -> bool:
    known = tokens.lower[index] in _fields() or tokens.lower[index] in _BODIES
    return known and _is_capital(tokens, index)


def _is_capital(tokens: Tokens, index: int) -> bool:
    return index < len(tokens) and tokens.words[index][0].isupper()


def _on(tokens: Tokens, index: int) -> bool:
    joins = tokens.words[index] == "&" and _is_capital(tokens, index + 1)  # Brennard & Co
    return joins or tokens.words[index][0].isupper() or _names_on(tokens, index)


def _own_word(tokens: Tokens, index: int) -> bool:
    capital = tokens.words[index][0].isupper() and tokens.lower[index] not in DETERMINERS
    return capital and not _title_word(tokens, index)
