"""What takes long is worked out once for each state of the ledger, while pages are served."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future
from threading import BoundedSemaphore, Lock, Thread
from typing import Any, TypeVar

__all__ = ["StillWorkingError", "Workbench"]

_Found = TypeVar("_Found")
_KEPT = 64  # results; those asked for last
_AT_ONCE = 2  # so that looking things up stays quick meanwhile


class StillWorkingError(Exception):
    """It is being worked out; whoever asks again is given it, or told this again."""


class Workbench:
    """Gives results that are there within `patience` seconds, and works on at the others."""

    def __init__(self, *, patience: float = 0.06) -> None:
        self._patience = patience
        self._results: OrderedDict[Hashable, Future[Any]] = OrderedDict()
        self._lock = Lock()
        self._free = BoundedSemaphore(_AT_ONCE)

    def result(self, key: Hashable, work: Callable[[], _Found], *, patience: float = 1.0) -> _Found:
        """What `work` gives, done once for each `key`; StillWorkingError where it is not there yet.

        What it raises is raised here, and forgotten. `patience` is how much of the usual is left.
        """
        future = self._future(key, work)
        try:
            found: _Found = future.result(self._patience * patience)
        except TimeoutError:
            if not future.done():
                raise StillWorkingError from None
            found = future.result()
        return found

    def _future(self, key: Hashable, work: Callable[[], Any]) -> Future[Any]:
        with self._lock:
            known = self._results.get(key)
            if known is None or (known.done() and known.exception() is not None):
                known = self._results[key] = Future()
                Thread(target=self._work, args=(known, work), daemon=True).start()
            self._results.move_to_end(key)
            while len(self._results) > _KEPT:
                self._results.popitem(last=False)
            return known

    def _work(self, future: Future[Any], work: Callable[[], Any]) -> None:
        with self._free:
            try:
                future.set_result(work())
            except Exception as error:  # noqa: BLE001 - whoever asks for the result is told
                future.set_exception(error)
