"""The kinds of columns of a packed table: what is stored for a value, and how SQL shows it again.

A value that does not fit is stored as None, and by its name beside the columns.
"""

import datetime
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Any, Protocol

__all__ = [
    "Choice",
    "Column",
    "Columns",
    "Day",
    "Deflated",
    "Length",
    "Numbered",
    "Same",
    "Spanned",
    "Whole",
    "inflate",
    "is_empty",
]

Columns = Mapping[str, Sequence[Any]]
"""The values of many rows by the name of their column."""
_LENGTH_BITS = 12  # a span of 4,096 code points or more is rare
_SPAN_LENGTH = 18  # a longer one than of two numbers of eight digits
_BEFORE = 1721424.5  # days of SQLite's calendar before the first of Python's
_DAY_LENGTH = 10
_WHOLE_LENGTH = 15  # digits that a float holds, whatever they are
# Of 1,000 news texts a window of 8 KB and less to clear for each took a quarter less time than what
# zlib has by itself, for 0.2 % more room; levels 1 and 9 differed by 2 % in size, little in time.
_DEFLATED = (6, zlib.DEFLATED, 13, 7)


class Column(Protocol):
    """A column of the stored table; one without a `kind` is not stored at all."""

    @property
    def stored(self) -> str:
        """Its name there."""
        ...

    @property
    def kind(self) -> str | None:
        """Its type there."""
        ...

    def shown(self) -> Mapping[str, str]:
        """The SQL that gives each column of the view which it holds."""
        ...

    def pack(self, columns: Columns) -> Sequence[Any]:
        """What is stored for each row."""
        ...


@dataclass(frozen=True, slots=True)
class Same:
    """What is stored as it is."""

    stored: str
    kind: str

    def shown(self) -> Mapping[str, str]:
        """The column itself."""
        return {self.stored: self.stored}

    def pack(self, columns: Columns) -> Sequence[Any]:
        """The values themselves."""
        return columns[self.stored]


@dataclass(frozen=True, slots=True)
class Length:
    """`ends` as what it is beyond `begins`."""

    stored: str = "length"
    kind: str = "integer"

    def shown(self) -> Mapping[str, str]:
        """The sum."""
        return {"ends": "begins + length"}

    def pack(self, columns: Columns) -> Sequence[Any]:
        """The differences."""
        return [end - start for start, end in zip(columns["begins"], columns["ends"], strict=True)]


@dataclass(frozen=True, slots=True)
class Spanned:
    """A single span in short, `12-40`, as one integer."""

    stored: str
    kind: str = "integer"

    def shown(self) -> Mapping[str, str]:
        """Start and end, taken apart."""
        start = f"({self.stored} >> {_LENGTH_BITS})"
        end = f"({start} + ({self.stored} & {(1 << _LENGTH_BITS) - 1}))"
        return {self.stored: f"{start} || '-' || {end}"}

    def pack(self, columns: Columns) -> Sequence[Any]:
        """The start, then the length in the lowest bits."""
        return [_span(text) if text else None for text in columns[self.stored]]


