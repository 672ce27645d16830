"""Connections to a ledger: a file of SQLite, or a database of PostgreSQL by its URL."""

import logging
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from sayso.errors import LedgerError
from sayso.ledger.faults import told_faults
from sayso.ledger.packed import inflate
from sayso.packages import needed

__all__ = ["WAIT", "Connections", "is_url", "shown"]

WAIT = 30.0
"""Seconds to wait for another writer to end."""
_CACHE = 64_000  # kilobytes of pages each connection keeps
# Pages of the log that go into the file at once. Each batch of many reports writes most pages of
# statements again: with 1,000, SQLite's own measure, 200,000 statements took 457 MB of writing and
# 41 s on a slow disk, so 392 MB and 29 s.
_LOGGED = 4_000
_LOCK = 7_291_980  # any number, the same for all writers of a PostgreSQL database


# What goes wrong is told where it is caught. Without this, a Ctrl-C that meets a connection just as
# it is closed prints where that was; who keeps logs of the pool still has it there.
logging.getLogger("sqlalchemy.pool").addHandler(logging.NullHandler())


def is_url(address: str) -> bool:
    """Whether a ledger's address is a database's, not a file's.

    >>> is_url("postgresql://desk@db/news"), is_url("sayso.db")
    (True, False)
    """
    return "://" in address


def shown(address: str) -> str:
    """The address as it may be printed: without a password.

    >>> shown("postgresql://desk:secret@db/news")
    'postgresql://desk@db/news'
    """
    scheme, mark, rest = address.partition("://")
    user, at, place = rest.rpartition("@")
    return f"{scheme}{mark}{user.partition(':')[0]}{at}{place}"


class Connections:
    """Opens connections to one ledger; its faults are LedgerErrors."""

    def __init__(self, address: str, *, wait: float = WAIT) -> None:
        self.name = shown(address)
        self.address = address if is_url(address) else str(Path(address).absolute())
        self._engine = _postgres(address) if is_url(address) else _sqlite(address, wait)
        self._file = None if is_url(address) else Path(address).absolute()
        self._known: int | None = None

    @property
    def dialect(self) -> str:
        """`sqlite` or `postgresql`."""
        return self._engine.dialect.name

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the ledger as it is now, whatever is added meanwhile."""
        with self._connected() as connection, connection.begin():
            yield connection

    @contextmanager
    def glancing(self) -> Iterator[Connection]:
        """A connection of whose questions each sees what is there by then.

        A file's log can begin anew between them, which it cannot while somebody sees it as it was.
        """
        with self._connected() as connection:
            yield connection.execution_options(sayso_glances=True)

    @contextmanager
    def writing(self, *, rebuilds: bool = False) -> Iterator[Connection]:
        """The one connection that adds; all of it is kept at the end, or nothing.

        One that `rebuilds` may put a table of a file in the place of another that rows point to.
        """
        with self._connected() as connection:
            writing = connection.execution_options(sayso_writes=True, sayso_rebuilds=rebuilds)
            with writing.begin():
                if self.dialect == "postgresql":
                    writing.exec_driver_sql(f"select pg_advisory_xact_lock({_LOCK})")
                yield writing

    @contextmanager
    def _connected(self) -> Iterator[Connection]:
        self._refuse_another_file()
        faults = told_faults(self.name, self._engine.dialect.loaded_dbapi.Error)
        with faults, self._engine.connect() as connection:
            yield connection

    def _refuse_another_file(self) -> None:
        """What is written into a deleted file would be lost without anybody noticing."""
        if self._file is None:
            return
        found = self._file.stat().st_ino if self._file.exists() else None
        if self._known is not None and found != self._known:
            raise LedgerError(
                f"The ledger {self.name} was moved or deleted while it was open; put it back, or "
                "open another one."
            )
        self._known = found

    def shrink(self) -> None:
        """Give back the room in a file that merging its index left free; a database does itself."""
        if self.dialect == "sqlite":
            with self._connected() as connection:
                raw = connection.connection.driver_connection
                # It gives a row without columns for each page, of which `execute` takes one only.
                raw and raw.executescript("pragma incremental_vacuum").close()

    def close(self) -> None:
        """Close all connections, with the pages they keep; whoever asks again opens others."""
        self._engine.dispose()


def _postgres(address: str) -> Engine:
    scheme, _, rest = address.partition("://")
    if scheme not in {"postgresql", "postgres"}:
        raise LedgerError(f"{scheme}:// is no ledger; name a file or a postgresql:// address.")
    needed("psycopg", extra="postgres", what="PostgreSQL", error=LedgerError)
    return create_engine(f"postgresql+psycopg://{rest}")


def _sqlite(path: str, wait: float) -> Engine:
    def connect() -> sqlite3.Connection:
        return sqlite3.connect(
            _uri(path), uri=True, timeout=wait, isolation_level=None, check_same_thread=False
        )

    # The connection that was used last knows most pages of the file: of a million statements what
    # was just looked at took three times as long when asked in turns.
    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_use_lifo=True)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _uri(path: str) -> str:
    """The file's address; in a folder that may not be written it is read just as it stands."""
    file = Path(path).absolute()
    closed = file.exists() and not os.access(file.parent, os.W_OK)
    return file.as_uri() + ("?mode=ro&immutable=1" if closed else "?mode=rwc")


def _prepare(connection: sqlite3.Connection, _: Any) -> None:
    # In the WAL readers never wait for the writer; a full sync at each commit outlives power loss.
    # A report's text fills a page of this size better than one of 4 KB, which it leaves half empty;
    # with pages of 32 KB 50,000 statements took 3 % more room, and no less time.
    (size,) = connection.execute("pragma page_count").fetchone()
    # Room can be given back by a file that was made for it; asked of others, they would be written.
    made = () if size else ("auto_vacuum=incremental",)
    for pragma in (
        "page_size=16384",
        *made,
        "journal_mode=wal",
        "synchronous=full",
        f"cache_size=-{_CACHE}",
        f"wal_autocheckpoint={_LOGGED}",
        "temp_store=memory",
        "secure_delete=off",  # Debian's SQLite writes zeros over what merging the index leaves
    ):
        connection.execute(f"pragma {pragma}").close()
    connection.create_function("inflate", 1, inflate, deterministic=True)


def _begin(connection: Connection) -> None:
    options = connection.get_execution_options()
    # Only outside a transaction can this be changed.
    connection.exec_driver_sql(f"pragma foreign_keys={not options.get('sayso_rebuilds')}")
    if not options.get("sayso_glances"):
        connection.exec_driver_sql("begin immediate" if options.get("sayso_writes") else "begin")
