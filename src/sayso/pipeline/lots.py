"""Lots: the rows of imported files that are kept together, and what keeps them."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.errors import SaysoError
from sayso.intake import find_rows, parse_row
from sayso.ledger import (
    Batch,
    Identify,
    Kept,
    Prepared,
    Read,
    foresee,
    keep_failure,
    keep_new,
    prepare,
    settle,
    take_in,
)
from sayso.pipeline.adding import Added, read_again
from sayso.pipeline.changes import is_sound
from sayso.reading import identify
from sayso.records import Holding, Identity, Person

__all__ = ["Lot", "Ready", "keep_lot", "lots_of", "make_ready"]

# Statements stand by day, so every batch writes most pages of a large ledger anew, however few it
# adds. Of 500, 2,000 and 5,000 reports the last took a fifth less time than the first; this many
# are read and kept in some seconds.
_ROWS = 2_000
_BYTES = 32_000_000
_FIRST = 200  # rows that are kept while the process that plans ahead begins

Lot = Sequence[tuple[str, bytes | str]]
"""Rows by their names; in place of a file that cannot be read on, why not."""


@dataclass(frozen=True, slots=True)
class Ready:
    """What became of a row: made ready, why it failed, or None where the ledger decides."""

    name: str
    row: bytes | str
    ready: Prepared | str | None


def lots_of(names: Sequence[str]) -> Iterator[Lot]:
    """The rows of the files, as many at a time as are kept together."""
    rows: list[tuple[str, bytes | str]] = []
    size, most = 0, _FIRST
    for name in names:
        for row in _rows_of(name):
            rows.append(row)
            size += len(row[1])
            if len(rows) == most or size >= _BYTES:
                yield rows
                rows, size, most = [], 0, _ROWS
    if rows:
        yield rows


def make_ready(lot: Lot) -> list[Ready]:
    """All that can be done before a ledger is asked."""
    return [Ready(name, row, _prepared(name, row)) for name, row in lot]


def keep_lot(batch: Batch, lot: Sequence[Ready]) -> list[Added]:
    """Keep one row after the other; a bad one is noted and stops none of the rest."""
    foresee(batch, [one.ready for one in lot if isinstance(one.ready, Prepared)])
    batch.foresee("failure", "name", (one.name for one in lot))
    return [_keep(batch, one) for one in lot]


def _rows_of(name: str) -> Iterator[tuple[str, bytes | str]]:
    try:
        for number, row in find_rows(Path(name)):
            yield f"{name}!{number}", row
    except SaysoError as error:
        yield name, str(error)


def _prepared(name: str, row: bytes | str) -> Prepared | str | None:
    if isinstance(row, str):
        return row
    try:
        found = _report(row, name)
        # What people decided is laid beside what they decided here.
        return None if found.judgements or found.unjudged else prepare(found.item, _read(found))
    except SaysoError as error:
        return str(error)


def _report(row: bytes, name: str) -> Holding:
    found = parse_row(row, name=name)
    if not all(is_sound(one, found.reading.report.text) for one in found.judgements):
        raise SaysoError(f"{name} cannot be imported: nobody can decide what it says was decided.")
    return found


def _read(found: Holding) -> Read:
    return Read(reading=found.reading, reader=found.reader, identify=_identify(found))


def _keep(batch: Batch, given: Ready) -> Added:
    name, row, ready = given.name, given.row, given.ready
    if isinstance(ready, str) or isinstance(row, str):
        keep_failure(batch, name, str(ready))
        return Added(name=name, failure=str(ready))
    settle(batch, name)
    if ready and not batch.find("report", "address", ready.address):
        keep_new(batch, ready)
        return Added(name=name, kept=Kept.NEW, statements=len(ready.told.rows["statement"]))
    found = _report(row, name)
    kept = take_in(batch, found, _identify(found), again=read_again)
    return Added(name=name, kept=kept, statements=len(found.reading.statements))


def _identify(report: Holding) -> Identify:
    """People are told apart by the names that the other ledger knew them by."""

    def told(person: Person, day: datetime.date | None) -> Identity:
        known = report.known.get(person.id)
        if known is None:
            return identify(person, day)
        found = identify(person if known == person.name else replace(person, name=known), day)
        own = found.surname or known.casefold()
        if found.full is not None or known == person.name:
            return found if found.surname == own else replace(found, surname=own)
        # Somebody named him so there, in a way that no rule would read as a name.
        return Identity(name=known, full=f"= {known.casefold()}", surname=own)

    return told
