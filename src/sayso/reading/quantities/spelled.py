"""Numbers in words, or in digits with words: eight thousand, 3 hundred and 21, 13 lakh, 1.5M."""

from decimal import Decimal
from typing import NamedTuple

from sayso.lexicon import table
from sayso.reading.quantities.digits import parse_digits, parse_power
from sayso.reading.quantities.tokens import Tokens

__all__ = ["Part", "read_scales", "read_whole"]

_ONES: dict[str, int] = table("numerals")["ones"]
_TENS: dict[str, int] = table("numerals")["tens"]
_SCALES: dict[str, int] = table("numerals")["scales"]
_ATTACHED: dict[str, int] = table("numerals")["attached"]
_OTHER: dict[str, dict[str, int]] = table("numerals")["other"]
_COMMA = frozenset(table("numerals")["comma"]["languages"])
_DENOMINATORS: dict[str, int] = table("numerals")["denominators"]
_PLUS = frozenset({"plus", "+", "odd"})
_APART = frozenset({"m", "g"})  # B and T also name models: 1,200 T-72 tanks, 1,200 B shares


class Part(NamedTuple):
    """A piece of a number: its tokens `[first, last)`, value, and the size of its last scale word.

    `plus` is the word inside it that makes it a bound, as in `40-plus thousand`.
    """

    first: int
    last: int
    value: Decimal
    scale: int = 1
    plus: str = ""


def read_whole(tokens: Tokens, at: int) -> Part | None:
    """The number that begins with the token at `at`, without fractions in words.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> read_whole(split_tokens("two million three hundred and one"), 0).value
    Decimal('2000301')
    """
    part = _group(tokens, at)
    while part and not part.plus and (rest := _smaller_group(tokens, part)):
        part = Part(at, rest.last, part.value + rest.value, rest.scale)
    return part


def read_scales(tokens: Tokens, at: int) -> Part | None:
    """The scale words that begin at `at`, multiplied: `hundred thousand`, `lakh crore`."""
    known = _SCALES if tokens.language == "en" else _OTHER.get(tokens.language, {})
    value, last = 1, at
    while tokens.word(last) in known and last < at + 3:
        value *= known[tokens.word(last)]
        last += 1
    return Part(at, last, Decimal(value), value) if last > at else None


def _smaller_group(tokens: Tokens, part: Part) -> Part | None:
    """What goes on after `two million`: a group below a million, `and` before it allowed."""
    joined = tokens.word(part.last) == "and" and tokens.word(part.first - 1) != "between"
    at = part.last + joined
    spelled = tokens.word(at) in _ONES or tokens.word(at) in _TENS or tokens.word(at) == "a"
    scaled = tokens.word(at + 1)  # 2 million 300 thousand; with "and" they may be two
    if part.scale < 1_000 or not (
        spelled or scaled == "hundred" or (scaled in _SCALES and not joined)
    ):
        return None
    group = _group(tokens, at)
    if group is None or (joined and tokens.word(group.last) in _DENOMINATORS):
        return None  # two million and three fifths
    descends = group.scale < part.scale and group.value < part.scale
    return group if descends and (joined or _goes_on(tokens, part, group)) else None


def _goes_on(tokens: Tokens, part: Part, group: Part) -> bool:
    """Whether `two thousand sixteen` is one number; `$33 billion two-year` is none."""
    hyphen = tokens.word(group.last) == "-" and tokens.glued(group.last)
    return not hyphen and (tokens.kind(part.first) == "word" or group.scale >= 100)


def _group(tokens: Tokens, at: int) -> Part | None:
    """A number below a thousand, or in digits, and the scale words after it."""
    first = _in_digits(tokens, at) or _in_words(tokens, at)
    if first is None:
        return None
    middle = _after_plus(tokens, first.last)
    scales = read_scales(tokens, middle)
    if scales is None or first.scale > 100:
        return first
    plus = tokens.word(middle - 1) if tokens.word(middle - 1) in _PLUS else ""
    apart = first.value - first.value % 100 if _adds_dozens(tokens, first, scales) else 0
    value = apart + (first.value - apart) * scales.value
    return Part(at, scales.last, value, scales.scale, plus)


def _adds_dozens(tokens: Tokens, first: Part, scales: Part) -> bool:
    """Whether `a hundred and two dozen` are 100 and 24."""
    joined = any(tokens.word(at) == "and" for at in range(first.first, first.last))
    return joined and scales.scale == _SCALES["dozen"]


def _after_plus(tokens: Tokens, at: int) -> int:
    """Where the scale word of `40-plus thousand` or `eight-thousand` stands."""
    hyphen = at + (tokens.word(at) == "-" and tokens.glued(at))
    return hyphen + (tokens.word(hyphen) in _PLUS)


