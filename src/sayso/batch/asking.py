"""Questions in SQL to the tables of batches or of a ledger, by DuckDB, which may only read."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sayso import pipeline
from sayso.batch.folder import Folder
from sayso.batch.rows import rows_of
from sayso.batch.schema import TABLES, arrow_schema
from sayso.errors import BadRequestError
from sayso.packages import needed

__all__ = ["Answer", "ask"]

_ROWS = 1_000  # fetched at a time
_PART = 1_000  # readings of a ledger that make a part


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a question gave: the names of its columns, and its rows as they are asked for."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


@contextmanager
def ask(sql: str, addresses: Sequence[str]) -> Iterator[Answer]:
    """The answer of one SELECT over the tables of folders of batches, or of a ledger.

    A ledger's newest readings are first laid out as such a folder, for a while. BadRequestError
    where the question is none, or would do more than read.
    """
    with TemporaryDirectory() as space:
        folders = [_folder(address, space) for address in addresses]
        connection = _opened(folders)
        try:
            yield _answered(connection, sql)
        finally:
            connection.close()


def _folder(address: str, space: str) -> Folder:
    stored = "://" in address and not address.startswith("postgres")
    if not stored and not Path(address).is_dir():
        return _laid_out(address, space)
    folder = Folder(address)
    folder.manifest()
    return folder


def _laid_out(address: str, space: str) -> Folder:
    folder = Folder(f"{space}/ledger")
    folder.begin({"ledger": address})
    rows: dict[str, list[Any]] = {}
    with pipeline.Ledger(address, create=False) as ledger:
        for number, reading in enumerate(pipeline.readings(ledger), 1):
            for table, found in rows_of(reading, document=reading.report.id).items():
                rows.setdefault(table, []).extend(found)
            if number % _PART == 0:
                folder.keep(rows)
                rows = {}
    folder.keep(rows)
    return folder


def _opened(folders: Sequence[Folder]) -> Any:
    """A database in memory with a view for each table, which can reach nothing else."""
    duckdb = needed("duckdb", extra="batch")
    connection = duckdb.connect()
    for folder in folders:
        if not folder.local:
            connection.register_filesystem(folder.files)
    paths = [path for folder in folders for table in TABLES for path in folder.addresses(table)]
    for table in TABLES:
        parts = [path for folder in folders for path in folder.addresses(table)]
        connection.register(f"_{table}", arrow_schema(table).empty_table())
        source = f"read_parquet({parts!r})" if parts else f"_{table}"
        connection.execute(f"create view {table} as select * from {source}")
    connection.execute("set allowed_paths = $1", [paths])
    for setting in ("enable_external_access = false", "lock_configuration = true"):
        connection.execute(f"set {setting}")
    return connection


def _answered(connection: Any, sql: str) -> Answer:
    duckdb = needed("duckdb", extra="batch")
    try:
        statements = duckdb.extract_statements(sql)
        if [statement.type.name for statement in statements] not in (["SELECT"], ["EXPLAIN"]):
            raise BadRequestError("Only one question at a time is answered, a SELECT.")
        result = connection.execute(sql)
        columns = tuple(column[0] for column in result.description)
    except duckdb.Error as error:
        raise _misunderstood(error) from error
    return Answer(columns=columns, rows=_fetched(result, duckdb.Error))


def _fetched(result: Any, fault: type[Exception]) -> Iterator[tuple[Any, ...]]:
    try:
        while rows := result.fetchmany(_ROWS):
            yield from rows
    except fault as error:
        raise _misunderstood(error) from error


def _misunderstood(error: Exception) -> BadRequestError:
    return BadRequestError(f"That cannot be answered: {' '.join(str(error).split())}")
