"""Reports into a ledger: what `import` takes, made ready, then kept, many at a time."""

import datetime
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from sayso.collecting import uncollected
from sayso.errors import LedgerError, SaysoError
from sayso.intake import find_rows, parse_row
from sayso.ledger import (
    Batch,
    Identify,
    Kept,
    Ledger,
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
from sayso.pipeline.ahead import Ahead
from sayso.pipeline.changes import is_sound
from sayso.pipeline.maker import MAKER, Clock
from sayso.reading import identify
from sayso.records import Holding, Identity, Person

__all__ = ["import_each"]

# Rows that are kept together: statements stand by day, so every batch writes most pages of a large
# ledger anew, however few it adds. Of 500, 2,000 and 5,000 reports the last took a fifth less time
# than the first; this many are read and kept in some seconds.
_BATCH = 2_000
_BATCH_BYTES = 16_000_000

# Rows by their names; an error in place of a file that cannot be read on.
_Rows = Sequence[tuple[str, bytes | SaysoError]]


@dataclass(frozen=True, slots=True)
class _Ready:
    """What became of a row: made ready, why it failed, or None where the ledger decides."""

    name: str
    row: bytes | SaysoError
    ready: Prepared | str | None


def import_each(ledger: Ledger, names: Sequence[str], *, clock: Clock) -> Iterator[Added]:
    """Keep one row of the files after the other; a bad one is noted and stops none of the rest.

    What is there already adds nothing, so that a run that was broken off goes on where it was.
    """
    batches = _batches(names)
    with Ahead(lambda: _next_ready(batches)) as ahead:
        while ready := ahead.take():
            # What was made ready is gone again before Python looks for circles in it.
            with uncollected():
                added = _keep_rows(ledger, ready, ahead, clock=clock)
            del ready
            yield from added
    with suppress(LedgerError):  # all is kept, and another writer may be at work
        ledger.shrink()


def _batches(names: Sequence[str]) -> Iterator[_Rows]:
    """The rows of the files, as many at a time as are kept together."""
    rows: list[tuple[str, bytes | SaysoError]] = []
    size = 0
    for name in names:
        for row in _rows_of(name):
            rows.append(row)
            size += len(row[1]) if isinstance(row[1], bytes) else 0
            if len(rows) == _BATCH or size >= _BATCH_BYTES:
                yield rows
                rows, size = [], 0
    if rows:
        yield rows


def _keep_rows(
    ledger: Ledger, rows: Sequence[_Ready], ahead: Ahead[list[_Ready]], *, clock: Clock
) -> list[Added]:
    # Before the ledger is opened for writing: nobody else waits for rows that are made ready.
    with ledger.batch(now=clock(), maker=MAKER) as batch:
        foresee(batch, [one.ready for one in rows if isinstance(one.ready, Prepared)])
        batch.foresee("failure", "name", (one.name for one in rows))
        added = [_keep(batch, one) for one in rows]
        ahead.begin()
        return added


def _rows_of(name: str) -> Iterator[tuple[str, bytes | SaysoError]]:
    try:
        for number, row in find_rows(Path(name)):
            yield f"{name}!{number}", row
    except SaysoError as error:
        yield name, error


def _next_ready(batches: Iterator[_Rows]) -> list[_Ready]:
    with uncollected():
        return [_made_ready(*row) for row in next(batches, ())]


def _made_ready(name: str, row: bytes | SaysoError) -> _Ready:
    return _Ready(name, row, _prepared(name, row))


def _prepared(name: str, row: bytes | SaysoError) -> Prepared | str | None:
    if isinstance(row, SaysoError):
        return str(row)
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


def _keep(batch: Batch, given: _Ready) -> Added:
    name, row, ready = given.name, given.row, given.ready
    if isinstance(ready, str) or isinstance(row, SaysoError):
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
        found = identify(replace(person, name=known), day)
        own = found.surname or known.casefold()
        if found.full is not None or known == person.name:
            return replace(found, surname=own)
        # Somebody named him so there, in a way that no rule would read as a name.
        return Identity(name=known, full=f"= {known.casefold()}", surname=own)

    return told