@dataclass(frozen=True, slots=True)
class Day:
    """A day as the number of it; with `since` as how many days after that column's."""

    stored: str
    since: str | None = None
    kind: str = "integer"

    def shown(self) -> Mapping[str, str]:
        """The day as ISO 8601 has it."""
        number = f"{self.since} + {self.stored}" if self.since else self.stored
        return {self.stored: f"date({number} + {_BEFORE})"}

    def pack(self, columns: Columns) -> Sequence[Any]:
        """The numbers."""
        days = [_day(text) if text else None for text in columns[self.stored]]
        if self.since is None:
            return days
        before = [_day(text) if text else None for text in columns[self.since]]
        return [
            None if day is None or first is None else day - first
            for day, first in zip(days, before, strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Whole:
    """The text of a whole number that another column holds: as 0, which takes no room."""

    stored: str
    of: str
    kind: str = "integer"

    def shown(self) -> Mapping[str, str]:
        """The number as text."""
        return {self.stored: f"cast(cast({self.of} as integer) + {self.stored} as text)"}

    def pack(self, columns: Columns) -> Sequence[Any]:
        """0 where it is the same number."""
        return [
            0 if text and _is_whole(text) and text == str(int(number)) else None
            for text, number in zip(columns[self.stored], columns[self.of], strict=True)
        ]


@dataclass(frozen=True, slots=True)
class Choice:
    """Columns that each hold one of a few values, together as one number.

    The values are written into ledgers by their places here: new ones go to the end of a choice of
    one column, none is ever taken away.
    """

    stored: str
    values: Mapping[str, Sequence[Any]]
    kind: str = "integer"

    def shown(self) -> Mapping[str, str]:
        """Each column's part of the number, as the word for it."""
        shown, below = {}, 1
        for name, words in self.values.items():
            part = f"{self.stored} / {below} % {len(words)}"
            cases = " ".join(f"when {at} then {_quoted(word)}" for at, word in enumerate(words))
            shown[name] = f"case {part} {cases} end"
            below *= len(words)
        return shown

    def pack(self, columns: Columns) -> Sequence[Any]:
        """The numbers of the combinations."""
        numbers = _numbers(tuple(map(tuple, self.values.values())))
        wanted = zip(*(columns[name] for name in self.values), strict=True)
        return [numbers.get(words) for words in wanted]


@dataclass(frozen=True, slots=True)
class Numbered:
    """`p1`, `p2` ... for row 0, 1 ...: not stored at all."""

    stored: str
    kind: None = None

    def shown(self) -> Mapping[str, str]:
        """The name by the row's number."""
        return {self.stored: "'p' || (number + 1)"}

    def pack(self, columns: Columns) -> Sequence[Any]:
        """The name where it is the usual one."""
        usual = [f"p{number + 1}" for number in columns["number"]]
        given = columns[self.stored]
        return [name if name == own else None for name, own in zip(usual, given, strict=True)]


@dataclass(frozen=True, slots=True)
class Deflated:
    """A text, compressed (RFC 1950)."""

    stored: str
    kind: str = "blob"

    def shown(self) -> Mapping[str, str]:
        """The text, by a function that connections of sayso have."""
        return {self.stored: f"inflate({self.stored})"}

    def pack(self, columns: Columns) -> Sequence[Any]:
        """The compressed bytes."""
        return [_deflate(text.encode()) for text in columns[self.stored]]


def is_empty(values: Sequence[Any]) -> bool:
    """Whether there is no value among them; told at once of most columns.

    >>> is_empty([None, None]), is_empty([None, 0])
    (True, False)
    """
    return values[0] is None and values.count(None) == len(values)


def _deflate(plain: bytes) -> bytes:
    packing = zlib.compressobj(*_DEFLATED)
    return packing.compress(plain) + packing.flush()


# The statements of a report are asked for one after the other.
@lru_cache(maxsize=64)
def inflate(packed: bytes | None) -> str | None:
    """The text that was compressed.

    >>> inflate(zlib.compress("Nine dockers".encode()))
    'Nine dockers'
    """
    return None if packed is None else zlib.decompress(packed).decode()


@lru_cache(maxsize=20_000)
def _day(text: str) -> int | None:
    if len(text) != _DAY_LENGTH:
        return None
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day.toordinal() if day.isoformat() == text else None


def _is_whole(text: str) -> bool:
    return text.isdecimal() and len(text) <= _WHOLE_LENGTH


def _span(text: str) -> int | None:
    start, _, end = text.partition("-")
    try:
        begins, ends = int(start), int(end)
    except ValueError:  # none at all, or several
        return None
    fits = 0 <= ends - begins < 1 << _LENGTH_BITS and len(text) <= _SPAN_LENGTH
    return begins << _LENGTH_BITS | ends - begins if fits and text == f"{begins}-{ends}" else None


@lru_cache(maxsize=64)
def _numbers(values: tuple[tuple[Any, ...], ...]) -> Mapping[tuple[Any, ...], int]:
    numbers: dict[tuple[Any, ...], int] = {}
    for places in product(*(range(len(words)) for words in reversed(values))):
        words = tuple(of[at] for of, at in zip(values, reversed(places), strict=True))
        numbers[words] = len(numbers)
    return numbers


def _quoted(word: str | int | None) -> str:
    if word is None:
        return "null"
    return str(word) if isinstance(word, int) else f"'{word}'"
