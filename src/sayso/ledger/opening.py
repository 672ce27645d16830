"""Opening a ledger: a new one is laid out, an older one brought up to date after a copy."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, inspect

from sayso.errors import LedgerError
from sayso.ledger.connections import WAIT, Connections, is_url
from sayso.ledger.fulltext import lay_indexes
from sayso.ledger.migrations import HEAD, upgrade
from sayso.ledger.repacking import pack_tables
from sayso.ledger.schema import metadata

__all__ = ["open_ledger"]

_VERSION = "alembic_version"


def open_ledger(address: str, *, create: bool, wait: float = WAIT) -> Connections:
    """Connections to the ledger at `address`; a new one is begun only where `create` says so.

    LedgerError where there is none, where it is none, or where a newer sayso has written it.
    """
    if not (create or is_url(address) or Path(address).exists()):
        raise LedgerError(f"There is no ledger {address}; `sayso add` begins one.")
    connections = Connections(address, wait=wait)
    try:
        _bring_up_to_date(connections, address, create=create)
    except BaseException:
        connections.close()
        raise
    return connections


def _bring_up_to_date(connections: Connections, address: str, *, create: bool) -> None:
    with connections.reading() as connection:
        found = _revision(connection)
        empty = not inspect(connection).get_table_names()
    if found is None and not (empty and create):
        raise LedgerError(f"{connections.name} is no ledger; name another file or database.")
    if found is None:
        with connections.writing() as connection:
            _lay_out(connection)
    elif found > HEAD:
        raise LedgerError(
            f"The ledger {connections.name} was written by a newer sayso (its tables are of "
            f"version {found}, this one knows {HEAD}); install that one."
        )
    elif found < HEAD:
        if not is_url(address):
            _copy(Path(address), found)
        with connections.writing(rebuilds=True) as connection:
            upgrade(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table(_VERSION):
        return None
    found: str | None = connection.exec_driver_sql(f"select version_num from {_VERSION}").scalar()
    return found


def _lay_out(connection: Connection) -> None:
    if _revision(connection) is not None:  # another program was quicker
        return
    metadata.create_all(connection)
    if connection.dialect.name == "sqlite":
        pack_tables(connection)
    lay_indexes(connection)
    connection.exec_driver_sql(f"create table {_VERSION} (version_num varchar(32) primary key)")
    connection.exec_driver_sql(f"insert into {_VERSION} values ('{HEAD}')")


def _copy(path: Path, revision: str) -> None:
    """A copy beside the file, from before its tables change."""
    kept = path.with_name(f"{path.name}.before-{revision}")
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(kept)) as new:
        old.backup(new)
