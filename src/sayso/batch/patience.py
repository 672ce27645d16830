"""An end to waiting for what may never come."""

from collections.abc import Iterator
from queue import Empty, SimpleQueue
from threading import Thread
from typing import TypeVar

from sayso.errors import BatchError

__all__ = ["in_time", "silence"]

_T = TypeVar("_T")
_LEAVE = 5  # seconds for what is under way, when nothing more is asked for
_Told = SimpleQueue[_T | Exception | None]


def in_time(given: Iterator[_T], *, patience: float) -> Iterator[_T]:
    """What comes, as it comes; BatchError where nothing does for so many seconds.

    Each is asked for in a thread of its own, which is left behind where it never answers.
    """
    asked, told = SimpleQueue[int](), SimpleQueue[_T | Exception | None]()
    thread = Thread(target=_answer, args=(given, asked, told), daemon=True)
    del given  # what it holds must end with the thread
    thread.start()
    try:
        yield from _answers(asked, told, patience)
    finally:
        asked.put(0)
        thread.join(_LEAVE)


def silence(patience: float) -> BatchError:
    """What is said where nothing came for so many seconds."""
    return BatchError(
        f"The cluster gave nothing for {patience / 60:.3g} minutes; see that its machines answer "
        "and have processors free. What was kept is whole. "
        "Run the same command again: it goes on from there."
    )


def _answers(asked: SimpleQueue[int], told: "_Told[_T]", patience: float) -> Iterator[_T]:
    while True:
        asked.put(1)
        try:
            answer = told.get(timeout=patience)
        except Empty:
            raise silence(patience) from None
        if answer is None:
            return
        if isinstance(answer, Exception):
            raise answer
        yield answer


def _answer(given: Iterator[_T], asked: SimpleQueue[int], told: "_Told[_T]") -> None:
    while asked.get():
        try:
            told.put(next(given, None))
        except Exception as error:  # noqa: BLE001 - it is raised where it was asked for
            told.put(error)
