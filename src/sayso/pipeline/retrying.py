"""What could not be added or imported, and another try."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from sayso.intake import is_exchange
from sayso.ledger import Ledger, open_failures
from sayso.pipeline.adding import Added, add_each
from sayso.pipeline.importing import import_each
from sayso.pipeline.maker import Clock
from sayso.records import Failure, Item, UnreadableItem

__all__ = ["failed_sources", "failures", "retry_each"]


def failures(ledger: Ledger) -> list[Failure]:
    """All that could not be added at its last attempt."""
    with ledger.seen() as connection:
        return open_failures(connection)


def failed_sources(ledger: Ledger) -> list[str]:
    """What to try once more: the files and addresses in which something failed."""
    return list(dict.fromkeys(failure.name.partition("!")[0] for failure in failures(ledger)))


def retry_each(
    ledger: Ledger,
    find: Callable[[Sequence[str]], Iterator[Item | UnreadableItem]],
    *,
    clock: Clock,
    published: datetime.date | None = None,
    record: bool = False,
) -> Iterator[Added]:
    """Try once more to add what `find` gives of that which failed, and to import what was to be."""
    sources = failed_sources(ledger)
    imported = [source for source in sources if is_exchange(Path(source))]
    yield from import_each(ledger, imported, clock=clock)
    items = find([source for source in sources if source not in imported])
    yield from add_each(ledger, items, clock=clock, published=published, record=record)
