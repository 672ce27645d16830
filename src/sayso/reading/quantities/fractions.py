"""Fractions: half, a third, two-thirds, three-quarters, ¾, 3½, 2 1/4, one and a half million."""

from decimal import Decimal
from fractions import Fraction
from unicodedata import numeric

from sayso.lexicon import table
from sayso.reading.quantities.spelled import Part, read_scales, read_whole
from sayso.reading.quantities.tokens import Tokens

__all__ = ["read_fraction", "with_fraction"]

_DENOMINATORS: dict[str, int] = table("numerals")["denominators"]
_TENS: dict[str, int] = table("numerals")["tens"]
_FIRSTS = {**_DENOMINATORS, "first": 1, "firsts": 1}  # twenty-firsts
_SHARES: dict[str, list[str]] = table("numerals")["shares"]
_AFTER = {"half": frozenset(_SHARES["after_half"]), "quarter": frozenset(_SHARES["after_quarter"])}
_BEFORE = frozenset(_SHARES["before"])
_NEVER_BEFORE = frozenset(_SHARES["never_before"])
_NEVER_AFTER = frozenset(_SHARES["never_after"])
_BEFORE_PERIODS = frozenset(_SHARES["before_periods"])
_WRITTEN = frozenset(_SHARES["written"])
_ARTICLES = frozenset({"a", "an", "one"})


def read_fraction(tokens: Tokens, at: int) -> Part | None:
    """The fraction that begins with the token at `at`, or with the `a` before it.

    >>> from sayso.reading.quantities.tokens import split_tokens
    >>> read_fraction(split_tokens("half a million people"), 0).value
    Decimal('500000.0')
    """
    part = _symbol(tokens, at) or _written(tokens, at) or _single(tokens, at)
    return _scaled(tokens, part) if part else None


def with_fraction(tokens: Tokens, whole: Part) -> Part:
    """`whole` and the fraction that goes on from it: 3½, 2 1/4, one and a half, two thirds."""
    divided = _divided(tokens, whole) or _one_over(tokens, whole) or _of_hundreds(tokens, whole)
    if divided:
        return _scaled(tokens, divided)
    rest = _symbol(tokens, whole.last) or _written(tokens, whole.last) or _after_and(tokens, whole)
    if rest is None:
        return whole
    scales = read_scales(tokens, rest.last)
    if whole.scale < 1_000 and scales:  # one and a half million
        scale = int(scales.value)
        return Part(whole.first, scales.last, (whole.value + rest.value) * scale, scale)
    scale = int(scales.value) if scales else whole.scale if whole.scale >= 1_000 else 1
    last = scales.last if scales else rest.last
    return Part(whole.first, last, whole.value + rest.value * scale, whole.scale)


def _symbol(tokens: Tokens, at: int) -> Part | None:
    if tokens.kind(at) != "fraction":
        return None
    share = Fraction(numeric(tokens.word(at))).limit_denominator(10)
    return Part(at, at + 1, Decimal(share.numerator) / share.denominator)


def _written(tokens: Tokens, at: int) -> Part | None:
    """3/4, but neither 9/11 nor 24/7."""
    above, _, below = tokens.word(at).partition("/")
    if below not in _WRITTEN or not (above.isdecimal() and len(above) < 3):
        return None
    return Part(at, at + 1, Decimal(above) / int(below)) if int(above) < int(below) else None


def _single(tokens: Tokens, at: int) -> Part | None:
    """`half`, `a third`, `quarter` where the words around make it a share, not a period or rank."""
    word, before = tokens.word(at), tokens.word(at - 1)
    if word not in _DENOMINATORS or word.endswith("s") or before in _NEVER_BEFORE:
        return None
    article = before in _ARTICLES
    hyphen = tokens.word(at + 1) == "-"
    after = tokens.word(at + 1 + hyphen)
    share = (article or word == "half") and not hyphen and after not in _NEVER_AFTER
    sure = after == "of" or tokens.word(at - 1 - article) in _BEFORE or len(tokens) == at + 1
    if not (share and sure) and after not in _AFTER.get(word, ()):
        return None
    return Part(at - article, at + 1, 1 / Decimal(_DENOMINATORS[word]))


def _divided(tokens: Tokens, whole: Part) -> Part | None:
    """`two thirds`, `one-eighth`, the `three-quarter` of a point; not `the last two quarters`."""
    at = whole.last + (tokens.word(whole.last) == "-")
    ten = _TENS.get(tokens.word(at), 0)  # three twenty-fifths
    ordinal = at + 1 + (tokens.word(at + 1) == "-") if ten else at
    word = tokens.word(ordinal)
    below = _FIRSTS.get(word, 0) if ten else _DENOMINATORS.get(word, 0)
    if not below or (ten and below > 9):
        return None
    if (whole.value == 1) == word.endswith("s") and (ten or at == whole.last):
        return None
    if whole.value >= 20 and not word.endswith("s"):  # twenty-fifth
        return None
    if word.startswith("quarter") and tokens.word(whole.first - 1) in _BEFORE_PERIODS:
        return None
    return Part(whole.first, ordinal + 1, whole.value / (ten + below))


def _one_over(tokens: Tokens, whole: Part) -> Part | None:
    """`one over twenty`."""
    if whole.value != 1 or tokens.word(whole.last) != "over":
        return None
    below = read_whole(tokens, whole.last + 1)
    return Part(whole.first, below.last, 1 / below.value) if below and below.value else None


def _of_hundreds(tokens: Tokens, whole: Part) -> Part | None:
    """`one one hundred and fifth`, `three one-hundred-fifths`."""
    below = read_whole(tokens, _past_hyphen(tokens, whole.last)) if whole.scale == 1 else None
    if below is None or below.scale != 100 or tokens.kind(below.first) != "word":
        return None
    at = _past_hyphen(tokens, below.last) + (tokens.word(below.last) == "and")
    word = tokens.word(at)
    if word not in _DENOMINATORS or (whole.value == 1) == word.endswith("s"):
        return None
    return Part(whole.first, at + 1, whole.value / (below.value + _DENOMINATORS[word]))


def _after_and(tokens: Tokens, whole: Part) -> Part | None:
    """The fraction of `one and a half`, `twenty and three fifths`."""
    at = _past_hyphen(tokens, whole.last)
    if tokens.word(at) != "and":
        return None
    at = _past_hyphen(tokens, at + 1)
    below = _past_hyphen(tokens, at + 1)
    if tokens.word(at) in _ARTICLES and tokens.word(below) in _DENOMINATORS:
        return Part(at, below + 1, 1 / Decimal(_DENOMINATORS[tokens.word(below)]))
    count = read_whole(tokens, at)
    return _divided(tokens, count) if count else None


def _past_hyphen(tokens: Tokens, at: int) -> int:
    return at + (tokens.word(at) == "-" and tokens.glued(at))


def _scaled(tokens: Tokens, part: Part) -> Part:
    """`part` times the scale words after it: half a million, two thirds of a million."""
    of = part.last + (tokens.word(part.last) == "of")
    at = of + (tokens.word(of) in _ARTICLES)
    scales = read_scales(tokens, part.last) or (read_scales(tokens, at) if at > of else None)
    if scales is None:
        return part
    return Part(part.first, scales.last, part.value * scales.value, int(scales.value))
