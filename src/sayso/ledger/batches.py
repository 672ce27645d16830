"""Adding: a batch of rows goes in whole, with its hash, or not at all."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.errors import LedgerError
from sayso.ledger.chain import IN_ORDER, batch_hash, last_hash
from sayso.ledger.days import numbers_of
from sayso.ledger.known import LOOKED_UP, Known, Lookups
from sayso.ledger.plans import Plan
from sayso.ledger.rows import Row, Rows, row_of
from sayso.ledger.schema import COLUMNS, TABLES

__all__ = ["Batch"]


class Batch:
    """Rows that are added together; what is asked of it knows them already.

    It goes on after what the batch before it knew, if that is given.
    """

    def __init__(
        self,
        connection: Connection,
        *,
        now: datetime.datetime,
        maker: str,
        before: Known | None = None,
    ) -> None:
        self.connection = connection
        self.now = now.astimezone(datetime.UTC).isoformat(timespec="seconds")
        self._maker = maker
        # Asked first: whatever is added by others from now on is noticed by it.
        self._after = before.digest if before else last_hash(connection)
        self._digest = self._after
        self._rows: dict[str, list[Row]] = defaultdict(list)
        self._later: list[Callable[[], Rows]] = []
        self._wordings: list[Iterable[Row]] = []
        self._next = dict(before.free) if before else {}
        self._lookups = Lookups(connection, added=self._rows, before=before)
        self.number = self._free("batch")

    def add(self, table: str, values: Mapping[str, Any]) -> int:
        """A new row of a table that batches add to; its id."""
        # Asked before it is added, so that it is seen.
        columns = LOOKED_UP.get(table, ())
        found = [self._lookups.rows(table, column, values.get(column)) for column in columns]
        number = self._free(table)
        row = row_of(table, {"id": number, "batch": self.number, **values})
        self._rows[table].append(row)
        for rows in found:
            rows.append(row)
        return number

    def add_rows(self, table: str, rows: list[Row]) -> None:
        """Rows that have all their values."""
        self._rows[table] += rows

    def add_reading(self, rows: Callable[[], Rows], wordings: Iterable[Row]) -> None:
        """What makes the rows of a reading, and those of its statements in the full-text index.

        They are asked for when all is known.
        """
        self._later.append(rows)
        self._wordings.append(wordings)

    def free_statements(self, day: datetime.date | None, count: int) -> int:
        """The first of `count` free ids for statements published that day.

        LedgerError where so many of one day came in that there is none left.
        """
        days, numbers = self._lookups.days, numbers_of(day)
        if numbers not in days:
            self.foresee_days([day])
        first = days[numbers]
        if first + count > numbers.stop:
            raise LedgerError(
                f"The ledger holds {len(numbers):,} statements of {day or 'no day'} at most; begin "
                "another one for the rest."
            )
        days[numbers] += count
        return first

    def foresee_days(self, days: Iterable[datetime.date | None]) -> None:
        """Look up at once for which days ids will be wanted."""
        self._lookups.foresee_days(map(numbers_of, days))

    def foresee(self, table: str, column: str, wanted: Iterable[Any]) -> None:
        """Look up many values at once that will be asked for one by one."""
        self._lookups.foresee(table, column, wanted)

    def find(self, table: str, column: str, value: Any) -> list[int]:
        """The ids of the rows with that value, oldest first, those of this batch included."""
        return [row[0] for row in self._lookups.rows(table, column, value)]

    def rows(self, table: str, column: str, value: Any) -> Sequence[Row]:
        """The rows with that value, oldest first, those of this batch included."""
        return self._lookups.rows(table, column, value)

    def values(self, table: str, number: int) -> Mapping[str, Any]:
        """The row of that id, by its columns."""
        return _named(table, self._lookups.row(table, number))

    def waiting(self, table: str) -> list[Mapping[str, Any]]:
        """The rows that this batch adds to a table."""
        return [_named(table, row) for row in self._rows[table]]

    def plan(self) -> Plan:
        """What writes all rows and the batch's hash; without any row, nothing."""
        if not any(self._rows.values()):
            self._next["batch"] = self.number
            return Plan(self._after, ({}, []))
        self._make_rows()
        header = (self.number, self.now, self._maker)
        self._digest = batch_hash(self._after, header, self._rows)
        self._rows["batch"] = [(*header, self._digest)]
        rows = {table: self._rows[table] for table in ("batch", *IN_ORDER) if self._rows[table]}
        wordings = sorted(chain.from_iterable(self._wordings))
        return Plan(self._after, (rows, wordings), decides="judgement" in rows)

    def known(self) -> Known:
        """What the batch after this one need not ask, once this is planned."""
        return Known(
            digest=self._digest,
            free=self._next,
            days=self._lookups.days,
            found=self._lookups.found,
            added={table: self._rows[table] for table in LOOKED_UP},
        )

    def _make_rows(self) -> None:
        """All rows in the order of their keys, in which a file takes them quickest."""
        for make in self._later:
            for table, rows in make().items():
                self._rows[table] += rows
        for rows in self._rows.values():
            rows.sort()

    def _free(self, table: str) -> int:
        if table not in self._next:
            ids = next(iter(TABLES[table].primary_key))
            self._next[table] = (self.connection.scalar(select(func.max(ids))) or 0) + 1
        number = self._next[table]
        self._next[table] += 1
        return number


def _named(table: str, row: Row) -> Mapping[str, Any]:
    return dict(zip(COLUMNS[table], row, strict=True))
