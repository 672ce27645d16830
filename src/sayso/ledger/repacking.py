"""From plain tables of SQLite to packed ones, in a new ledger and in one of an older sayso."""

from sqlalchemy import Connection

from sayso.ledger.insertion import insert_columns
from sayso.ledger.packing import INDEXES, PACKED, pack_columns, packed_table, packed_view
from sayso.ledger.schema import COLUMNS, MENTIONS, TABLES

__all__ = ["pack_tables"]

_AT_ONCE = 5_000  # rows in memory


def pack_tables(connection: Connection) -> None:
    """Put packed tables with their views in the place of plain ones; all rows go along.

    No trigger and no view may stand on them. Where there are rows, keys that point to them must be
    off meanwhile.
    """
    for table in PACKED:
        _pack_table(connection, table)


def _pack_table(connection: Connection, table: str) -> None:
    do, packed = connection.exec_driver_sql, f"packed_{table}"
    if table in MENTIONS:  # nothing points to their rows
        do(packed_table(table, packed))
        _copy(connection, table, (table, packed))
        do(f'drop table "{table}"')
    else:  # renaming a table takes along what points to it, so the new one gets the old one's name
        do(f"alter table {table} rename to {packed}")
        do(packed_table(table, "fresh"))
        _copy(connection, table, (packed, "fresh"))
        do(f"drop table {packed}")
        do(f"alter table fresh rename to {packed}")
    for index in INDEXES.get(table, ()):
        do(index)
    do(packed_view(table))


def _copy(connection: Connection, table: str, way: tuple[str, str]) -> None:
    origin, goal = way
    names = COLUMNS[table]
    keys = ", ".join(column.name for column in TABLES[table].primary_key)
    cursor = connection.connection.cursor()
    cursor.execute(f'select {", ".join(names)} from "{origin}" order by {keys}')
    while rows := cursor.fetchmany(_AT_ONCE):
        columns = dict(zip(names, zip(*rows, strict=True), strict=True))
        insert_columns(connection, goal, pack_columns(table, columns))
    cursor.close()
