"""Many rows into a table at once."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from sqlalchemy import Connection

from sayso.ledger.packed import Columns, is_empty
from sayso.ledger.packing import PACKED, pack_columns
from sayso.ledger.rows import Row
from sayso.ledger.schema import COLUMNS

__all__ = ["insert_columns", "insert_rows"]

# Values that are bound to one order, at most. SQLite takes 32,766, but of so many an insert took
# half as long again as of 400 to 3,000; of less than 200 it took a third longer, too.
_AT_ONCE = 1_000


def insert_rows(connection: Connection, table: str, rows: Sequence[Row]) -> None:
    """Add rows that have all their values, packed where the database keeps them so."""
    columns = dict(zip(COLUMNS[table], zip(*rows, strict=True), strict=True))
    if connection.dialect.name == "sqlite" and table in PACKED:
        insert_columns(connection, f"packed_{table}", pack_columns(table, columns))
    else:
        insert_columns(connection, table, columns)


def insert_columns(connection: Connection, table: str, columns: Columns) -> None:
    """Add rows, given by column.

    What takes the time is each value that is bound, an empty one most of all: columns that are
    empty in all the rows are left out.
    """
    kept = {name: values for name, values in columns.items() if not is_empty(values)}
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    names = ", ".join(f'"{name}"' for name in kept)
    begin, one = f'insert into "{table}" ({names}) values ', f"({', '.join(mark for _ in kept)})"
    cursor = connection.connection.cursor()
    for some in _chunks(zip(*kept.values(), strict=True), _AT_ONCE // len(kept)):
        cursor.execute(begin + ", ".join([one] * len(some)), list(chain.from_iterable(some)))
    cursor.close()


def _chunks(rows: Iterator[Row], count: int) -> Iterator[list[Row]]:
    while some := list(islice(rows, count)):
        yield some