def _in_digits(tokens: Tokens, at: int) -> Part | None:
    word = tokens.word(at)
    if tokens.kind(at) == "power":
        value = parse_power(word)
    elif tokens.kind(at) == "digits":
        value = parse_digits(word, comma=tokens.language in _COMMA)
    else:
        return None
    if value is None:
        return None
    if tokens.word(at + 1) == "hundred":
        return _with_rest(tokens, Part(at, at + 1, value))
    if tokens.word(at + 1) in _ATTACHED and _scales_digits(tokens, at):
        scale = _ATTACHED[tokens.word(at + 1)]
        return Part(at, at + 2, value * scale, scale)
    return Part(at, at + 1, value)


def _scales_digits(tokens: Tokens, at: int) -> bool:
    """Whether the letter that touches the digits is a scale: not in 100m, 20mm and 30t."""
    letter, after = tokens.word(at + 1), tokens.word(at + 2)
    if not tokens.glued(at + 1):  # 10 k, $5 M, 1,250.5 M, but not 1,250 M-16 rifles
        large = "," in tokens.word(at) and letter in _APART and not tokens.glued(at + 2)
        large = large or tokens.kind(at - 1) == "currency"
        return letter == "k" or (large and tokens.capital(at + 1))
    if tokens.glued(at + 2) and tokens.kind(at + 2) == "digits":
        return False
    if tokens.kind(at - 1) == "currency" or letter == "k":
        return True
    if letter == "b":  # 1.2b, but not the base 1B
        return not tokens.capital(at + 1) or "." in tokens.word(at)
    counts = after.endswith("s") or after in {"people", "women", "men", "children"}
    return letter == "m" and (tokens.capital(at + 1) or counts)


def _in_words(tokens: Tokens, at: int) -> Part | None:
    """A spelled number below a thousand; a scale word alone counts one of itself."""
    small = _below_hundred(tokens, at)
    hundred = small.last if small else at
    if tokens.word(hundred) == "-" and tokens.word(hundred + 1) == "hundred":
        hundred += 1
    if tokens.word(hundred) == "hundred" or (small and tokens.word(hundred) == "hundreds"):
        small = _with_rest(tokens, Part(at, hundred, small.value if small else Decimal(1)))
    if small and tokens.word(small.last) == "point":
        return _with_decimals(tokens, small)
    if small or tokens.word(at) not in _SCALES or tokens.word(at).endswith("s"):
        return small
    return Part(at, at, Decimal(1))


def _with_rest(tokens: Tokens, hundreds: Part) -> Part:
    """`three` and what follows its `hundred`: 300, 321."""
    whole, last = hundreds.value * 100, hundreds.last + 1
    joined = tokens.word(last) == "and" and tokens.word(hundreds.first - 1) != "between"
    rest = _below_hundred(tokens, last + joined)
    if rest is None and joined and tokens.kind(hundreds.first) == "digits":
        rest = _two_digits(tokens, last + 1)
    apart = rest is not None and _counts_parts(tokens, rest, joined=joined)
    if rest is None or apart or rest.value == 0 or tokens.word(rest.last) == "hundred":
        return Part(hundreds.first, last, whole, 100)
    return Part(hundreds.first, rest.last, whole + rest.value, 100)


def _counts_parts(tokens: Tokens, rest: Part, *, joined: bool) -> bool:
    """Whether `rest` goes with what follows: 100 and three quarters, 100 thirty-fifths."""
    below = rest.last + (tokens.word(rest.last) == "-")
    size = _DENOMINATORS.get(tokens.word(below), 0)
    return rest.value < size if joined else size > 0 and rest.value % 10 == 0


def _two_digits(tokens: Tokens, at: int) -> Part | None:
    """The 21 of `3 hundred and 21`."""
    word = tokens.word(at)
    return Part(at, at + 1, Decimal(word)) if word.isdecimal() and len(word) < 3 else None


def _below_hundred(tokens: Tokens, at: int) -> Part | None:
    word = tokens.word(at)
    if word in _ONES:
        return Part(at, at + 1, Decimal(_ONES[word]))
    if word not in _TENS:
        return None
    one = at + 1 + (tokens.word(at + 1) == "-")
    if 0 < _ONES.get(tokens.word(one), 0) < 10:
        return Part(at, one + 1, Decimal(_TENS[word] + _ONES[tokens.word(one)]))
    return Part(at, at + 1, Decimal(_TENS[word]))


def _with_decimals(tokens: Tokens, whole: Part) -> Part:
    """`five point five`, `nine point nought four`, `two hundred point seventy-one`."""
    digits, last = "", whole.last + 1
    while len(digits) < 10 and (part := _below_hundred(tokens, last)):
        digits += str(part.value)
        last = part.last
    if not digits:
        return whole
    return Part(whole.first, last, whole.value + Decimal(f"0.{digits}"))
