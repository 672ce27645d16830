"""What a batch knows of the ledger: whatever it asks is asked once, by the batch after it, too."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from sqlalchemy import Connection

from sayso.ledger.rows import Row
from sayso.ledger.schema import COLUMNS, TABLES

__all__ = ["LOOKED_UP", "Known", "Lookups"]

_AT_ONCE = 500  # values that are looked up together
LOOKED_UP = {
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
"""The columns by which rows are looked up while others are added."""
# The first number after those that statements of some days have.
_LAST = """
select column1, coalesce((select max(id) from statement where id between column1 and column2) + 1,
  column1) from (values {}) day
"""
_REFERENCES = {
    (name, column): reference.column.table.name
    for name, columns in LOOKED_UP.items()
    for column in columns
    for reference in TABLES[name].c[column].foreign_keys
}
_Found = dict[tuple[str, str, Any], list[Row]]
_Added = Mapping[str, list[Row]]


@dataclass(frozen=True, slots=True)
class Known:
    """What a batch knew at its end: all that the one after it must not ask of the ledger.

    There may be nothing of it there yet. `digest` is the hash at the end of the chain, `free` the
    next number of each table, `days` the next of the statements of each day; `found` are rows by
    the values that they were looked up by, `added` those that the batch added, in order of their
    ids.
    """

    digest: bytes
    free: dict[str, int]
    days: dict[range, int]
    found: _Found
    added: _Added


class Lookups:
    """Rows by their values, those included that are `added` and those which the batch before knew.

    While that one may not be written, only by the columns of LOOKED_UP, and by their ids.
    """

    def __init__(self, connection: Connection, *, added: _Added, before: Known | None) -> None:
        # Each lookup costs SQLAlchemy ten times what it costs the database.
        self._cursor = connection.connection.cursor()
        self._mark = "?" if connection.dialect.name == "sqlite" else "%s"
        self._added = added
        self._added_before: _Added = before.added if before else {}
        self._found_before: _Found = before.found if before else {}
        self.found: _Found = {}
        self.days = dict(before.days) if before else {}

    def rows(self, table: str, column: str, value: Any) -> list[Row]:
        """The rows with that value, oldest first: a list to which new ones are added."""
        key = (table, column, value)
        found = self.found.get(key)
        if found is None:
            before = self._found_before.get(key)
            found = self._asked(table, column, value) if before is None else before
            self.found[key] = found
        return found

    def row(self, table: str, number: int) -> Row:
        """The row of that id."""
        for waiting in (self._added.get(table), self._added_before.get(table)):
            if waiting and 0 <= number - waiting[0][0] < len(waiting):
                found: Row = waiting[number - waiting[0][0]]
                return found
        return self.rows(table, "id", number)[0]

    def foresee(self, table: str, column: str, wanted: Iterable[Any]) -> None:
        """Look up many values at once that will be asked for one by one."""
        at = COLUMNS[table].index(column)
        for some in self._unknown(table, column, wanted):
            self.found.update(((table, column, value), []) for value in some)
            marks = ", ".join(self._mark for _ in some)
            query = f'select * from "{table}" where {column} in ({marks}) order by id'
            self._cursor.execute(query, some)
            for row in self._cursor.fetchall():
                self.found[table, "id", row[0]] = [row]
                self.found[table, column, row[at]].append(row)

    def foresee_days(self, days: Iterable[range]) -> None:
        """Look up at once the next number of each of these days."""
        unknown = iter({it for it in days if it not in self.days})
        while some := tuple(islice(unknown, _AT_ONCE)):
            marks = ", ".join(f"({self._mark}, {self._mark})" for _ in some)
            # With its days inside, the database would take each query apart anew.
            self._cursor.execute(
                _LAST.format(marks), [end for it in some for end in (it[0], it[-1])]
            )
            last = dict(self._cursor.fetchall())
            self.days.update((it, last[it[0]]) for it in some)

    def _unknown(self, table: str, column: str, wanted: Iterable[Any]) -> Iterator[tuple[Any, ...]]:
        """Those that nobody looked up yet, some at a time."""
        unknown = []
        for value in set(wanted):
            key = (table, column, value)
            if key in self._found_before:
                self.found.setdefault(key, self._found_before[key])
            elif key not in self.found:
                unknown.append(value)
        left = iter(unknown)
        while some := tuple(islice(left, _AT_ONCE)):
            yield some

    def _asked(self, table: str, column: str, value: Any) -> list[Row]:
        of = _REFERENCES.get((table, column))
        if of is not None and self._is_new(of, value):
            return []  # no row names one that is only being added
        query = f'select * from "{table}" where {column} = {self._mark} order by id'
        self._cursor.execute(query, (value,))
        rows = self._cursor.fetchall()
        self.found.update(((table, "id", row[0]), [row]) for row in rows)
        return list(rows)

    def _is_new(self, table: str, number: int | None) -> bool:
        waiting = self._added.get(table)
        return bool(waiting and number is not None and number >= waiting[0][0])
