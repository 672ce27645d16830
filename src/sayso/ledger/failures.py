"""What could not be added, and why; it stays listed until it could."""

from sqlalchemy import Connection, func, select

from sayso.ledger.batches import Batch
from sayso.ledger.schema import TABLES
from sayso.records import Failure

__all__ = ["keep_failure", "open_failures", "settle"]


def keep_failure(batch: Batch, name: str, reason: str) -> None:
    """Note that the document of that name could not be added; once, while the reason is the same.

    Who looks at a feed again and again finds the same in it.
    """
    rows = batch.find("failure", "name", name)
    last = batch.values("failure", rows[-1]) if rows else None
    if last is None or last["settled"] or last["reason"] != reason:
        _add(batch, name, reason)


def settle(batch: Batch, name: str) -> None:
    """Note that what once failed is in now; so is the archive or table in which it was found."""
    while name:
        rows = batch.find("failure", "name", name)
        if rows and not batch.values("failure", rows[-1])["settled"]:
            _add(batch, name, "", settled=1)
        name = name.rpartition("!")[0]


def open_failures(connection: Connection) -> list[Failure]:
    """All that failed at its last attempt, in order of that."""
    failure = TABLES["failure"]
    last = select(func.max(failure.c.id)).group_by(failure.c.name)
    rows = select(failure.c.name, failure.c.reason, failure.c.failed_at).where(
        failure.c.id.in_(last), failure.c.settled == 0
    )
    found = connection.execute(rows.order_by(failure.c.id)).mappings()
    return [Failure(**row) for row in found]


def _add(batch: Batch, name: str, reason: str, *, settled: int = 0) -> None:
    values = {"name": name, "reason": reason, "failed_at": batch.now, "settled": settled}
    batch.add("failure", values)
