"""What could not be added or imported, and another try."""

from collections.abc import Iterator
from pathlib import Path

from sayso.intake import find_items, is_exchange
from sayso.ledger import Ledger, open_failures
from sayso.pipeline.adding import Added, add_each
from sayso.pipeline.exchanging import import_each
from sayso.pipeline.maker import Clock
from sayso.records import Failure

__all__ = ["failures", "retry_each"]


def failures(ledger: Ledger) -> list[Failure]:
    """All that could not be added at its last attempt."""
    with ledger.seen() as connection:
        return open_failures(connection)


def retry_each(ledger: Ledger, *, clock: Clock) -> Iterator[Added]:
    """Try once more to add what failed, and to import what was to be imported."""
    sources = dict.fromkeys(failure.name.partition("!")[0] for failure in failures(ledger))
    imported = [source for source in sources if is_exchange(Path(source))]
    yield from import_each(ledger, imported, clock=clock)
    added = [source for source in sources if source not in imported]
    yield from add_each(ledger, find_items(added), clock=clock)
