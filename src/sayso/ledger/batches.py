"""Adding: a batch of rows goes in whole, with its hash, or not at all."""

import datetime
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.errors import LedgerError
from sayso.ledger.chain import IN_ORDER, batch_hash, last_hash
from sayso.ledger.days import numbers_of
from sayso.ledger.fulltext import Wordings, index_statements
from sayso.ledger.insertion import Order, insert_all, orders_for, stored_columns
from sayso.ledger.rows import Row, Rows, row_of
from sayso.ledger.schema import COLUMNS, TABLES

__all__ = ["Batch"]

_AT_ONCE = 500  # values that are looked up together
# The columns by which rows are looked up while others are added.
_LOOKED_UP = {
    "original": ("sha256",),
    "report": ("address",),
    "version": ("report",),
    "reading": ("version",),
    "person": ("full_name",),
    "office": ("key",),
    "record": ("text_id",),
    "failure": ("name",),
    "judgement": ("version",),
}
# The first number after those that statements of some days have.
_LAST = """
select column1, coalesce((select max(id) from statement where id between column1 and column2) + 1,
  column1) from (values {}) day
"""
_REFERENCES = {
    (name, column): reference.column.table.name
    for name, columns in _LOOKED_UP.items()
    for column in columns
    for reference in TABLES[name].c[column].foreign_keys
}


