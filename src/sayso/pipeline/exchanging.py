"""Reports out of a ledger, whole: what `export` writes."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from sayso.ledger import Ledger, Search, find_reports, names_in
from sayso.records import Holding

__all__ = ["Tally", "find_kept"]


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
