"""Who says yes, who says no and who says perhaps to the same claim."""

import datetime
from dataclasses import dataclass
from enum import StrEnum

from sayso.records.claim import Tense
from sayso.records.text import Span
from sayso.records.timex import Interval

__all__ = ["Contradiction", "ContradictionKind", "Position", "Stance"]


class Stance(StrEnum):
    """What somebody says to a claim."""

    YES = "yes"
    NO = "no"
    PERHAPS = "perhaps"


class ContradictionKind(StrEnum):
    """Yes against no; yes or no against perhaps; one speaker who says another thing than before."""

    OPPOSED = "opposed"
    DOUBTED = "doubted"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """What one speaker says to a claim, with the passage; `id` is that of the claim.

    `words` is the clause that makes it, at `span` of the report's text; without `statement` the
    report says it in its own words. `repeated` are other
    reports, by their ids, that give the same speaker the same.
    """

    id: str
    stance: Stance
    tense: Tense
    words: str
    span: Span
    passage: str
    speaker: str | None = None
    person: int | None = None
    said_on: Interval | None = None
    published: datetime.date | None = None
    outlet: str | None = None
    statement: str | None = None
    report: str
    address: str
    repeated: tuple[str, ...] = ()

    @property
    def day(self) -> datetime.date | None:
        """The day it was said, or else published."""
        said = (self.said_on.latest or self.said_on.earliest) if self.said_on else None
        return said or self.published

    @property
    def who(self) -> str:
        """Who says it, one name for one person across reports."""
        return str(self.person or (self.speaker or "").casefold())


@dataclass(frozen=True, slots=True, kw_only=True)
class Contradiction:
    """Two positions to one claim, the earlier first, and the words by which it is taken for one."""

    kind: ContradictionKind
    one: Position
    other: Position
    shared: tuple[str, ...] = ()
