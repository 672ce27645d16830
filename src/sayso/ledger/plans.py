"""What a batch adds, worked out before anything is written."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Connection

from sayso.ledger.chain import last_hash
from sayso.ledger.fulltext import index_statements
from sayso.ledger.insertion import insert_rows
from sayso.ledger.rows import Row

__all__ = ["Plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A batch for a ledger whose chain ends with the hash `after`, by the rows of its tables.

    Where it `decides` something, what comes next cannot be planned before it is written.
    """

    after: bytes
    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    wordings: Sequence[Row] = ()
    decides: bool = False

    def __reduce__(self) -> tuple[Any, ...]:
        # Row by row, pickling them took four times as long.
        rows = _encode((self.rows, self.wordings))
        return _plan, (self.after, rows, self.decides)

    def fits(self, connection: Connection) -> bool:
        """Whether nobody added anything since it was planned."""
        return last_hash(connection) == self.after

    def write(self, connection: Connection) -> None:
        """Add all of it."""
        packs = connection.dialect.name == "sqlite"
        if packs:  # its index asks no table
            index_statements(connection, self.wordings)
        for table, rows in self.rows.items():
            insert_rows(connection, table, rows)
        if not packs:
            index_statements(connection, self.wordings)


def _plan(after: bytes, rows: bytes, decides: bool) -> Plan:  # noqa: FBT001 - as pickled
    of_tables, wordings = _decode(rows)
    return Plan(after=after, rows=of_tables, wordings=wordings, decides=decides)


_encode = msgspec.msgpack.Encoder().encode
_decode = msgspec.msgpack.Decoder(tuple[dict[str, list[Row]], list[Row]]).decode
