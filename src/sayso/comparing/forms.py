"""The normal form of one word: letter case, accents, spelling variants and contractions undone."""

import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from functools import cache, lru_cache

from sayso.lexicon import table, words

__all__ = ["Part", "decimal_form", "forms_of", "name_form"]

Part = tuple[str, int, int]
"""A normal form and where, inside its word, it stands."""

_APOSTROPHES = str.maketrans("’ʼ‘`", "''''")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.000)+")
_NUMBER = re.compile(r"(\d+(?:[.,]\d+)*)([^\W\d_]*)")
# No figure anybody says is longer; a longer run of digits is compared as it is written.
_LONGEST_NUMBER = 24
_SHORTEST_STEM = 4
_ORDINAL = frozenset({"st", "nd", "rd", "th"})


@lru_cache(maxsize=1 << 12)
def forms_of(surface: str) -> tuple[Part, ...]:
    """The normal forms of one word as written, each with its place in the word.

    >>> forms_of("We’ve")
    (('we', 0, 2), ('have', 2, 5))
    >>> forms_of("8,000"), forms_of("Behaviour"), forms_of("US")
    ((('8000', 0, 5),), (('behavior', 0, 9),), (('us.', 0, 2),))
    """
    plain = surface.translate(_APOSTROPHES)
    if plain in table("wording")["signs"]:
        return ((table("wording")["signs"][plain], 0, len(surface)),)
    if plain[0].isdigit():
        return _number(plain)
    return _word(plain)


def decimal_form(value: Decimal) -> str:
    """The figure in digits, without an exponent or trailing noughts.

    >>> decimal_form(Decimal("8.50E+3"))
    '8500'
    """
    return format(value.normalize(), "f")


def _word(word: str) -> tuple[Part, ...]:
    folded = _folded(word)
    whole = table("wording")["contractions"].get(folded)
    if whole:
        return _split(whole, word)
    if folded.endswith("n't") and len(word) > len("n't"):
        return (*_word(word[:-3]), ("not", len(word) - 3, len(word)))
    stem, mark, tail = word.rpartition("'")
    if not (stem and mark):
        return ((_bare(word), 0, len(word)),)
    clitic = _clitic(stem.lower(), "'" + tail.lower())
    if clitic is None:
        return ((folded.replace("'", ""), 0, len(word)),)
    return (*_word(stem), (clitic, len(stem), len(word)))


def _clitic(stem: str, tail: str) -> str | None:
    """The word that a clitic stands for: `is` in `it's`; in `Varga's` it stays what it is."""
    meanings: list[str] | None = table("wording")["unclear"].get(tail)
    if meanings:
        return meanings[0] if stem in words("wording", "subjects") else tail
    meaning: str | None = table("wording")["clitics"].get(tail)
    return meaning


def _bare(word: str) -> str:
    return _capitals().get(word.replace(".", "")) or _spelled(_folded(word).replace(".", ""))


def _folded(word: str) -> str:
    word = word.lower()
    if word.isascii():
        return word
    return "".join(_plain(letter) for letter in word)


def _plain(letter: str) -> str:
    first = unicodedata.normalize("NFKD", letter)[0]
    return first if first.isalnum() else letter


def _split(whole: list[str], word: str) -> tuple[Part, ...]:
    """Contracted words share the letters: each but the last is as long as its own spelling."""
    parts, start = [], 0
    for at, form in enumerate(whole):
        end = len(word) if at == len(whole) - 1 else min(start + len(form), len(word) - 1)
        parts.append((form, start, end))
        start = end
    return tuple(parts)


def _spelled(word: str) -> str:
    known: Mapping[str, str] = table("wording")["spelling"]
    if word in known:
        return known[word]
    word = table("wording")["ordinals"].get(word, word)
    for british, american in _endings() if word.endswith(_british()) else ():
        if word.endswith(british) and len(word) - len(british) >= _SHORTEST_STEM:
            return word[: -len(british)] + american
    return word


@cache
def _endings() -> tuple[tuple[str, str], ...]:
    """British endings, each with the American one."""
    return tuple(table("wording")["endings"].items())


@cache
def _british() -> tuple[str, ...]:
    return tuple(british for british, _ in _endings())


def _number(word: str) -> tuple[Part, ...]:
    match = _NUMBER.fullmatch(word)
    if match is None or len(word) > _LONGEST_NUMBER:
        return ((word.lower(), 0, len(word)),)
    digits, tail = match.group(1), match.group(2).lower()
    value = _value(digits)
    if value is None or tail in _ORDINAL:
        return ((word.lower(), 0, len(word)),)
    if tail in _fractions():
        return ((decimal_form(value + _fractions()[tail]), 0, len(word)),)
    if tail in _scales():
        return ((decimal_form(value * _scales()[tail]), 0, len(word)),)
    figure = (decimal_form(value), 0, len(digits))
    return (figure, (tail, len(digits), len(word))) if tail else (figure,)


def _value(digits: str) -> Decimal | None:
    """What digits with points and commas stand for; None for a date, a version, a score."""
    if _GROUPED.fullmatch(digits):
        return Decimal(digits.replace(",", "").replace(".000", "000"))
    if digits.count(".") + digits.count(",") <= 1:
        return Decimal(digits.replace(",", "."))
    return None


@cache
def _fractions() -> dict[str, Decimal]:
    signs: Mapping[str, str] = table("wording")["signs"]
    return {sign: Decimal(form) for sign, form in signs.items() if form[0].isdigit()}


@cache
def _scales() -> dict[str, int]:
    return dict(table("numerals")["attached"] | table("numerals")["scales"])


@cache
def _capitals() -> dict[str, str]:
    """Abbreviations in capitals, told apart by case: `US` is a country, `us` is not."""
    same: list[list[str]] = table("wording")["abbreviations"]["same"]
    return {
        name: name_form(names[0])
        for names in same
        for name in names
        if name != name.lower() and name != name.capitalize() and " " not in name
    }


def name_form(name: str) -> str:
    """The form of an abbreviation: a stop tells it from an ordinary word of the same letters."""
    return name.lower() if name in {name.lower(), name.capitalize()} else name.lower() + "."
