"""What stands around a number and belongs to it: currency, unit, hedges, what it counts."""

from typing import NamedTuple

from sayso.lexicon import words
from sayso.reading.quantities.counted import Noun, noun_after
from sayso.reading.quantities.numerals import Numeral
from sayso.reading.quantities.relations import Hedge, hedge_after, hedge_before
from sayso.reading.quantities.tokens import Tokens
from sayso.reading.quantities.units import Unit, read_money, read_unit, unit_at

__all__ = ["DURATIONS", "Parts", "read_parts"]

DURATIONS = words("units", "durations")
"""The units of time that a number of them lasts."""
_LASTING = words("units", "before_lasting")
_OWNERS = words("counted", "determiners")
_LOOSE = frozenset({"over", "under", "above", "below"})
_AFTER_NOUN = frozenset({"or", "and", "at"})
_SINCE = frozenset({"ago", "old"})
_FEW = 3  # nobody counts about two people: two is what it is about
_SEVERAL = 10  # nobody counts over two islands either


class Parts(NamedTuple):
    """A number with what stands around it; `last` is the token after its unit and hedge."""

    numeral: Numeral
    money: Unit | None
    unit: Unit | None
    before: Hedge | None
    after: Hedge | None
    noun: Noun | None
    last: int


def read_parts(tokens: Tokens, numeral: Numeral, *, unit: Unit | None, free: int) -> Parts:
    """What belongs to `numeral`; the tokens before `free` belong to others.

    `unit` is that of a range whose unit stands with its first number.

    >>> from sayso.reading.quantities.numerals import read_numeral
    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> tokens = split_tokens("nearly 10 million artillery rounds")
    >>> parts = read_parts(tokens, read_numeral(tokens, 1), unit=None, free=0)
    >>> parts.before.form, parts.noun.words
    ('nearly', 'artillery rounds')
    """
    money = read_money(tokens, numeral.first, free)
    unit = unit or read_unit(tokens, numeral)
    last = _past_strong(tokens, max(numeral.last, unit.last if unit else 0))
    after = hedge_after(tokens, last)
    if after:
        unit = unit or unit_at(tokens, after.last, numeral)  # two or more hours
        last = max(after.last, unit.last if unit else 0)
    parts = Parts(numeral, money, unit, None, after, None, last)
    noun = _noun(tokens, parts)
    if after is None and noun and tokens.word(noun.last) in _AFTER_NOUN:
        after = hedge_after(tokens, noun.last)
    before = hedge_before(tokens, money.first if money else numeral.first, free)
    bound = before if before and not _bounds_nothing(tokens, before, parts) else None
    return parts._replace(before=bound, after=after, noun=noun)


def _past_strong(tokens: Tokens, last: int) -> int:
    """The token after the `-strong` of `8,000-strong`."""
    return last + 2 if (tokens.word(last), tokens.word(last + 1)) == ("-", "strong") else last


def _noun(tokens: Tokens, parts: Parts) -> Noun | None:
    """What is counted; after a unit only what `of` names: 40 percent of voters."""
    last, unit, value = parts.last, parts.unit or parts.money, parts.numeral.value
    if unit:
        owned = unit.name != "percent" and tokens.word(last + 1) in _OWNERS  # feet of the site
        measures = tokens.word(last) == "of" and unit.name not in DURATIONS and not owned
        return noun_after(tokens, last, single=True) if measures else None
    if tokens.word(last - 1) == "strong":
        return noun_after(tokens, last, single=True)
    if tokens.word(last) == "-" and tokens.glued(last):
        hyphened = tokens.kind(last + 1) == "word"
        return Noun(tokens.phrase(last + 1, last + 2), last + 2) if hyphened else None
    single = parts.numeral.form == "fraction" or value in {0, 1}
    return noun_after(tokens, last + (single and tokens.word(last) in _OWNERS), single=single)


def _bounds_nothing(tokens: Tokens, hedge: Hedge, parts: Parts) -> bool:
    """Whether a hedge is none here: over three days, over two islands, about two scams."""
    numeral, unit = parts.numeral, parts.unit or parts.money
    few = _SEVERAL if hedge.form in _LOOSE else _FEW if hedge.form == "about" else -1
    if unit is None:
        spelled = numeral.form == "words" and numeral.value is not None
        return spelled and numeral.value is not None and numeral.value <= few
    lasting = tokens.word(hedge.first - 1) in _LASTING or tokens.word(parts.last) in _SINCE
    return hedge.form == "over" and unit.name in DURATIONS and not lasting
