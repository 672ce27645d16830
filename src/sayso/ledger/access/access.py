"""Letting people and programs in."""

from sayso.ledger.access.opening import Register
from sayso.ledger.access.sessions import Sessions
from sayso.ledger.access.tokens import Tokens
from sayso.ledger.access.users import Users
from sayso.ledger.closing import Closing
from sayso.ledger.connections import WAIT

__all__ = ["Access"]


class Access(Closing):
    """Who may ask the ledger at `address` and write into it; nothing is begun by looking."""

    def __init__(self, address: str, *, wait: float = WAIT) -> None:
        self._register = Register(address, wait=wait)
        self.users = Users(self._register)
        self.sessions = Sessions(self._register)
        self.tokens = Tokens(self._register)

    def close(self) -> None:
        """Let go of the file or the database."""
        self._register.close()
