"""How reports and readings changed: versions of a page, and readings by newer weights."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from sayso.comparing import find_changes
from sayso.ledger import (
    Batch,
    Ledger,
    Read,
    correct_version,
    current_readings,
    keep_reading,
    load_reading,
    newest_reading,
    outdated_readings,
    supersede,
    version_row,
    versions_of,
)
from sayso.pipeline.adding import read_again, reader
from sayso.pipeline.maker import MAKER, Clock
from sayso.pipeline.relating import relate
from sayso.reading import identify
from sayso.records import Reading, Revision

__all__ = ["readings", "reread_each", "versions"]


def versions(ledger: Ledger, address: str | None = None) -> Iterator[Revision]:
    """Every version of the report at that address, or of all that changed, with its changes."""
    with ledger.seen() as connection:
        rows = versions_of(connection, address)
        for _, group in groupby(rows, key=lambda row: row["report"]):
            before = None
            for row in group:
                number = newest_reading(connection, row["id"])
                reading = load_reading(connection, number["id"])
                yield _revision(row, number["reader"], (before, reading))
                before = reading


def readings(ledger: Ledger) -> Iterator[Reading]:
    """The newest reading of the newest version of every report, as people corrected it."""
    with ledger.seen() as connection:
        for number in current_readings(connection):
            yield load_reading(connection, number)


def reread_each(ledger: Ledger, *, clock: Clock, keep: bool = True) -> Iterator[Revision]:
    """Read again what another sayso or other weights read, and tell what that changes.

    The old reading is kept beside the new one; judgements are applied to the new one again. With
    `keep` false nothing is kept.
    """
    with ledger.seen() as connection:
        outdated = outdated_readings(connection, reader())
    for number in outdated:
        with ledger.seen() as connection:
            before = load_reading(connection, number)
            row = version_row(connection, number)
        after = read_again(before.report)
        if keep:
            with ledger.batch(now=clock(), maker=MAKER) as batch:
                _keep(batch, number, (before, after))
        yield _revision(row, reader(), (before, after))
    if keep:
        relate(ledger, clock=clock)


def _keep(batch: Batch, number: int, readings: tuple[Reading, Reading]) -> None:
    before, after = readings
    if before == after:
        batch.add("confirmed", {"reading": number, "reader": reader()})
        return
    version = batch.values("reading", number)["version"]
    read = Read(reading=after, reader=reader(), identify=identify, again=read_again)
    supersede(batch, version=version, successor=keep_reading(batch, read, version=version))
    correct_version(batch, read, version=version)


def _revision(
    row: Mapping[str, Any], by: str, readings: tuple[Reading | None, Reading]
) -> Revision:
    before, after = readings
    return Revision(
        address=row["address"],
        number=row["number"],
        added_at=row["made_at"],
        title=row["title"],
        reader=by,
        changes=find_changes(before, after) if before else (),
    )
