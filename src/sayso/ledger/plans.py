"""What a batch adds, worked out before anything is written."""

from dataclasses import dataclass
from typing import Any

import msgspec
from sqlalchemy import Connection

from sayso.ledger.chain import last_hash
from sayso.ledger.fulltext import index_statements
from sayso.ledger.insertion import insert_rows
from sayso.ledger.rows import Row

__all__ = ["Plan"]


_Rows = tuple[dict[str, list[Row]], list[Row]]


@dataclass(frozen=True, slots=True)
class Plan:
    """A batch for a ledger whose chain ends with the hash `after`.

    Its `rows` are those of the tables and of the full-text index; of another process they are
    packed until they are written. Where it `decides` something, what comes next cannot be
    planned before it is written.
    """

    after: bytes
    rows: _Rows | bytes
    decides: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        # Row by row, pickling them took four times as long.
        return Plan, (self.after, _encode(self.rows), self.decides)

    def fits(self, connection: Connection) -> bool:
        """Whether nobody added anything since it was planned."""
        return last_hash(connection) == self.after

    def write(self, connection: Connection) -> None:
        """Add all of it."""
        of_tables, wordings = _decode(self.rows) if isinstance(self.rows, bytes) else self.rows
        packs = connection.dialect.name == "sqlite"
        if packs:  # its index asks no table
            index_statements(connection, wordings)
        for table, rows in of_tables.items():
            insert_rows(connection, table, rows)
        if not packs:
            index_statements(connection, wordings)


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(_Rows).decode
