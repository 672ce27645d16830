"""The chain of batches: each one's hash covers its rows and the hash before it."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from itertools import islice
from typing import Any

import msgspec
from sqlalchemy import ColumnElement, Connection, Select, select

from sayso.ledger.rows import Row
from sayso.ledger.schema import MENTIONS, RELATIONS, ROOTS, TABLES

__all__ = [
    "BEGINNING",
    "IN_ORDER",
    "batch_hash",
    "batch_of",
    "chain_end",
    "find_breaks",
    "hashes_now",
    "last_hash",
]

_AT_ONCE = 100  # rows in memory; those of `original` can be long
_HASHED = 500  # rows that are hashed in one piece
_encoder = msgspec.json.Encoder()
BEGINNING = bytes(32)
"""What stands before the first batch's hash."""
IN_ORDER = (*ROOTS, "statement", *MENTIONS, *RELATIONS)
"""The tables of a batch's rows, in the order in which they are added and hashed."""


def batch_hash(previous: bytes, header: Row, rows: Mapping[str, Sequence[Row]]) -> bytes:
    """The SHA-256 of the hash before, the batch's id, moment and maker, and all its rows by key."""
    digest = hashlib.sha256(previous)
    digest.update(_encoder.encode(header))
    for table in IN_ORDER:
        ordered = iter(sorted(rows.get(table, ())))  # no two have the same key, which comes first
        while some := list(islice(ordered, _HASHED)):
            digest.update(_told(table, some))
    return digest.digest()


def _told(table: str, rows: Sequence[Row]) -> bytes:
    """Each row as a list in JSON, the table's name before its values, one right after the other.

    JSON has no line break within a line, so that all are encoded at once and named afterwards.
    """
    begin = b'["%b",' % table.encode()
    lines = _encoder.encode_lines(rows)
    return begin + lines[1:-1].replace(b"\n[", begin)


def last_hash(connection: Connection) -> bytes:
    """The hash of the newest batch, which stands for all that was ever added."""
    batch = TABLES["batch"].c
    found: bytes | None = connection.scalar(select(batch.hash).order_by(batch.id.desc()).limit(1))
    return BEGINNING if found is None else found


def batch_of(connection: Connection, digest: bytes) -> int | None:
    """The number of the batch with that hash, None where the chain has no such hash."""
    batch = TABLES["batch"].c
    found: int | None = connection.scalar(select(batch.id).where(batch.hash == digest))
    return found


def chain_end(connection: Connection) -> tuple[int, str] | None:
    """The number of the newest batch and its hash in hex; None where nothing was added yet."""
    batch = TABLES["batch"].c
    query = select(batch.id, batch.hash).order_by(batch.id.desc()).limit(1)
    found = connection.execute(query).one_or_none()
    return (found[0], bytes(found[1]).hex()) if found else None


def find_breaks(connection: Connection) -> Iterator[tuple[int, bool]]:
    """Every batch by its number, and whether its hash is that of what stands there now.

    A batch that was taken out, or put in by other hands, breaks the one after it too.
    """
    for number, found, kept in hashes_now(connection):
        yield number, found == kept


def hashes_now(connection: Connection) -> Iterator[tuple[int, bytes, bytes]]:
    """Every batch by its number, the hash of what stands there now, and the hash that was kept."""
    batch = TABLES["batch"]
    previous = BEGINNING
    with ExitStack() as ends:
        streams = {
            table: _Stream(ends.enter_context(connection.execute(_all_of(table))))
            for table in IN_ORDER
            if _is_in_order(table)
        }
        for number, made_at, maker, kept in connection.execute(select(batch).order_by("id")).all():
            rows = {table: stream.until(number) for table, stream in streams.items()}
            for table in IN_ORDER:
                if table not in streams:
                    query = _rows_of(table, number, rows["reading"])
                    rows[table] = [tuple(row) for row in connection.execute(query)]
            yield number, batch_hash(previous, (number, made_at, maker), rows), kept
            previous = kept


class _Stream:
    """The rows of a table in the order of their batches, once."""

    def __init__(self, rows: Iterable[Any]) -> None:
        self._rows = iter(rows)
        self._next: Any = next(self._rows, None)

    def until(self, batch: int) -> list[Row]:
        """The rows up to a batch that were not given yet."""
        found = []
        while self._next is not None and self._next.batch <= batch:
            found.append(tuple(self._next))
            self._next = next(self._rows, None)
        return found


def _is_in_order(table: str) -> bool:
    """Whether its ids were given batch by batch, so that no index of batches is needed."""
    return "id" in TABLES[table].c and "batch" in TABLES[table].c


def _all_of(table: str) -> Select[tuple[object, ...]]:
    return select(TABLES[table]).order_by("id").execution_options(yield_per=_AT_ONCE)


def _rows_of(name: str, batch: int, readings: Sequence[Row]) -> Select[tuple[object, ...]]:
    table, reading = TABLES[name], TABLES["reading"]
    if "batch" in table.c:
        return select(table).where(table.c.batch == batch)
    first, last = (readings[0][0], readings[-1][0]) if readings else (0, -1)
    if name != "statement":
        return select(table).where(table.c.reading.between(first, last))
    here: ColumnElement[bool]
    here = table.c.id.between(reading.c.first, reading.c.first + reading.c.statements - 1)
    return select(table).join(reading, here).where(reading.c.id.between(first, last))
