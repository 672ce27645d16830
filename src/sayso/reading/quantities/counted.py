"""What is counted: the noun phrase after a number, by the words that end it."""

from typing import NamedTuple

from sayso.lexicon import words
from sayso.reading.quantities.numerals import starts_numeral
from sayso.reading.quantities.tokens import Tokens

__all__ = ["Noun", "is_total", "noun_after", "subject_before"]

_STOPS = words("counted", "stops")
_PLURALS = words("counted", "plurals")
_NOT_PLURALS = words("counted", "not_plurals")
_DESCRIBING = words("counted", "describing")
_SKIPPED = words("counted", "skipped")
_DETERMINERS = words("counted", "determiners")
_PRONOUNS = words("counted", "pronouns")
_CHANGES = words("counted", "changes")
_AUXILIARIES = frozenset({"have", "has", "had", "by", "gone"})
_TOTALS, _TOTALS_BEFORE = words("counted", "totals"), tuple(words("counted", "totals_before"))
_WITHIN = frozenset({"in", "of", "at", "to", "for", "from", "on", "with"})
_QUOTES = frozenset("\"'“”‘’«»")
_ENDINGS = ("s", *words("counted", "plural_endings"))
_NO_PLURAL = ("ss", "us", "is", "'s")
_LONGEST = 7  # words of a noun phrase


class Noun(NamedTuple):
    """What is counted and the token after it; no words where only a pronoun stands for it.

    `known` is true where it was named before: eight `of those troops`, two `of them`.
    """

    words: str | None
    last: int
    known: bool = False


def noun_after(tokens: Tokens, at: int, *, single: bool = False) -> Noun | None:
    """The noun phrase that begins at the token `at`; `single` where its head need be no plural.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> noun_after(split_tokens("North Korean troops have been sent"), 0)
    Noun(words='North Korean troops', last=3, known=False)
    """
    while tokens.word(at) in _SKIPPED:
        at += 1
    if tokens.word(at) in _QUOTES:
        at += 1
    if tokens.word(at) == "of":
        return _noun_of(tokens, at + 1, single=single)
    last = _last(tokens, at, single=single)
    return Noun(tokens.phrase(at, last), last) if last else None


def subject_before(tokens: Tokens, first: int) -> str | None:
    """What changed, where a verb of change stands before the number: casualties rose twofold."""
    verb = first - 1
    while tokens.word(verb) in _AUXILIARIES and verb > first - 3:
        verb -= 1
    if tokens.word(verb) not in _CHANGES:
        return None
    last = verb
    while tokens.word(last - 1) in _AUXILIARIES or tokens.word(last - 1).endswith("ly"):
        last -= 1
    start = last
    while last - start < 3 and tokens.kind(start - 1) == "word" and _goes_on(tokens, start - 1):
        start -= 1
    within = tokens.word(start - 1) in _WITHIN or tokens.word(start - 2) in _WITHIN
    return tokens.phrase(start, last) if start < last and not within else None


def is_total(tokens: Tokens, first: int, after: int) -> bool:
    """Whether the number from `first` on, its noun included up to `after`, is said to be all."""
    before = " ".join(tokens.word(at) for at in range(max(0, first - 3), first))
    if before.endswith(_TOTALS_BEFORE):
        return True
    for at in range(after, after + 3):
        phrase = f"{tokens.word(at)} {tokens.word(at + 1)}"
        if phrase in _TOTALS or tokens.word(at) in _TOTALS:
            return tokens.word(at + 2) not in {"of", "the"}
        if tokens.kind(at) != "word":
            return False
    return False


def _noun_of(tokens: Tokens, at: int, *, single: bool) -> Noun | None:
    """What follows `of`: those troops, the country's banks, them."""
    start = at
    while tokens.word(start) in _DETERMINERS and start < at + 2:
        start += 1
    last = _last(tokens, start, single=single)
    known = tokens.word(at) in _PRONOUNS
    if last:
        return Noun(tokens.phrase(start, last), last, known)
    return Noun(None, at + 1, known=True) if known else None


def _last(tokens: Tokens, start: int, *, single: bool) -> int | None:
    """The token after the head of the noun phrase that begins at `start`."""
    last = None
    at = start
    while at < start + _LONGEST and _goes_on(tokens, at):
        if _is_plural(tokens, at) and not _owns(tokens, at):
            last = at + 1
            if _closes(tokens, at):
                return last
        elif at > start and (single or last) and _breaks_off(tokens, at):
            break
        at += 1
    if last or not single or tokens.word(at - 1).endswith("'s"):
        return last
    return at if at > start else None


def _breaks_off(tokens: Tokens, at: int) -> bool:
    """Whether a verb or a name begins at `at` where the noun phrase may be over."""
    name = tokens.capital(at) and not tokens.capital(at - 1)
    return tokens.word(at).endswith("ed") or name


def _owns(tokens: Tokens, at: int) -> bool:
    """Whether the plural at `at` is a possessive: the workers' strike."""
    if tokens.word(at + 1) != "'" or not tokens.glued(at + 1):
        return False
    return tokens.kind(at + 2) == "word" and not tokens.glued(at + 2)


def _closes(tokens: Tokens, at: int) -> bool:
    """Whether the plural at `at` is the head: no name, participle or modifier before another."""
    modifies = tokens.word(at) in _DESCRIBING or tokens.capital(at) or tokens.word(at - 1) == "-"
    goes_on = _is_plural(tokens, at + 1) and tokens.word(at + 1) not in _DESCRIBING
    return not modifies and not goes_on


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Whether the token at `at` can belong to a noun phrase."""
    if tokens.kind(at) == "word":
        joint = tokens.word(at + 1) == "-" or tokens.kind(at + 1) == "digits"
        compound = joint and tokens.glued(at + 1)  # well-known, A320
        return (compound or tokens.word(at) not in _STOPS) and not starts_numeral(tokens, at)
    if tokens.kind(at) == "digits":
        return tokens.glued(at)  # the 47 of AK-47 rifles
    if tokens.word(at) == "'":
        return _owns(tokens, at - 1)
    return tokens.word(at) == "-" and tokens.glued(at) and tokens.glued(at + 1)


def _is_plural(tokens: Tokens, at: int) -> bool:
    word, raw = tokens.word(at), tokens.phrase(at, at + 1) if at < len(tokens) else ""
    if len(raw) > 2 and raw[-1] == "s" and raw[:-1].isupper():  # RBIs, NGOs
        return True
    if word in _PLURALS or word in _DESCRIBING:
        return True
    return (
        len(word) > 2
        and word.endswith(_ENDINGS)
        and not word.endswith(_NO_PLURAL)
        and word not in _NOT_PLURALS
    )
