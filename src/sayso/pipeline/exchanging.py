"""Reports out of a ledger and into it, whole: what `export` writes and `import` takes."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path

from sayso.errors import SaysoError
from sayso.intake import find_rows, parse_row
from sayso.ledger import (
    Batch,
    Identify,
    Ledger,
    Search,
    find_reports,
    keep_failure,
    names_in,
    settle,
    take_in,
)
from sayso.pipeline.adding import Added, read_again
from sayso.pipeline.changes import is_sound
from sayso.pipeline.maker import MAKER, Clock
from sayso.pipeline.relating import relate
from sayso.reading import identify
from sayso.records import Holding, Identity, Person

__all__ = ["Tally", "find_kept", "import_each"]

_BATCH = 100  # rows that are kept together; a commit takes some milliseconds


@dataclass(slots=True, kw_only=True)
class Tally:
    """How many reports and statements have passed."""

    reports: int = 0
    statements: int = 0

    def over(self, reports: Iterable[Holding]) -> Iterator[Holding]:
        """The same reports, counted as they go."""
        for report in reports:
            self.reports += 1
            self.statements += len(report.found)
            yield report


def find_kept(ledger: Ledger, search: Search) -> Iterator[Holding]:
    """The reports of the statements that fit, whole, as they are asked for."""
    with ledger.seen() as connection:
        yield from find_reports(connection, search, names=names_in(connection))


def import_each(ledger: Ledger, names: Sequence[str], *, clock: Clock) -> Iterator[Added]:
    """Keep one row of the files after the other; a bad one is noted and stops none of the rest.

    What is there already adds nothing, so that a run that was broken off goes on where it was.
    """
    rows = chain.from_iterable(map(_rows_of, names))
    while waiting := list(islice(rows, _BATCH)):
        with ledger.batch(now=clock(), maker=MAKER) as batch:
            done = [_keep(batch, name, found) for name, found in waiting]
        yield from done
    relate(ledger, clock=clock)


def _rows_of(name: str) -> Iterator[tuple[str, Holding | SaysoError]]:
    try:
        for number, row in find_rows(Path(name)):
            yield f"{name}!{number}", _report(row, f"{name}!{number}")
    except SaysoError as error:
        yield name, error


def _report(row: bytes, name: str) -> Holding | SaysoError:
    try:
        found = parse_row(row, name=name)
    except SaysoError as error:
        return error
    if not all(is_sound(one, found.reading.report.text) for one in found.judgements):
        return SaysoError(f"{name} cannot be imported: nobody can decide what it says was decided.")
    return found


def _keep(batch: Batch, name: str, found: Holding | SaysoError) -> Added:
    if isinstance(found, SaysoError):
        keep_failure(batch, name, str(found))
        return Added(name=name, failure=str(found))
    settle(batch, name)
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
