"""All of keeping a report for which the ledger need not be asked: nobody waits for it."""

import datetime
import zlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sayso.errors import BadRequestError
from sayso.ledger.corrections import Again
from sayso.ledger.rows import Rows, reading_rows
from sayso.ledger.wording import Worded, worded_statements
from sayso.records import Identity, Item, Person, Reading, Report

__all__ = [
    "Identify",
    "Prepared",
    "Read",
    "Told",
    "address_of",
    "original_values",
    "prepare",
    "tell",
    "version_values",
]

Identify = Callable[[Person, datetime.date | None], Identity]
"""What tells a person of a report of that day apart from those of others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What one reader read in a report, and how its people are told apart from others.

    `judged` lists the judgements that were applied, None for the reading of a machine; `people`
    are those whom a judgement gave a number, by their ids in the reading. `again` reads the report
    once more where a judgement fills in its day.
    """

    reading: Reading
    reader: str
    identify: Identify
    judged: str | None = None
    people: Mapping[str, int] = field(default_factory=dict)
    again: Again | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A reading as rows that only lack the numbers which a ledger gives; `day` is its report's.

    `worded` is what can be searched of its statements.
    """

    day: datetime.date | None
    reader: str
    judged: str | None
    people: Sequence[tuple[Person, Identity]]
    given: Mapping[str, int]
    rows: Rows
    outlet: str | None
    worded: Sequence[Worded]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A report as it came, by the values of its rows, with what was read in it."""

    address: str
    name: str
    original: Mapping[str, Any]
    version: Mapping[str, str | None]
    told: Told


def prepare(item: Item, read: Read) -> Prepared:
    """A report made ready to be kept; BadRequestError where no database can hold its text."""
    report = read.reading.report
    _refuse_odd(report)
    return Prepared(
        address=address_of(item, report),
        name=item.name,
        original=original_values(item, text=report.text),
        version=version_values(report),
        told=tell(read),
    )


def tell(read: Read) -> Told:
    """What was read, as rows."""
    reading = read.reading
    day = reading.report.published
    rows = reading_rows(reading)
    return Told(
        day=day,
        reader=read.reader,
        judged=read.judged,
        people=[(one, read.identify(one, day)) for one in reading.people],
        given=read.people,
        rows=rows,
        outlet=reading.report.outlet,
        worded=worded_statements(rows, reading.report.text),
    )


def address_of(item: Item, report: Report) -> str:
    """What is the same for all versions of a report: where it was published, or else found."""
    return report.url or item.name


def original_values(item: Item, *, text: str) -> dict[str, Any]:
    """The bytes as they came; where they are just the text, they are not kept twice."""
    plain = item.data == text.encode("utf-8", "surrogatepass")
    return {
        "sha256": bytes.fromhex(item.sha256),
        "media_type": item.media_type,
        "fetched_at": item.fetched_at and item.fetched_at.isoformat(),
        "size": len(item.data),
        "bytes": None if plain else zlib.compress(item.data),
    }


def version_values(report: Report) -> dict[str, str | None]:
    """The columns of a version that hold its report."""
    return {
        "text_id": report.id,
        "title": report.title,
        "outlet": report.outlet,
        "url": report.url,
        "published": report.published.isoformat() if report.published else None,
        "language": report.language,
        "body": report.text,
    }


def _refuse_odd(report: Report) -> None:
    """What neither database can keep, and intake lets nobody bring: NUL and lone surrogates."""
    kept = f"{report.text}{report.title}{report.outlet}{report.url}"
    try:
        odd = b"\0" in kept.encode()
    except UnicodeEncodeError:
        odd = True
    if odd:
        raise BadRequestError(
            "A text with a NUL or half a character in it cannot be kept; take that out first."
        )
