"""Looking round in a ledger: what came last, one report, one statement, one person."""

import datetime
import re
from dataclasses import dataclass

from sayso.errors import NotKeptError
from sayso.ledger import (
    Ledger,
    kept_report,
    names_in,
    original_data,
    overview_of,
    person_in,
    readings_of_text,
    record_cards,
    shelved,
)
from sayso.records import (
    KeptReport,
    KnownPerson,
    Overview,
    RecordCard,
    Shelved,
    Statement,
    Tenure,
)

__all__ = [
    "Located",
    "locate",
    "newest_reports",
    "open_report",
    "original",
    "overview",
    "person",
    "records",
    "tenures",
]

_RECORDS = 1_000  # without their words these take a hundredth of a second
_FAR = datetime.timedelta.max
_STATEMENT = re.compile(r"([0-9a-f]{16})\.s\d+-\d+(\+\d+-\d+)*")
_TEXT = re.compile(r"[0-9a-f]{16}")
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Where a statement was read; `statement` is None where nothing was ever read there."""

    kept: KeptReport
    statement: Statement | None


def overview(ledger: Ledger, *, newest: int = 12) -> Overview:
    """How much there is, and what came last."""
    with ledger.seen() as connection:
        return overview_of(connection, names_in(connection), newest=newest)


def newest_reports(
    ledger: Ledger, *, before: int | None = None, limit: int = 50
) -> list[tuple[int, Shelved]]:
    """The reports, the one that came last first; go on after a page with its last number."""
    with ledger.seen() as connection:
        return shelved(connection, before=before, limit=limit)


def open_report(ledger: Ledger, report: str) -> KeptReport:
    """The newest reading of the report with that text; NotKeptError where there is none."""
    with ledger.seen() as connection:
        found = readings_of_text(connection, report) if _TEXT.fullmatch(report) else []
        if not found:
            raise NotKeptError(f"No report here has the text {report!r}; search for its words.")
        return kept_report(connection, found[0], names_in(connection))


def locate(ledger: Ledger, mention: str) -> Located:
    """The statement of that id, in the newest reading that has it.

    An id is the hash of a text and places in it, so it never means other words: where nothing is
    read there, `statement` is None. NotKeptError where the ledger does not have the text.
    """
    found = _STATEMENT.fullmatch(mention)
    if found is None:
        raise NotKeptError(f"{mention!r} is no statement's id; search for its words.")
    newest = open_report(ledger, found[1])
    with ledger.seen() as connection:
        names = names_in(connection)
        for number in readings_of_text(connection, found[1]):
            kept = kept_report(connection, number, names)
            for statement in kept.reading.statements:
                if statement.id == mention:
                    return Located(kept=kept, statement=statement)
    return Located(kept=newest, statement=None)


def original(ledger: Ledger, sha256: str) -> tuple[bytes, str | None]:
    """The bytes of that hash as they came, and their type; NotKeptError where there are none."""
    with ledger.seen() as connection:
        found = original_data(connection, sha256) if _HASH.fullmatch(sha256) else None
    if found is None:
        raise NotKeptError("No document here has that hash; follow the link on its report.")
    return found


def person(ledger: Ledger, number: int) -> KnownPerson:
    """The person of that number, or whom he is taken for; NotKeptError where there is nobody."""
    with ledger.seen() as connection:
        found = person_in(connection, names_in(connection), number)
    if found is None:
        raise NotKeptError(f"There is no person {number}; look for the name among the people.")
    return found


def tenures(name: str) -> list[Tenure]:
    """The offices that somebody of that name held, by the table of office holders, in order."""
    from sayso.reading import office_table  # with all readers; the first page needs none of them

    return sorted((it.tenure for it in office_table().of(name.split())), key=lambda it: it.since)


def records(ledger: Ledger, *, near: datetime.date | None = None) -> list[RecordCard]:
    """The newest records of what was said, the one that came last first.

    Those held about the day `near` come before others.
    """
    with ledger.seen() as connection:
        found = record_cards(connection, limit=_RECORDS)
    if near is None:
        return found
    return sorted(found, key=lambda it: abs(it.held - near) if it.held else _FAR)
