"""What was foretold, by when, and how it came out."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from sayso.records.claim import Certainty, Polarity
from sayso.records.contradiction import Position
from sayso.records.text import Span
from sayso.records.timex import Interval

__all__ = ["Board", "Foretelling", "Outcome", "Tally"]


class Outcome(StrEnum):
    """How a forecast came out, as a person decided; void where its condition was never met."""

    CAME_TRUE = "came_true"
    DID_NOT = "did_not"
    PARTLY = "partly"
    AMBIGUOUS = "ambiguous"
    VOID = "void"


@dataclass(frozen=True, slots=True, kw_only=True)
class Foretelling:
    """What one speaker foretells; `id` is that of the claim.

    `window` is when it is to be, `window_words` as it was said; `condition` are the words it hangs
    on. `outcome` is None while nobody has decided, else `judged_by` somebody for a `reason`.
    `evidence` are later statements that may tell how it came out, the likest first; `repeated` are
    other reports, by their ids, that give the same speaker the same.
    """

    id: str
    words: str
    span: Span
    passage: str
    polarity: Polarity
    certainty: Certainty
    condition: str | None = None
    window: Interval | None = None
    window_words: str | None = None
    speaker: str | None = None
    person: int | None = None
    said_on: Interval | None = None
    published: datetime.date | None = None
    outlet: str | None = None
    statement: str
    report: str
    address: str
    repeated: tuple[str, ...] = ()
    outcome: Outcome | None = None
    judged_by: str | None = None
    reason: str | None = None
    evidence: tuple[Position, ...] = ()

    @property
    def due(self) -> datetime.date | None:
        """The last day of its window; None where it has no end."""
        return self.window.latest if self.window else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How one speaker's forecasts came out; `made` is how many there are, judged or not."""

    speaker: str | None
    person: int | None
    made: int
    outcomes: tuple[tuple[Outcome, int], ...]

    @property
    def judged(self) -> int:
        """Of how many somebody has decided."""
        return sum(count for _, count in self.outcomes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """The forecasts in order of the days on which they are due, and the tallies of who made them.

    Those without an end stand last.
    """

    forecasts: tuple[Foretelling, ...]
    tallies: tuple[Tally, ...]