class Batch:
    """Rows that are added together; what is asked of it knows them already."""

    def __init__(self, connection: Connection, *, now: datetime.datetime, maker: str) -> None:
        self.connection = connection
        self.now = now.astimezone(datetime.UTC).isoformat(timespec="seconds")
        self._maker = maker
        self._rows: dict[str, list[Row]] = defaultdict(list)
        self._later: list[Callable[[], Rows]] = []
        self._wordings: list[Iterable[Row]] = []
        self._next: dict[str, int] = {}
        self._next_of_day: dict[range, int] = {}
        self._read: dict[tuple[str, int], Row] = {}
        # Each lookup costs SQLAlchemy ten times what it costs the database.
        self._cursor = connection.connection.cursor()
        self._packs = connection.dialect.name == "sqlite"
        self._mark = "?" if self._packs else "%s"
        self._found: dict[tuple[str, str, Any], list[int]] = {}
        self.number = self._free("batch")

    def add(self, table: str, values: Mapping[str, Any]) -> int:
        """A new row of a table that batches add to; its id."""
        # Asked before it is added, so that it is seen.
        columns = _LOOKED_UP.get(table, ())
        found = [self._found_rows(table, column, values.get(column)) for column in columns]
        number = self._free(table)
        self._rows[table].append(row_of(table, {"id": number, "batch": self.number, **values}))
        for numbers in found:
            numbers.append(number)
        return number

    def add_rows(self, table: str, rows: list[Row]) -> None:
        """Rows that have all their values."""
        self._rows[table] += rows

    def add_reading(self, rows: Callable[[], Rows], wordings: Iterable[Row]) -> None:
        """What makes the rows of a reading, and those of its statements in the full-text index.

        They are asked for when the batch is written, beside that.
        """
        self._later.append(rows)
        self._wordings.append(wordings)

    def free_statements(self, day: datetime.date | None, count: int) -> int:
        """The first of `count` free ids for statements published that day.

        LedgerError where so many of one day came in that there is none left.
        """
        numbers = numbers_of(day)
        if numbers not in self._next_of_day:
            self.foresee_days([day])
        first = self._next_of_day[numbers]
        if first + count > numbers.stop:
            raise LedgerError(
                f"The ledger holds {len(numbers):,} statements of {day or 'no day'} at most; begin "
                "another one for the rest."
            )
        self._next_of_day[numbers] += count
        return first

    def foresee_days(self, days: Iterable[datetime.date | None]) -> None:
        """Look up at once for which days ids will be wanted."""
        unknown = iter({it for it in map(numbers_of, days) if it not in self._next_of_day})
        while some := tuple(islice(unknown, _AT_ONCE)):
            marks = ", ".join(f"({self._mark}, {self._mark})" for _ in some)
            # With its days inside, the database would take each query apart anew.
            self._cursor.execute(
                _LAST.format(marks), [end for it in some for end in (it[0], it[-1])]
            )
            last = dict(self._cursor.fetchall())
            self._next_of_day.update((it, last[it[0]]) for it in some)

    def find(self, table: str, column: str, value: Any) -> list[int]:
        """The ids of the rows with that value, oldest first, those of this batch included."""
        return self._found_rows(table, column, value)[:]

    def values(self, table: str, number: int) -> Mapping[str, Any]:
        """The row of that id, by its columns."""
        return _named(table, self.row(table, number))

    def row(self, table: str, number: int) -> Row:
        """The row of that id."""
        if self._is_new(table, number):
            waiting = self._rows[table]
            first: int = waiting[0][0]
            return waiting[number - first]
        if (table, number) not in self._read:
            self._look_up(table, "id", number)
        return self._read[table, number]

    def waiting(self, table: str) -> list[Mapping[str, Any]]:
        """The rows that this batch adds to a table."""
        return [_named(table, row) for row in self._rows[table]]

    def _found_rows(self, table: str, column: str, value: Any) -> list[int]:
        key = (table, column, value)
        if key not in self._found:
            of = _REFERENCES.get((table, column))  # no row names one that is only being added
            unnamed = of is not None and self._is_new(of, value)
            self._found[key] = [] if unnamed else self._look_up(table, column, value)
        return self._found[key]

    def foresee(self, table: str, column: str, wanted: Iterable[Any]) -> None:
        """Look up many values at once that will be asked for one by one."""
        at = COLUMNS[table].index(column)
        unknown = iter({it for it in wanted if (table, column, it) not in self._found})
        while some := tuple(islice(unknown, _AT_ONCE)):
            self._found.update(((table, column, value), []) for value in some)
            marks = ", ".join(self._mark for _ in some)
            query = f'select * from "{table}" where {column} in ({marks}) order by id'
            self._cursor.execute(query, some)
            for row in self._cursor.fetchall():
                self._read[table, row[0]] = row
                self._found[table, column, row[at]].append(row[0])

    def _look_up(self, table: str, column: str, value: Any) -> list[int]:
        """The ids of the rows with that value, all of which are known from now on."""
        query = f'select * from "{table}" where {column} = {self._mark} order by id'
        self._cursor.execute(query, (value,))
        rows = self._cursor.fetchall()
        self._read.update(((table, row[0]), row) for row in rows)
        return [row[0] for row in rows]

    def _is_new(self, table: str, number: int | None) -> bool:
        waiting = self._rows[table]
        return bool(waiting) and number is not None and number >= waiting[0][0]

    def finish(self) -> None:
        """Write all rows and the batch's hash; without any row, nothing."""
        if not any(self._rows.values()):
            return
        header = (self.number, self.now, self._maker)
        begin = last_hash(self.connection)
        # Only this thread asks anything of the database, so that whatever interrupts it leaves
        # nothing half done; the other just works out what is to be written.
        with ThreadPoolExecutor(max_workers=1) as aside:
            wordings = aside.submit(Wordings, self._wordings)
            rows = aside.submit(self._make_rows)
            digest = aside.submit(batch_hash, begin, header, self._rows)
            orders = [aside.submit(self._orders, name) for name in IN_ORDER]
            if self._packs:  # its index asks no table, and takes the longest
                index_statements(self.connection, wordings.result())
            rows.result()
            self._rows["batch"] = [(*header, digest.result())]
            insert_all(self.connection, self._orders("batch"))
            for one in orders:
                insert_all(self.connection, one.result())
        if not self._packs:
            index_statements(self.connection, wordings.result())

    def _make_rows(self) -> None:
        """All rows in the order of their keys, in which a file takes them quickest."""
        for make in self._later:
            for table, rows in make().items():
                self._rows[table] += rows
        for rows in self._rows.values():
            rows.sort()

    def _orders(self, table: str) -> Sequence[Order]:
        rows = self._rows[table]
        if not rows:
            return ()
        stored = stored_columns(table, rows, packed=self._packs)
        return orders_for(*stored, mark=self._mark)

    def _free(self, table: str) -> int:
        if table not in self._next:
            ids = next(iter(TABLES[table].primary_key))
            self._next[table] = (self.connection.scalar(select(func.max(ids))) or 0) + 1
        number = self._next[table]
        self._next[table] += 1
        return number


def _named(table: str, row: Row) -> Mapping[str, Any]:
    return dict(zip(COLUMNS[table], row, strict=True))
