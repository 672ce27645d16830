"""The ledger: what was read, by whom said, kept for good."""

import datetime
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection

from sayso.collecting import uncollected
from sayso.errors import BadRequestError
from sayso.ledger.batches import Batch
from sayso.ledger.chain import batch_of, find_breaks, last_hash
from sayso.ledger.closing import Closing
from sayso.ledger.connections import WAIT
from sayso.ledger.fulltext import merge_some
from sayso.ledger.judgements import names_in
from sayso.ledger.opening import open_ledger
from sayso.ledger.plans import Plan
from sayso.ledger.search import Search, find
from sayso.ledger.tallies import Tallies
from sayso.records import Entry

__all__ = ["Ledger"]


class Ledger(Closing):
    """Reports, readings and judgements in one file, or in one PostgreSQL database by its URL.

    Any number of programs may read while one adds. `wait` is how many seconds to wait for
    another writer. LedgerError where it cannot be opened.
    """

    def __init__(self, address: str, *, create: bool = True, wait: float = WAIT) -> None:
        self._connections = open_ledger(address, create=create, wait=wait)
        self._tallies = Tallies()
        self.name = self._connections.name
        self.address = self._connections.address

    def close(self) -> None:
        """Let go of the file or the database."""
        self._connections.close()

    def rest(self) -> None:
        """Hold nothing of it in memory until it is asked again: not even what was asked last."""
        self._connections.close()

    @contextmanager
    def seen(self) -> Iterator[Connection]:
        """The ledger as it is now, for questions."""
        with self._connections.reading() as connection:
            yield connection

    @contextmanager
    def batch(self, *, now: datetime.datetime, maker: str) -> Iterator[Batch]:
        """What is added inside is kept at the end, all of it, or nothing where an error ends it."""
        with self._connections.writing() as connection, uncollected():
            batch = Batch(connection, now=now, maker=maker)
            yield batch
            batch.plan().write(connection)

    def write(self, plan: Plan, *, ahead: Callable[[], None]) -> bool:
        """Keep a batch that was planned elsewhere, all of it, or nothing where an error ends it.

        False where something was added since, so that it fits no more. `ahead` is called before
        it is written, once nobody else can add anything.
        """
        with self._connections.writing() as connection, uncollected():
            if not plan.fits(connection):
                return False
            ahead()
            plan.write(connection)
            return True

    def shrink(self) -> None:
        """Merge the index of a file, and give back the room that is left, after much was added.

        A step at a time, so that another writer may come in between.
        """
        merging = True
        while merging:
            with self._connections.writing() as connection:
                merging = merge_some(connection)
        self._connections.shrink()

    def find(self, search: Search, *, limit: int | None = None, skip: int = 0) -> Iterator[Entry]:
        """The statements that fit, as they are asked for, in the ledger as it was at the first."""
        with self.seen() as connection:
            names = names_in(connection)
            yield from find(connection, search, names=names, limit=limit, skip=skip)

    def count(self, search: Search) -> int:
        """How many statements fit; `RANKED + 1` stands for more than `RANKED`."""
        with self.seen() as connection:
            return self._tallies.count(connection, search)

    def verify(self) -> Iterator[tuple[int, bool]]:
        """Every batch by its number, and whether it is as it was added."""
        with self.seen() as connection:
            yield from find_breaks(connection)

    def last_hash(self) -> str:
        """The hash of the newest batch, in hex: noted elsewhere, it proves all that it covers."""
        with self.seen() as connection:
            return last_hash(connection).hex()

    def batch_of(self, noted: str) -> int | None:
        """The batch that ends with a hash that somebody noted, None where there is none now."""
        try:
            digest = bytes.fromhex(noted)
        except ValueError as error:
            raise BadRequestError(f"{noted!r} is no hash; it has 64 digits 0-9, a-f.") from error
        with self.seen() as connection:
            return batch_of(connection, digest)
