"""How many statements searches find, kept until something is added or decided."""

from collections import OrderedDict
from threading import Lock

from sqlalchemy import Connection

from sayso.ledger.chain import last_hash
from sayso.ledger.judgements import names_in
from sayso.ledger.search import Search, count

__all__ = ["Tallies"]

_KEPT = 1_000  # searches; those asked for last


class Tallies:
    """Counts what a search finds once for each state of the ledger, whatever page is asked for."""

    def __init__(self) -> None:
        self._known: OrderedDict[tuple[bytes, Search], int] = OrderedDict()
        self._lock = Lock()

    def count(self, connection: Connection, search: Search) -> int:
        """How many statements fit; `RANKED + 1` stands for more than `RANKED`."""
        key = (last_hash(connection), search)
        with self._lock:
            found = self._known.get(key)
        if found is None:
            found = count(connection, search, names=names_in(connection))
        with self._lock:
            self._known[key] = found
            self._known.move_to_end(key)
            while len(self._known) > _KEPT:
                self._known.popitem(last=False)
        return found
