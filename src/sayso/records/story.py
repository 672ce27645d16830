"""Reports of one happening."""

import datetime
from dataclasses import dataclass

__all__ = ["KnownStory", "ReportCard", "Story"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Reports of one happening, by their ids in order; `id` follows from them."""

    id: str
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCard:
    """A report of the ledger without its text; `file` is where it was found."""

    id: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    file: str | None = None
    published: datetime.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownStory:
    """A story of the ledger by its number there, its reports in order of their days."""

    id: int
    title: str | None
    reports: tuple[ReportCard, ...]
