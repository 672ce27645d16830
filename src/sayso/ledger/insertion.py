"""Many rows into a table at once."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection

from sayso.ledger.packing import PACKED, pack_columns
from sayso.ledger.rows import Row
from sayso.ledger.schema import COLUMNS

__all__ = ["insert_columns", "insert_rows"]

# Of 10 to 1,000 rows a statement, 100 took the least time for claims and statements.
_AT_ONCE = 100


def insert_rows(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    """Add rows that have all their values, in the order of the table's columns."""
    columns = dict(zip(COLUMNS[table], zip(*rows, strict=True), strict=True))
    if table in PACKED and connection.dialect.name == "sqlite":
        insert_columns(connection, f"packed_{table}", pack_columns(table, columns))
    else:
        insert_columns(connection, table, columns)


def insert_columns(
    connection: Connection, table: str, columns: Mapping[str, Sequence[Any]]
) -> None:
    """Add rows, given by column.

    What takes the time is each value that is bound, an empty one most of all: columns that are
    empty in all the rows are left out.
    """
    kept = {name: values for name, values in columns.items() if values.count(None) < len(values)}
    cursor = connection.connection.cursor()
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    names = ", ".join(f'"{name}"' for name in kept)
    one = f"({', '.join(mark for _ in kept)})"
    for some in _chunks(list(zip(*kept.values(), strict=True))):
        marks = ", ".join([one] * len(some))
        insert = f'insert into "{table}" ({names}) values {marks}'
        cursor.execute(insert, list(chain.from_iterable(some)))
    cursor.close()


def _chunks(rows: Sequence[Row]) -> Iterator[list[Any]]:
    left = iter(rows)
    while some := list(islice(left, _AT_ONCE)):
        yield some
