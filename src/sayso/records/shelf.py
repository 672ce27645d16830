"""What a ledger tells of its reports, before any of them is opened."""

import datetime
from collections.abc import Mapping
from dataclasses import dataclass, field

from sayso.records.judgement import Judgement
from sayso.records.place import PlaceKind
from sayso.records.reading import Reading

__all__ = ["Facet", "FacetCount", "KeptReport", "Original", "Overview", "PlaceCount", "Shelved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """One version of a report as it stands on the shelf.

    `report` is the id of its text, `number` counts its versions from 1, `added_at` is in UTC,
    `statements` is how many its newest reading holds.
    """

    report: str
    address: str
    number: int
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    added_at: str
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The bytes that a report came as; `size` is in bytes, `sha256` in hex."""

    sha256: str
    size: int
    media_type: str | None = None
    fetched_at: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptReport:
    """A version of a report with all that the ledger knows of it.

    `people` are the ledger's numbers and names of people by their ids in the reading, `versions`
    all versions of the report in order, `current` is false where a newer reading took the place of
    this one.
    """

    reading: Reading
    reader: str
    shelved: Shelved
    versions: tuple[Shelved, ...]
    original: Original | None = None
    people: Mapping[str, tuple[int, str]] = field(default_factory=dict)
    judgements: tuple[Judgement, ...] = ()
    current: bool = True

    @property
    def newest(self) -> bool:
        """Whether no later version of the report is known."""
        return self.shelved.number == self.versions[-1].number


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetCount:
    """How many statements have one value; `key` is what asks for them, `value` what it is called.

    `at_least` is true where not all statements were counted.
    """

    key: str
    value: str
    count: int
    at_least: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceCount:
    """How many statements name a place; degrees in WGS 84.

    In `governments` of them it stands for those who govern there.
    """

    name: str
    kind: PlaceKind | None
    latitude: float
    longitude: float
    count: int
    governments: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """The most frequent values of one filter of a search."""

    name: str
    tallies: tuple[FacetCount, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """How much a ledger holds, what came last, and who speaks most in that."""

    reports: int
    statements: int
    people: int
    records: int
    failures: int
    newest: tuple[Shelved, ...]
    heard: tuple[FacetCount, ...]
