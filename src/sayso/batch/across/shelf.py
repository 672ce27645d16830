"""Where readings wait for the tasks that need them: a file for as long as the run takes."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Self

from sayso.batch.across.tasks import Laid, Pair

__all__ = ["Shelf"]

_TABLES = """
create table reading (report text primary key, rank text, period integer, card blob, data blob)
without rowid;
create index ix_reading_period on reading (period);
create table pair (one text, other text, likely real);
create table member (report text primary key, held text) without rowid;
"""
_LAY = """insert into reading values (?, ?, ?, ?, ?) on conflict (report) do update set
rank = excluded.rank, period = excluded.period, card = excluded.card, data = excluded.data
where excluded.rank < reading.rank"""


class Shelf:
    """Readings by their reports, and the likely pairs of these; memory holds none of them."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("pragma journal_mode = off")
        self._connection.execute("pragma synchronous = off")  # what a crash costs is made anew
        self._connection.executescript(_TABLES)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._connection.close()

    def lay(self, laid: Iterable[Laid]) -> None:
        """Put readings there; of one text that with the least rank stays, whichever comes first."""
        rows = [(it.report, it.rank, it.period, it.card, it.data) for it in laid]
        self._many(_LAY, rows)

    def periods(self) -> list[int | None]:
        """The periods in which there are reports, that of those without a day first."""
        rows = self._connection.execute("select distinct period from reading order by period")
        return [period for (period,) in rows]

    def cards(self, period: int | None) -> list[bytes]:
        """The reports of a period, pickled."""
        query = "select card from reading where period is ? order by report"
        return [card for (card,) in self._connection.execute(query, (period,))]

    def reports(self) -> Iterator[str]:
        """The ids of all reports in order."""
        rows = self._connection.execute("select report from reading order by report")
        yield from (report for (report,) in rows)

    def readings(self, reports: Sequence[str]) -> list[bytes]:
        """The readings of these reports, pickled."""
        query = "select data from reading where report = ?"
        return [self._connection.execute(query, (report,)).fetchone()[0] for report in reports]

    def pair(self, pairs: Iterable[Pair]) -> None:
        """Note likely pairs."""
        self._many("insert into pair values (?, ?, ?)", pairs)

    def hold(self, members: Iterable[tuple[str, str]]) -> None:
        """Note by which report each report is held together with others."""
        self._many("insert into member values (?, ?)", members)

    def held(self) -> Iterator[tuple[str, Pair]]:
        """The likely pairs, those that are held together one after the other."""
        query = """select m.held, p.one, p.other, p.likely from pair p
        join member m on m.report = p.one order by m.held, p.one, p.other"""
        for held, *pair in self._connection.execute(query):
            yield held, (pair[0], pair[1], pair[2])

    def _many(self, statement: str, rows: Iterable[Sequence[object]]) -> None:
        self._connection.execute("begin")
        self._connection.executemany(statement, rows)
        self._connection.execute("commit")
