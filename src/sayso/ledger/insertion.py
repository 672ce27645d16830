"""Many rows into a table at once."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection

from sayso.ledger.packed import Columns, is_empty
from sayso.ledger.packing import PACKED, pack_columns
from sayso.ledger.rows import Row
from sayso.ledger.schema import COLUMNS

__all__ = ["Order", "insert_all", "insert_columns", "orders_for", "stored_columns"]

Order = tuple[str, list[Any]]
"""What is asked of the database, and the values in it."""

# Values that are bound to one order, at most. SQLite takes 32,766, but of so many an insert took
# half as long again as of 400 to 3,000; of less than 200 it took a third longer, too.
_AT_ONCE = 1_000


def stored_columns(table: str, rows: Sequence[Row], *, packed: bool) -> tuple[str, Columns]:
    """The table that is to hold rows which have all their values, and these by its columns."""
    columns = dict(zip(COLUMNS[table], zip(*rows, strict=True), strict=True))
    if packed and table in PACKED:
        return f"packed_{table}", pack_columns(table, columns)
    return table, columns


def insert_columns(connection: Connection, table: str, columns: Columns) -> None:
    """Add rows, given by column."""
    mark = "%s" if connection.dialect.name == "postgresql" else "?"
    insert_all(connection, orders_for(table, columns, mark=mark))


def orders_for(table: str, columns: Columns, *, mark: str) -> Sequence[Order]:
    """What adds rows, given by column; `mark` is what the database has in the place of a value.

    What takes the time is each value that is bound, an empty one most of all: columns that are
    empty in all the rows are left out.
    """
    kept = {name: values for name, values in columns.items() if not is_empty(values)}
    names = ", ".join(f'"{name}"' for name in kept)
    begin, one = f'insert into "{table}" ({names}) values ', f"({', '.join(mark for _ in kept)})"
    return [
        (begin + ", ".join([one] * len(some)), list(chain.from_iterable(some)))
        for some in _chunks(zip(*kept.values(), strict=True), _AT_ONCE // len(kept))
    ]


def insert_all(connection: Connection, orders: Iterable[Order]) -> None:
    """Give the orders to the database."""
    cursor = connection.connection.cursor()
    for insert, values in orders:
        cursor.execute(insert, values)
    cursor.close()


def _chunks(rows: Iterator[Row], count: int) -> Iterator[list[Row]]:
    while some := list(islice(rows, count)):
        yield some
