"""The place where it is kept who may enter: a file beside the ledger's, or its own database."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, inspect, select

from sayso.ledger.access.tables import USERS, metadata
from sayso.ledger.connections import WAIT, Connections, is_url

__all__ = ["ENDING", "Register", "rows_of"]

ENDING = ".access"
"""What the name of the file has after that of its ledger."""


class Register:
    """Connections to the tables of who may enter, which the first write makes."""

    def __init__(self, address: str, *, wait: float = WAIT) -> None:
        self._file = None if is_url(address) else Path(f"{address}{ENDING}")
        self._address = str(self._file or address)
        self._wait = wait
        self._connections: Connections | None = None
        self._laid = False

    def close(self) -> None:
        """Let go of the file or the database."""
        if self._connections is not None:
            self._connections.close()

    @contextmanager
    def seen(self) -> Iterator[Connection | None]:
        """The tables as they are now; None where nobody was ever let in."""
        if self._file is not None and self._connections is None and not self._file.exists():
            yield None
            return
        with self._opened().reading() as connection:
            self._laid = self._laid or inspect(connection).has_table(USERS.name)
            yield connection if self._laid else None

    @contextmanager
    def changed(self) -> Iterator[Connection]:
        """The tables, to be written; all of it is kept at the end, or nothing."""
        if self._file is not None and self._connections is None:
            # nobody but its owner reads it, from its first moment
            os.close(os.open(self._file, os.O_CREAT | os.O_WRONLY, 0o600))
        with self._opened().writing() as connection:
            metadata.create_all(connection)
            yield connection

    def _opened(self) -> Connections:
        if self._connections is None:
            self._connections = Connections(self._address, wait=self._wait)
        return self._connections


def rows_of(
    connection: Connection | None, table: Table, *where: ColumnElement[bool]
) -> list[Mapping[str, Any]]:
    """The rows of a table for which all that holds; none where there is no table yet."""
    if connection is None:
        return []
    return [dict(row) for row in connection.execute(select(table).where(*where)).mappings()]
