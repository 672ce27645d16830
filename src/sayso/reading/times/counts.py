"""How many: the numbers before units of time."""

from decimal import Decimal, InvalidOperation

from sayso.lexicon import table

__all__ = ["count_of", "duration_value", "nth_of"]

_WORDS: dict[str, int] = {**table("numerals")["ones"], **table("numerals")["tens"]}
_SCALES: dict[str, int] = table("numerals")["scales"]
_NTH: dict[str, int] = table("calendar")["ordinals"]
_DURATIONS: dict[str, dict[str, str | int]] = table("calendar")["durations"]
# Longer numbers name no count of days that anybody prints.
_LONGEST = 15
_DASHES = "-‐‑–—"


def count_of(words: list[str]) -> Decimal | None:
    """The number that the words of a count spell; of two, the larger; None where they are vague.

    >>> count_of(["two", "and", "a", "half"]), count_of(["ten", "to", "12"]), count_of(["several"])
    (Decimal('2.5'), Decimal('12'), None)
    """
    small, known = Decimal(0), False
    for word in _last_of_range(words):
        number = _number(word)
        if word in _SCALES:
            small, known = max(small, Decimal(1)) * _SCALES[word], True
        elif word == "half":
            small, known = small + Decimal("0.5"), True
        elif number is not None:
            small, known = small + number, True
    if not known:
        return Decimal(1) if words in (["a"], ["an"], ["another"]) else None
    return small


def _last_of_range(words: list[str]) -> list[str]:
    """What follows "to", "or" or a dash before digits."""
    for at in range(len(words) - 1, 0, -1):
        if words[at - 1] in ("to", "or") or (words[at][0].isdigit() and words[at - 1] in _DASHES):
            return words[at:]
    return words


def nth_of(words: list[str]) -> int | None:
    """The number of an ordinal: third, 3rd; -1 for the last."""
    for word in words:
        if word in _NTH:
            return _NTH[word]
        if word in ("last", "final", "closing"):
            return -1
        if word == "opening":
            return 1
        if word[:1].isdigit():
            return int(word.rstrip("strndh") or 0)
    return None


def duration_value(count: Decimal | None, unit: str) -> str:
    """A stretch as TIMEX3 writes it; X where nobody said how many.

    >>> duration_value(Decimal("2.5"), "year"), duration_value(None, "decade")
    ('P2.5Y', 'PXDE')
    """
    row = _DURATIONS[unit]
    if count is None:
        return f"{row['prefix']}X{row['letters']}"
    if count == Decimal("0.5") and "half" in row:
        return str(row["half"])
    number = (count * int(row.get("of", 1))).normalize()
    return f"{row['prefix']}{number:f}{row['letters']}"


def _number(word: str) -> Decimal | None:
    if word in _WORDS:
        return Decimal(_WORDS[word])
    if not word[:1].isdigit() or len(word) > _LONGEST:
        return None
    try:
        return Decimal(word.replace(",", ""))
    except InvalidOperation:
        return None
