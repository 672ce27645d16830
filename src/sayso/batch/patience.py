"""An end to waiting for what may never come."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from math import ceil
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

from sayso.errors import BatchError

__all__ = ["RESUME", "in_time", "silence"]

RESUME = "What was kept is whole. Run the same command again: it goes on from there."
_T = TypeVar("_T")
_LOOK = 5  # seconds between two looks
_LEAVE = 5  # seconds for what is under way, when nothing more is asked for
_Told = SimpleQueue[_T | Exception | None]


def in_time(given: Iterator[_T], *, patience: float, look: Callable[[], None]) -> Iterator[_T]:
    """What comes, as it comes; BatchError where nothing does for so many seconds.

    Each is asked for in a thread of its own, which is left behind where it never answers.
    Meanwhile it is looked every few seconds whether there is sense in waiting.
    """
    asked, told = SimpleQueue[int](), SimpleQueue[_T | Exception | None]()
    thread = Thread(target=_answer, args=(given, asked, told), daemon=True)
    del given  # what it holds must end with the thread
    thread.start()
    try:
        while (answer := _asked(asked, told, patience=patience, look=look)) is not None:
            yield answer
    finally:
        asked.put(0)
        thread.join(_LEAVE)


def silence(patience: float) -> BatchError:
    """What is said where nothing came for so many seconds."""
    return BatchError(
        f"The cluster gave nothing for {patience / 60:.3g} minutes; see that its machines answer "
        f"and have processors free. {RESUME}"
    )


def _asked(
    asked: SimpleQueue[int], told: "_Told[_T]", *, patience: float, look: Callable[[], None]
) -> _T | None:
    asked.put(1)
    for _ in range(ceil(patience / _LOOK)):
        look()
        with suppress(Empty):
            answer = told.get(timeout=_LOOK)
            if isinstance(answer, Exception):
                raise answer
            return answer
    raise silence(patience)


def _answer(given: Iterator[_T], asked: SimpleQueue[int], told: "_Told[_T]") -> None:
    while asked.get():
        try:
            told.put(next(given, None))
        except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
            told.put(error)
