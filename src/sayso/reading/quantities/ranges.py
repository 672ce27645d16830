"""Two numbers that belong together: between 3 and 5, 10 to 12 thousand, 52-48, one in five."""

from decimal import Decimal
from typing import NamedTuple

from sayso.lexicon import words
from sayso.reading.quantities.counted import noun_after
from sayso.reading.quantities.digits import plain_decimal
from sayso.reading.quantities.moves import moved_by
from sayso.reading.quantities.numerals import Numeral, read_numeral, starts_numeral
from sayso.reading.quantities.tokens import Tokens
from sayso.reading.quantities.units import Unit, read_money, read_unit

__all__ = ["Pair", "is_range", "is_score", "read_pair", "read_proportion"]

_CHANGES = words("counted", "changes")
_SCORES, _SCORE_VERBS = words("labels", "scores"), words("labels", "score_verbs")
_DASHES = frozenset("-–—~")
_LINKS = frozenset({"to", "through", "or", "and"}) | _DASHES
_LEADS = frozenset({"from", "between"})
_BETWEEN = frozenset({"about", "around", "some", "roughly", "nearly", "us", "even", "possibly"})
_HIGHEST_SCORE = 150  # dashes between larger numbers join a range: 1000-5000
_LARGEST_WHOLE = 1_000_000
_TENS = frozenset({10, 100})  # eight of 10; but two of three judges are two
_WHOLES = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 25, 50, 100, 200, 500, 1_000, 10_000})


class Pair(NamedTuple):
    """Two numbers and what joins them; `lead` is the `from` or `between` before the first.

    `own` is the unit of the first where it has one, `unit` that of both.
    """

    first: Numeral
    second: Numeral
    link: str
    lead: str
    own: Unit | None
    unit: Unit | None
    low: Decimal
    high: Decimal


def read_pair(tokens: Tokens, first: Numeral, free: int) -> Pair | None:
    """The pair that begins with the number `first`.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> tokens = split_tokens("10 to 12 thousand troops")
    >>> pair = read_pair(tokens, read_numeral(tokens, 0), 0)
    >>> pair.low, pair.high
    (Decimal('10000'), Decimal('12000'))
    """
    money = read_money(tokens, first.first, free)
    own = read_unit(tokens, first)
    at = own.last if own else first.last
    at += tokens.word(at) == "-" and tokens.word(at + 1) in _LINKS  # three-to-five-year
    if tokens.word(at) not in _LINKS:
        return None
    second = _second(tokens, at + 1)
    if second is None or first.value is None or second.value is None:
        return None
    unit = read_unit(tokens, second) or read_money(tokens, second.first, at)
    low, high = _shared_scale(first, second)
    lead = _lead(tokens, money.first if money else first.first)
    return Pair(first, second, tokens.word(at), lead, money or own, unit or own or money, low, high)


def is_range(tokens: Tokens, pair: Pair) -> bool:
    """Whether the pair bounds one number, and is not two of a change or a list."""
    if pair.link == "and" or pair.lead == "between":
        return pair.lead == "between" and pair.low != pair.high and pair.link in _LINKS
    if not pair.low < pair.high or _units_differ(pair):
        return False
    if pair.link == "or":
        return pair.first.form == pair.second.form
    changing = pair.lead == "from" or pair.own is not None
    return not (changing and pair.link == "to" and _changes(tokens, pair))


def is_score(tokens: Tokens, pair: Pair) -> bool:
    """Whether the pair is a score, a vote or odds: won 3-2, a 5-4 decision, split 4 to 1."""
    if pair.link not in _DASHES | {"to"} or pair.lead or pair.own or pair.unit:
        return False
    if pair.second.scale > 1 or pair.low != pair.low.to_integral_value():
        return False
    last = pair.second.last
    if _is_phone(tokens, pair):
        return True
    if tokens.word(last) in _SCORES or tokens.word(last + 1) in _SCORES:
        return True
    bare = noun_after(tokens, last) is None
    contested = any(tokens.word(pair.first.first - back) in _SCORE_VERBS for back in range(1, 7))
    if pair.link in _DASHES - {"~"}:
        return pair.low >= pair.high or (bare and (contested or pair.high < _HIGHEST_SCORE))
    return bare and (contested or pair.low > pair.high)


def _is_phone(tokens: Tokens, pair: Pair) -> bool:
    """Whether the pair is written like the end of a telephone number: 555-1234."""
    written = len(tokens.word(pair.first.first)), len(tokens.word(pair.second.first))
    return pair.link == "-" and written == (3, 4) and tokens.word(pair.second.first).isdecimal()


def read_proportion(tokens: Tokens, part: Numeral) -> Numeral | None:
    """One in five, 8 out of 10, nine of every ten: as the share that they are."""
    at = part.last + (tokens.word(part.last) == "-")
    whole_at = _whole_of(tokens, at)
    if part.value is None or whole_at is None:
        return None
    every = tokens.word(whole_at) == "every"
    whole_at += every
    whole = read_numeral(tokens, whole_at) if starts_numeral(tokens, whole_at) else None
    if whole is None or whole.first > whole_at or not whole.value or read_unit(tokens, whole):
        return None
    wholes = _TENS if tokens.word(at) == "of" and not every else _WHOLES
    if wholes is _TENS and part.value == 1:  # one of 10 judges
        return None
    round_whole = whole.value in wholes or (part.value == 1 and wholes is _WHOLES)
    if not round_whole or not 0 < part.value < whole.value <= _LARGEST_WHOLE:
        return None
    share = plain_decimal(part.value / whole.value)
    return Numeral(part.first, whole.last, share, "fraction")


def _whole_of(tokens: Tokens, at: int) -> int | None:
    """Where the 5 of `in 5`, `out of 5`, `of every 5` stands."""
    word, after = tokens.word(at), tokens.word(at + 1)
    if word == "in":
        return at + 1 + (after == "-")
    if (word, after) == ("out", "of"):
        return at + 2
    return at + 1 if word == "of" else None


def _second(tokens: Tokens, at: int) -> Numeral | None:
    """The second number, a hyphen, a currency or a hedge of its own before it."""
    start = at
    while start < at + 3 and (
        tokens.kind(start) == "currency" or tokens.word(start) in _BETWEEN | {"-", "a"}
    ):
        start += 1
    numeral = read_numeral(tokens, start) if starts_numeral(tokens, start) else None
    return numeral if numeral and numeral.first >= at else None


def _shared_scale(first: Numeral, second: Numeral) -> tuple[Decimal, Decimal]:
    """Both values; the first takes the scale of the second in `10 to 12 thousand`."""
    low, high = first.value or Decimal(0), second.value or Decimal(0)
    if first.scale == 1 and second.scale > 1 and low < high / second.scale:
        low = plain_decimal(low * second.scale)
    return low, high


def _lead(tokens: Tokens, at: int) -> str:
    """The `between` or `from` in the few words before the token `at`."""
    for place in range(at - 1, at - 4, -1):
        if tokens.word(place) in _LEADS:
            return tokens.word(place)
        if tokens.word(place) not in _BETWEEN:
            return ""
    return ""


def _units_differ(pair: Pair) -> bool:
    return bool(pair.own and pair.unit and pair.own.name != pair.unit.name)


def _changes(tokens: Tokens, pair: Pair) -> bool:
    """Whether a verb of change stands before: rose from 3 % to 4 %, fell by a third from 3 to 2."""
    at = pair.first.first
    near = any(tokens.word(at - back) in _CHANGES for back in range(1, 6))
    return near or (pair.lead == "from" and moved_by(tokens, at) is not None)
