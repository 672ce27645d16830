"""What a person decided, and how a second reading or version departs from the first."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from sayso.records.text import Span

__all__ = ["Anchor", "Change", "ChangeKind", "Judgement", "JudgementKind"]


class JudgementKind(StrEnum):
    """What a judgement is about; `FILL` is the outlet or day of a report that gives none."""

    FILL = "fill"
    SPEAKER = "speaker"
    SPAN = "span"
    QUANTITY = "quantity"
    TIME = "time"
    VERDICT = "verdict"
    GROUPING = "grouping"
    FORECAST = "forecast"
    SPLIT = "split"
    MERGE = "merge"
    RENAME = "rename"
    UNDO = "undo"


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """The passage that a judgement is about: its place, its words and those around it."""

    mention: str
    span: Span
    words: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """What somebody decided, when and why; `change` holds what is so instead.

    `made_at` is in UTC; `undoes` is the number of the judgement that this one takes back, `stands`
    is false where another has taken this one back. `lost` is true where the newest text of the
    report has the passage no more, so that the judgement waits for somebody to look.
    """

    number: int
    kind: JudgementKind
    made_by: str
    made_at: str
    reason: str | None = None
    anchor: Anchor | None = None
    change: Mapping[str, Any] = field(default_factory=dict)
    undoes: int | None = None
    stands: bool = True
    lost: bool = False


class ChangeKind(StrEnum):
    """What became of a statement from one reading or version to the next."""

    ADDED = "added"
    DROPPED = "dropped"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One statement that differs: its words and speaker before and after, None where it was not."""

    kind: ChangeKind
    before: str | None = None
    after: str | None = None
    speaker_before: str | None = None
    speaker_after: str | None = None
