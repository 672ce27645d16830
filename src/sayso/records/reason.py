"""Why something was read as it was."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Mark", "Reason"]


class Mark(StrEnum):
    """What a reason is given for."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"
    SPEAKER = "speaker"
    FIGURE = "figure"
    TIME = "time"
    CLAIM = "claim"
    PLACE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """The rule, or the head of the encoder, behind one mark, and what it says or went by.

    `of` is the id of the statement, quantity, time, claim or place; `rule` is written as the folder
    of its reader and its name there: `times.weekday`.
    """

    of: str
    mark: Mark
    rule: str
    because: str
