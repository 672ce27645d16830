"""The classes that words of times are in, and one letter for each set of classes."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sayso.lexicon import table

__all__ = ["Classes", "build_classes"]

# Letters of the last private plane, one for each set of classes that some word is in: of letters
# below it `re` makes a map of 65,536 signs for every class, a tenth of a second for all forms.
_FIRST = 0x100000
_MARKS = {
    "COMMA": ",",
    "DOT": ".",
    "DASH": "-‐‑–—",
    "SLASH": "/",
    "APOS": "'’",
    "OPEN": "([",
    "CLOSE": ")]",
    "PLUS": "+",
}
_KINDS = {
    "stamp": ["STAMP"],
    "numeric": ["NUMERIC"],
    "clock": ["CLOCK"],
    "decade": ["DECADE"],
    "short": ["SHORTYEAR"],
    "nth": ["NTH"],
    "half": ["AMPM"],
    "quarter": ["QUARTERSIGN"],
    "semester": ["HALFSIGN"],
    "mixed": [],
    "gap": ["GAP"],
    "other": [],
    "name": ["WORD"],
}
# What a token of a kind that is looked up is where it is in no row.
_UNLISTED = {
    "word": "name",
    "letter": "name",
    "spelled": "name",
    "initials": "name",
    "mark": "other",
    "apostrophe": "other",
}
# Classes whose words are the keys of a table in calendar.toml.
_CALENDAR = {
    "MONTH": "months",
    "MONTHSHORT": "month_abbreviations",
    "WEEKDAY": "weekdays",
    "WEEKDAYSHORT": "weekday_abbreviations",
    "WEEKDAYS": "weekday_plurals",
    "SEASON": "seasons",
    "PART": "parts",
    "HOURWORD": "hours",
    "ZONE": "zones",
    "DECADEWORD": "decade_words",
    "ORDINAL": "ordinals",
    "RECURRENCE": "recurrences",
    "UNITWORD": "units",
    "UNITPLURAL": "unit_plurals",
}
# One number of each kind that `_number_classes` tells apart.
_NUMBERS = ("0", "5", "00", "05", "18", "28", "45", "75", "0930", "0975", "1030", "1975", "3000")


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """One letter for every word, and for every class the letters of the words in it."""

    exact: Mapping[str, str]
    folded: Mapping[str, str]
    kinds: Mapping[str, str]
    numbers: Mapping[frozenset[str], str]
    members: Mapping[str, str]

    def codes(self, kinds: Sequence[str], written: Sequence[str], words: Sequence[str]) -> str:
        """The letters of tokens of those kinds, as they are written and in small letters."""
        exact, folded = self.exact, self.folded
        unlisted = {kind: self.kinds[instead] for kind, instead in _UNLISTED.items()}
        return "".join(
            [
                exact.get(form) or folded.get(word) or unlisted[kind]
                if kind in unlisted
                else self._unlisted(kind, form)
                for kind, form, word in zip(kinds, written, words, strict=True)
            ]
        )

    def _unlisted(self, kind: str, word: str) -> str:
        """The letter of a token that is no word or mark but by its form a number, a clock time."""
        if kind == "number":
            return self.folded.get(word) or self.numbers[frozenset(_number_classes(word))]
        return self.kinds[kind]


def build_classes(literals: Iterable[str]) -> Classes:
    """The classes of the lexicon, with every word of `literals` in a class of its own."""
    exact, folded = _words(literals)
    numbers = [frozenset(_number_classes(digits)) for digits in _NUMBERS]
    numbers += [frozenset(_number_classes("1.25")), frozenset(_number_classes("1,200"))]
    numbers += [frozenset(_number_classes("6.40"))]
    kinds = {kind: frozenset(names) for kind, names in _KINDS.items()}
    sets = {*exact.values(), *folded.values(), *numbers, *kinds.values()}
    letters = {names: chr(_FIRST + at) for at, names in enumerate(sorted(sets, key=sorted))}
    members: dict[str, str] = defaultdict(str)
    for names, letter in letters.items():
        for name in names:
            members[name] += letter
    return Classes(
        exact={word: letters[names] for word, names in exact.items()},
        folded={word: letters[names] for word, names in folded.items()},
        kinds={kind: letters[names] for kind, names in kinds.items()},
        numbers={names: letters[names] for names in numbers},
        members=dict(members),
    )


def _words(literals: Iterable[str]) -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    """Words as written, and words in small letters, each with its classes."""
    folded: dict[str, set[str]] = defaultdict(set)
    exact: dict[str, set[str]] = defaultdict(set)
    cased = frozenset(table("calendar")["cased"])
    for name, word in [*_rows(), *(("=" + word, word) for word in literals)]:
        if word in cased and not name.startswith("="):
            exact[word.title()].add(name)
            exact[word.upper()].add(name)
        elif word.lower() != word:
            exact[word].add(name)
        else:
            folded[word].add(name)
    for word, names in exact.items():
        names |= folded.get(word.lower(), set())
    stop = frozenset(table("timewords")["classes"]["STOP"])
    for word, names in (*exact.items(), *folded.items()):
        if word.isalpha() and word not in stop:
            names.add("WORD")
        if word.isdigit():
            names.update(_number_classes(word))
    return _frozen(exact), _frozen(folded)


def _frozen(words: Mapping[str, set[str]]) -> dict[str, frozenset[str]]:
    return {word: frozenset(names) for word, names in words.items()}


def _rows() -> Iterator[tuple[str, str]]:
    """Every class of the lexicon with each of its words."""
    words: dict[str, Any] = table("timewords")["classes"]
    calendar = table("calendar")
    for name, row in words.items():
        yield from ((name, word) for word in row)
    for name, key in _CALENDAR.items():
        yield from ((name, word) for word in calendar[key])
    for name, marks in _MARKS.items():
        yield from ((name, mark) for mark in marks)
    numerals = table("numerals")
    yield from (("NUMBERWORD", word) for word in (*numerals["ones"], *numerals["tens"]))


def _number_classes(digits: str) -> Iterator[str]:
    yield "CARDINAL"
    if re.fullmatch(r"[0-9]{1,2}\.[0-5][0-9]", digits):
        yield "CLOCKDOT"
    if len(digits) > 4 or not digits.isdigit():
        return
    number = int(digits)
    if len(digits) <= 2:
        yield from _short_number_classes(digits, number)
    if len(digits) == 4 and number // 100 < 24 and number % 100 < 60:
        yield "MILITARY"
    if len(digits) == 4 and 1000 <= number < 3000:
        yield "YEAR"


def _short_number_classes(digits: str, number: int) -> Iterator[str]:
    if 1 <= number <= 31:
        yield "DAY"
    if number <= 24:
        yield "HOUR"
    if len(digits) == 2:
        yield "TWODIGITS"
