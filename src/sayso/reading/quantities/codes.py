"""Numbers that are parts of codes: F-16, 401(k), 555-1234, 0845 125 2222, two-plus-two."""

from sayso.lexicon import table, words
from sayso.reading.quantities.numerals import Numeral
from sayso.reading.quantities.tokens import Tokens
from sayso.reading.quantities.units import read_unit

__all__ = ["is_bare", "is_code"]

_STOPS = words("counted", "stops")
_CODES = frozenset(table("currencies")["codes"]["words"])
_DASHES = frozenset("-–")
_APOSTROPHES = frozenset("'‘")
_INSIDE = frozenset({"plus", "on", "by", "to"})


def is_code(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether letters, hyphens or other digits are joined to `numeral`.

    >>> from sayso.reading.quantities.numerals import read_numeral
    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> tokens = split_tokens("an F-16")
    >>> is_code(tokens, read_numeral(tokens, 3))
    True
    """
    rules = (_joins_before, _joins_after, _follows_zero)
    return any(rule(tokens, numeral) for rule in rules)


def is_bare(tokens: Tokens, numeral: Numeral) -> bool:
    """Whether neither a noun nor a unit can follow `numeral`."""
    last = numeral.last
    if tokens.kind(last) == "word":
        return tokens.word(last) in _STOPS
    return tokens.word(last) not in {"%", "-", "°"} and tokens.kind(last) in {"mark", "break"}


def _joins_before(tokens: Tokens, numeral: Numeral) -> bool:
    """F-16, G7, mid-30s, the second number of two-plus-two and of 555-1234."""
    first = numeral.first
    before = tokens.word(first - 1)
    if not tokens.glued(first):
        return False
    if before in _DASHES or before in {"+", "."}:
        return tokens.glued(first - 1)
    if before in _APOSTROPHES:
        return _follows_apostrophe(tokens, numeral)
    if tokens.kind(first - 1) == "word":
        return before.upper() not in _CODES and before != "rs"
    attribute = before in {'"', "“"} and tokens.word(first - 2) == "="
    glued = tokens.kind(first - 1) in {"digits", "address"} or before in {"_", "/", "\\", "&", "="}
    return attribute or glued


def _follows_apostrophe(tokens: Tokens, numeral: Numeral) -> bool:
    """The 3 of 6'3", the class of '16."""
    if tokens.kind(numeral.first - 2) == "digits":
        return tokens.glued(numeral.first - 1)
    return len(tokens.word(numeral.first)) == 2 and is_bare(tokens, numeral)


def _joins_after(tokens: Tokens, numeral: Numeral) -> bool:
    """24703L, 401(k), 10-K, 555-1234, the first number of two-plus-two and of 10-to-1."""
    last = numeral.last
    if not tokens.glued(last):
        return False
    if tokens.kind(last) == "word":
        return read_unit(tokens, numeral) is None
    link, after = tokens.word(last), tokens.word(last + 1)
    if not tokens.glued(last + 1):
        return link in {"/", "_", "^"}
    if link == "'":  # 6'3", the 1's teams
        return tokens.kind(last + 1) == "digits" or after == "s"
    if link == "(":
        return tokens.kind(last + 1) == "word"
    return link in _DASHES and _is_joined(tokens, last + 1)


def _is_joined(tokens: Tokens, at: int) -> bool:
    """Whether what follows a hyphen makes it no unit: 10-K, 555-1234, two-plus-two."""
    letter = len(tokens.word(at)) == 1 and tokens.capital(at)
    inside = tokens.word(at) in _INSIDE and tokens.word(at + 1) == "-"
    return tokens.kind(at) == "digits" or letter or inside


def _follows_zero(tokens: Tokens, numeral: Numeral) -> bool:
    """0845 125 2222, 007: a zero leads the digits, or the digits before them."""
    at = numeral.first
    while tokens.kind(at - 1) == "digits" and at > numeral.first - 3:
        at -= 1
    word = tokens.word(at)
    return len(word) > 1 and word.startswith("0") and word.isdecimal()
