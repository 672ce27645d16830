"""What was handed over and is being read, one document after the other, while pages are served."""

import datetime
from collections import deque
from collections.abc import Callable, Iterator
from threading import Lock, Thread
from typing import TYPE_CHECKING

from sayso import pipeline
from sayso.records import Item, UnreadableItem
from sayso.views.pages.adding import Handed

if TYPE_CHECKING:
    from sayso.pipeline import Ledger

__all__ = ["Tray"]

_SHOWN = 200  # documents that are remembered


class Tray:
    """Documents wait here to be read and kept; `clock` tells the time.

    One thread reads, started when something waits and ended when nothing does.
    """

    def __init__(self, ledger: "Ledger", *, clock: Callable[[], datetime.datetime]) -> None:
        self._ledger = ledger
        self._clock = clock
        self._waiting: deque[tuple[Item, bool]] = deque()
        self._done: deque[Handed] = deque(maxlen=_SHOWN)
        self._reading: str | None = None
        self._lock = Lock()
        self._thread: Thread | None = None

    def put(self, items: list[Item], *, record: bool) -> None:
        """Hand documents over; with `record` they are transcripts of what was said."""
        with self._lock:
            self._waiting.extend((item, record) for item in items)
            if self._thread is None and self._waiting:
                self._thread = Thread(target=self._work, name="sayso-tray", daemon=True)
                self._thread.start()

    def documents(self) -> list[Handed]:
        """What is done, what is being read and what waits, in that order."""
        with self._lock:
            reading = [Handed(name=self._reading, state="reading")] if self._reading else []
            waiting = [Handed(name=item.name, state="waiting") for item, _ in self._waiting]
            return [*self._done, *reading, *waiting]

    def _work(self) -> None:
        for item, record in iter(self._next, None):
            try:
                self._add(item, record=record)
            except Exception as error:  # noqa: BLE001 - the thread lives; the page tells what failed
                self._tell(Handed(name=item.name, state="failed", reason=str(error)))

    def _next(self) -> tuple[Item, bool] | None:
        with self._lock:
            found = self._waiting.popleft() if self._waiting else None
            self._reading = found[0].name if found else None
            if found is None:
                self._thread = None
            return found

    def _add(self, item: Item, *, record: bool) -> None:
        for found in self._found(item):
            # a transcript is only cut into turns, which is done at once
            wanted = [found] if record else pipeline.short_enough([found])
            for one in pipeline.add_each(self._ledger, wanted, clock=self._clock, record=record):
                state = "failed" if one.failure else str(one.kept)
                told = Handed(
                    name=one.name, state=state, statements=one.statements, reason=one.failure
                )
                self._tell(told)

    def _tell(self, handed: Handed) -> None:
        with self._lock:
            self._done.append(handed)

    def _found(self, item: Item) -> Iterator[Item | UnreadableItem]:
        for found in pipeline.items_in(item):
            self._reading = found.name
            yield found
