"""Numbers written in digits: 8,000 and 8.000, 1 234 567, 12,34,567.89, 6.23x10^-4."""

import re
from decimal import Decimal, InvalidOperation

__all__ = ["parse_digits", "parse_power", "plain_decimal"]

# Nothing that is counted needs more digits; longer runs are keys, hashes and card numbers.
_LONGEST = 25
_POWER = re.compile(
    r"(?P<base>[0-9.]+)\s?(?P<how>e|[x×]\s?10\^|\^)\+?(?P<exponent>-?[0-9]+)", re.IGNORECASE
)
_SPACES = re.compile(r"[\u0020\u00a0\u2009\u202f]")
_POINT = re.compile(
    r"(?P<whole>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})+,[0-9]{3})?"
    r"(?P<decimals>\.[0-9]+)?"
)
_COMMA = re.compile(r"(?P<whole>[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)(?P<decimals>,[0-9]+)?")


def parse_digits(word: str, *, comma: bool = False) -> Decimal | None:
    """The value of digits; `comma` where the language marks decimals with a comma.

    Where only the other convention fits, as in `3,7` or `1.234.567` in English, that one holds.

    >>> parse_digits("8,000"), parse_digits("8.000", comma=True), parse_digits("3,7")
    (Decimal('8000'), Decimal('8000'), Decimal('3.7'))
    """
    bare = _SPACES.sub("", word)
    if len(bare) > _LONGEST:
        return None
    for pattern, group in ((_COMMA, "."), (_POINT, ",")) if comma else _ENGLISH:
        match = pattern.fullmatch(bare)
        if match:
            whole = (match["whole"] or "0").replace(group, "")
            return plain_decimal(Decimal(whole + (match["decimals"] or "").replace(",", ".")))
    return None


_ENGLISH = ((_POINT, ","), (_COMMA, "."))


def parse_power(word: str) -> Decimal | None:
    """The value of 1.3e6, 6.23x10^-4 or 1.1^23.

    >>> parse_power("1.3x10^6")
    Decimal('1300000')
    """
    match = _POWER.fullmatch(word)
    if not match or len(word) > _LONGEST:
        return None
    base, exponent = Decimal(match["base"]), int(match["exponent"])
    try:
        return plain_decimal(base**exponent if match["how"] == "^" else base.scaleb(exponent))
    except (InvalidOperation, ZeroDivisionError):  # 0^-1
        return None


def plain_decimal(value: Decimal) -> Decimal:
    """The same value without an exponent or trailing zeros after the point.

    >>> plain_decimal(Decimal("6.50") * 1_000_000)
    Decimal('6500000')
    """
    whole = value.to_integral_value()
    if value == whole:
        return Decimal(int(whole)) if abs(value.adjusted()) <= _LONGEST else value
    return value.normalize()
