"""What adding a batch asks of the database, worked out before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection

from sayso.ledger.chain import last_hash
from sayso.ledger.fulltext import Wordings, index_statements
from sayso.ledger.insertion import Order, insert_all

__all__ = ["Plan"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A batch for a ledger whose chain ends with the hash `after`, by all that is to be written.

    Where it `decides` something, what comes next cannot be planned before it is written.
    """

    after: bytes
    orders: Sequence[Order] = ()
    wordings: Wordings | None = None
    decides: bool = False

    def fits(self, connection: Connection) -> bool:
        """Whether nobody added anything since it was planned."""
        return last_hash(connection) == self.after

    def write(self, connection: Connection) -> None:
        """Add all of it."""
        packs = connection.dialect.name == "sqlite"
        if self.wordings and packs:  # its index asks no table
            index_statements(connection, self.wordings)
        insert_all(connection, self.orders)
        if self.wordings and not packs:
            index_statements(connection, self.wordings)
