"""Adding: a batch of rows goes in whole, with its hash, or not at all."""

import datetime
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, select

from sayso.ledger.chain import BEGINNING, IN_ORDER, batch_hash
from sayso.ledger.fulltext import index_statements
from sayso.ledger.rows import Row, row_of
from sayso.ledger.schema import TABLES

__all__ = ["DAY_SHIFT", "Batch"]

DAY_SHIFT = 22
"""Bits of a statement's number after its day: four million a day, in six bytes altogether."""
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


class Batch:
    """Rows that are added together; what is asked of it knows them already."""

    def __init__(self, connection: Connection, *, now: datetime.datetime, maker: str) -> None:
        self.connection = connection
        self.now = now.astimezone(datetime.UTC).isoformat(timespec="seconds")
        self._maker = maker
        self._rows: dict[str, list[Row]] = defaultdict(list)
        self._next: dict[str, int] = {}
        self._next_of_day: dict[int, int] = {}
        self._read: dict[tuple[str, int], Mapping[str, Any]] = {}
        self._mark = "%s" if connection.dialect.name == "postgresql" else "?"
        self._found: dict[tuple[str, str, Any], list[int]] = {}
        self.number = self._free("batch")

    def add(self, table: str, values: Mapping[str, Any]) -> int:
        """A new row of a table that batches add to; its id."""
        for column in _LOOKED_UP.get(table, ()):  # asked before it is added, so that it is seen
            self._found_rows(table, column, values.get(column))
        number = self._free(table)
        self._rows[table].append(row_of(table, {"id": number, "batch": self.number, **values}))
        for column in _LOOKED_UP.get(table, ()):
            self._found_rows(table, column, values.get(column)).append(number)
        return number

    def add_rows(self, table: str, rows: list[Row]) -> None:
        """Rows that have all their values."""
        self._rows[table] += rows

    def free_statements(self, day: datetime.date | None, count: int) -> int:
        """The first of `count` free ids for statements published that day.

        Ids rise with the day and then with the order of arrival, so that whatever is found in
        order of its id is found in order of time; those of no day come before all others.
        """
        begin = (day.toordinal() if day else 0) << DAY_SHIFT
        if begin not in self._next_of_day:
            ids = TABLES["statement"].c.id
            within = ids.between(begin, begin + (1 << DAY_SHIFT) - 1)
            last = self.connection.scalar(select(func.max(ids)).where(within))
            self._next_of_day[begin] = begin if last is None else last + 1
        first = self._next_of_day[begin]
        self._next_of_day[begin] += count
        return first

    def find(self, table: str, column: str, value: Any) -> list[int]:
        """The ids of the rows with that value, oldest first, those of this batch included."""
        return self._found_rows(table, column, value)[:]

    def values(self, table: str, number: int) -> Mapping[str, Any]:
        """The row of that id."""
        waiting = self._rows[table]
        if waiting and number >= waiting[0][0]:
            columns = TABLES[table].columns.keys()
            return dict(zip(columns, waiting[number - waiting[0][0]], strict=True))
        key = (table, number)
        if key not in self._read:
            row = select(TABLES[table]).where(TABLES[table].c.id == number)
            self._read[key] = dict(self.connection.execute(row).mappings().one())
        return self._read[key]

    def waiting(self, table: str) -> list[Mapping[str, Any]]:
        """The rows that this batch adds to a table."""
        columns = TABLES[table].columns.keys()
        return [dict(zip(columns, row, strict=True)) for row in self._rows[table]]

    def _found_rows(self, table: str, column: str, value: Any) -> list[int]:
        key = (table, column, value)
        if key not in self._found:
            query = f'select id from "{table}" where {column} = {self._mark} order by id'
            found = self.connection.exec_driver_sql(query, (value,))
            self._found[key] = [number for (number,) in found]
        return self._found[key]

    def finish(self) -> None:
        """Write all rows and the batch's hash; without any row, nothing."""
        if not any(self._rows.values()):
            return
        header = (self.number, self.now, self._maker)
        digest = batch_hash(self._last_hash(), header, self._rows)
        self._insert("batch", [(*header, digest)])
        for table in IN_ORDER:
            self._insert(table, self._rows[table])
        ids = sorted(row[0] for row in self._rows["statement"])
        if ids:
            index_statements(self.connection, ids)

    def _free(self, table: str) -> int:
        if table not in self._next:
            ids = next(iter(TABLES[table].primary_key))
            self._next[table] = (self.connection.scalar(select(func.max(ids))) or 0) + 1
        number = self._next[table]
        self._next[table] += 1
        return number

    def _last_hash(self) -> bytes:
        batch = TABLES["batch"].c
        last = select(batch.hash).order_by(batch.id.desc()).limit(1)
        found: bytes | None = self.connection.scalar(last)
        return BEGINNING if found is None else found

    def _insert(self, table: str, rows: list[Row]) -> None:
        if not rows:
            return
        marks = ", ".join(self._mark for _ in rows[0])
        self.connection.exec_driver_sql(f'insert into "{table}" values ({marks})', rows)
