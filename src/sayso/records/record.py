"""What was said, as the record has it."""

import datetime
from dataclasses import dataclass

from sayso.records.quantity import Quantity
from sayso.records.text import Span, Spans
from sayso.records.timex import Timex

__all__ = ["Record", "RecordCard", "Turn"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One stretch of one speaker; `speaker` is as the record writes it, None where it names none.

    `interpreted` is true where the words came through an interpreter.
    """

    speaker: str | None
    span: Span
    interpreted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The primary transcript or text of what was said, in turns.

    `gaps` are the places (often empty spans) where the record says that words are missing;
    `complete` is false where there is any, so that words not found may have been said there.
    `is_report` where it is another report, which may be wrong as well: its turns are what it gives
    to each speaker. `quantities` and `times` are those read in the text, in its order.
    """

    id: str
    name: str
    text: str
    turns: tuple[Turn, ...]
    gaps: Spans = ()
    title: str | None = None
    held: datetime.date | None = None
    venue: str | None = None
    url: str | None = None
    quantities: tuple[Quantity, ...] = ()
    times: tuple[Timex, ...] = ()
    is_report: bool = False

    def __hash__(self) -> int:
        # what was read from a record is kept by it: not every figure of it each time
        return hash((self.id, self.name))

    @property
    def complete(self) -> bool:
        """Whether the record claims to hold all that was said."""
        return not self.gaps

    @property
    def speakers(self) -> frozenset[str]:
        """Everybody whom the turns name, as the record writes them."""
        return frozenset(turn.speaker for turn in self.turns if turn.speaker)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordCard:
    """A record without its words, to choose it by; `held` is the day on which they were spoken."""

    id: str
    name: str
    title: str | None = None
    held: datetime.date | None = None
