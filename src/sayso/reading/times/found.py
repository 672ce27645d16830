"""What a form found in the words, and what it means."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.reading.times.forms import Form
from sayso.reading.times.periods import Period
from sayso.reading.times.tokens import Tokens

__all__ = ["Found", "Meaning", "Now", "meaning_of"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Words that have the form of a time: from the `first` word up to `end`, with their parts."""

    form: Form
    tokens: Tokens
    first: int
    end: int
    parts: Mapping[str, tuple[int, int]]
    inner: "Found | None" = None

    def words(self, part: str) -> list[str]:
        """The words of a part, none where the form was found without it."""
        first, end = self.parts.get(part, (0, 0))
        return self.tokens.words[first:end]

    def word(self, part: str) -> str:
        """The words of a part as one string."""
        return " ".join(self.words(part))

    def before(self, back: int = 1) -> str:
        """The word before, or further back."""
        return self.tokens.word(self.first - back)

    def after(self, ahead: int = 1) -> str:
        """The word after, or further on."""
        return self.tokens.word(self.end + ahead - 1)

    def is_inside(self) -> bool:
        """Whether a word of the same sentence stands right before."""
        return self.before().isalpha() or self.before() in (",", "-", "’", "'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Meaning:
    """A time as TIMEX3 writes it, with its first and last day where they are known."""

    type: str = "DATE"
    value: str | None = None
    mod: str | None = None
    first: datetime.date | datetime.datetime | None = None
    last: datetime.date | datetime.datetime | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Now:
    """What a time hangs on.

    `day` is the day of the words and `anchor` its name; `direction` is 1 where the clause looks
    ahead, -1 where it looks back, 0 where it does not tell; what was once `planned` may be over by
    then. `before` is the time told last,
    `beside` the day told in the same sentence, each with its id; `inner` what is told inside.
    """

    day: datetime.date | None = None
    anchor: str | None = None
    direction: int = 0
    planned: bool = False
    before: tuple[str, Meaning] | None = None
    beside: tuple[str, Meaning] | None = None
    inner: Meaning | None = field(default=None)


def meaning_of(period: Period | None, anchor: str | None = None) -> Meaning | None:
    """A stretch of the calendar as the meaning of a time."""
    if period is None:
        return None
    return Meaning(value=period.value, first=period.first, last=period.last, anchor=anchor)
