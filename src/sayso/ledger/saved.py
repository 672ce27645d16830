"""Searches kept under a name."""

import msgspec
from sqlalchemy import Connection, func, select

from sayso.ledger.batches import Batch
from sayso.ledger.plain import record_of
from sayso.ledger.schema import TABLES
from sayso.ledger.search import Search

__all__ = ["save", "saved_searches"]


def save(batch: Batch, name: str, search: Search | None) -> None:
    """Keep a search under a name from now on; None lets the name go."""
    request = None if search is None else msgspec.json.encode(search).decode()
    batch.add("saved", {"name": name, "request": request})


def saved_searches(connection: Connection) -> dict[str, Search]:
    """The kept searches by name."""
    saved = TABLES["saved"].c
    last = select(func.max(saved.id)).group_by(saved.name)
    rows = select(saved.name, saved.request).where(saved.id.in_(last)).order_by(saved.name)
    return {
        name: record_of(Search, msgspec.json.decode(request))
        for name, request in connection.execute(rows)
        if request is not None
    }
