"""Reports into a ledger: what `import` takes, kept many at a time."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, islice

from sayso.collecting import uncollected
from sayso.errors import LedgerError
from sayso.ledger import Ledger
from sayso.pipeline.adding import Added
from sayso.pipeline.ahead import Ahead
from sayso.pipeline.lots import Lot, keep_lot, lots_of, make_ready
from sayso.pipeline.maker import MAKER, Clock
from sayso.pipeline.planner import Go, Planned

__all__ = ["import_each"]

_MANY = 4  # lots for which a process is begun; its start takes about as long as one of them


def import_each(ledger: Ledger, names: Sequence[str], *, clock: Clock) -> Iterator[Added]:
    """Keep one row of the files after the other; a bad one is noted and stops none of the rest.

    What is there already adds nothing, so that a run that was broken off goes on where it was.
    """
    many, lots = _counted(lots_of(names))
    if many:
        with Ahead(ledger.address) as ahead:
            yield from _keep_here(ledger, next(lots), clock)  # while the process begins
            yield from _Course(ledger, ahead, clock).kept(lots)
    for lot in lots:
        yield from _keep_here(ledger, lot, clock)
    with suppress(LedgerError):  # all is kept, and another writer may be at work
        ledger.shrink()


def _counted(lots: Iterator[Lot]) -> tuple[bool, Iterator[Lot]]:
    """Whether they are many; all of them."""
    first = list(islice(lots, _MANY))
    return len(first) == _MANY, chain(first, lots)


class _Course:
    """Lots that are written here while the next is planned ahead."""

    def __init__(self, ledger: Ledger, ahead: Ahead, clock: Clock) -> None:
        self._ledger = ledger
        self._ahead = ahead
        self._clock = clock

    def kept(self, lots: Iterator[Lot]) -> Iterator[Added]:
        """What has become of each row, told once it is kept."""
        lot = self._handed(lots)
        self._go(lot, afresh=True)
        while lot:
            after = self._handed(lots)
            with uncollected():  # until what was planned is gone again
                added = self._written(self._ahead.take(), after)
            yield from added or self._repaired(lot, after)
            lot = after

    def _handed(self, lots: Iterator[Lot]) -> Lot:
        """The next lot, which the other process has then while it is at the one before."""
        lot = next(lots, ())
        if lot:
            self._ahead.hand(lot)
        return lot

    def _written(self, planned: Planned | None, after: Lot) -> Sequence[Added]:
        """Write a lot while the next is planned; nothing where there is no plan that still fits."""
        if planned is None:
            return ()
        decides = planned.plan.decides
        ahead = partial(self._go, () if decides else after)
        if not self._ledger.write(planned.plan, ahead=ahead):
            return ()
        if decides:
            self._go(after, afresh=True)
        return planned.added

    def _repaired(self, lot: Lot, after: Lot) -> Sequence[Added]:
        """A lot planned and written here, and the one after it begun then."""
        added = _keep_here(self._ledger, lot, self._clock)
        self._go(after, afresh=True)
        return added

    def _go(self, lot: Lot, *, afresh: bool = False) -> None:
        if lot:
            self._ahead.go(Go(now=self._clock(), afresh=afresh))


def _keep_here(ledger: Ledger, lot: Lot, clock: Clock) -> Sequence[Added]:
    with uncollected():  # until what was made ready is gone again
        ready = make_ready(lot)  # before the ledger is opened for writing: nobody waits for it
        with ledger.batch(now=clock(), maker=MAKER) as batch:
            return keep_lot(batch, ready)
