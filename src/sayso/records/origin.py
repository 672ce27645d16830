"""Where a report has its words from."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Origin", "OriginKind"]


class OriginKind(StrEnum):
    """What tells where a report comes from, the surest first."""

    CREDIT = "credit"
    CITATION = "citation"
    COPY = "copy"
    MISTAKE = "mistake"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The origin of one report: the outlet or wire that its words entered the news by.

    `origin` is its name, `source` the id of the report that this one was likely written from,
    where the reports at hand hold it; `because` is the reason in words. Reports of one `origin`
    count once.
    """

    report: str
    origin: str
    source: str | None = None
    kind: OriginKind
    because: str
