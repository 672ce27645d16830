"""Numbers that are people's ages: Kim, 65; a 17-year-old; people under 30; dies at 79."""

from sayso.lexicon import words
from sayso.reading.quantities.codes import is_bare
from sayso.reading.quantities.counted import noun_after
from sayso.reading.quantities.numerals import Numeral
from sayso.reading.quantities.relations import hedge_before
from sayso.reading.quantities.tokens import Tokens
from sayso.reading.quantities.units import read_unit

__all__ = ["is_age"]

_AGING, _AGE_VERBS = words("labels", "aging"), words("labels", "age_verbs")
_DEATHS, _TURNING = words("labels", "deaths"), words("labels", "turning")
_AGED, _PERSONS = words("labels", "aged_nouns"), words("labels", "persons")
_BOUNDS = words("labels", "age_bounds")
_OLDEST = 115


def is_age(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether `numeral` is how old somebody is.

    >>> from sayso.reading.quantities.numerals import read_numeral
    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> tokens = split_tokens("Kim, 65, met them")
    >>> is_age(tokens, read_numeral(tokens, 2))
    True
    """
    if numeral.value is None or not 0 < numeral.value < _OLDEST:
        return False
    if _is_old(tokens, numeral) or _bounds_an_age(tokens, numeral):
        return True
    rules = (_is_said, _stands_apart)
    return is_bare(tokens, numeral) and any(rule(tokens, numeral) for rule in rules)


def _is_old(tokens: Tokens, numeral: Numeral) -> bool:
    """A 17-year-old, he is 29 years old; not the hedged `more than 50 years old`."""
    at = numeral.last + (tokens.word(numeral.last) == "-")
    old = at + 1 + (tokens.word(at + 1) == "-")
    of_age = tokens.word(old) == "of" and tokens.word(old + 1) == "age"
    if tokens.word(old) not in {"old", "olds"} and not of_age:
        return False
    return old == at + 2 or hedge_before(tokens, numeral.first, 0) is None


def _bounds_an_age(tokens: Tokens, numeral: Numeral) -> bool:
    """People under 30."""
    first = numeral.first
    if tokens.word(first - 1) not in _BOUNDS or tokens.word(first - 2) not in _PERSONS:
        return False
    return read_unit(tokens, numeral) is None and noun_after(tokens, numeral.last) is None


def _is_said(tokens: Tokens, numeral: Numeral) -> bool:
    """At the age of 36; dies at 79; At 41, he; turns 70; who is 70."""
    first = numeral.first
    before, earlier = tokens.word(first - 1), tokens.word(first - 2)
    if before in _TURNING or (earlier, before) == ("age", "of"):
        return True
    if before == "at":
        opens = tokens.capital(first - 1) and tokens.word(numeral.last) in {",", "."}
        return opens or earlier in _DEATHS
    verb = first - 1
    while tokens.word(verb) in _AGE_VERBS and verb > first - 4:
        verb -= 1
    return tokens.word(verb) in _AGING


def _stands_apart(tokens: Tokens, numeral: Numeral) -> bool:
    """The 65 of `Kim, 65, met` and of `a guard, 65, met`."""
    first, last = numeral.first, numeral.last
    comma = first - 1 - (tokens.word(first - 1) in {"also", "both", "now", "then"})
    if numeral.form != "digits" or tokens.word(comma) != "," or tokens.kind(last) == "word":
        return False
    if tokens.word(last) == "," and tokens.kind(last + 1) == "word":
        return tokens.kind(comma - 1) == "word"
    hyphen = 2 * (tokens.word(comma - 2) == "-")  # Kim Yong-hyun, 65
    named = tokens.capital(comma - 1 - hyphen) or tokens.word(comma - 1) in _AGED
    return named or comma < first - 1
