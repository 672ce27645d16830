"""Readers that fail as real ones could: they end their process, never come up, or raise."""

import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from sayso.batch.found import Found, document_id
from sayso.errors import DamagedWeightsError
from sayso.records import Item


def _rows(item: Item) -> Found:
    document = document_id(item)
    text = item.data.decode()
    key = {"document": document, "report": document[:16]}
    rows = {"reports": [{**key, "text": text}], "statements": [{**key, "id": f"{document}.s0"}]}
    return Found(name=item.name, document=document, tables=rows)


def _poisoned(item: Item) -> Found:
    if b"poison" in item.data:
        os.kill(os.getpid(), signal.SIGSEGV)
    if b"exit" in item.data:
        os._exit(3)
    return _rows(item)


def poisoned() -> Callable[[Item], Found]:
    """Ends its process over a text with `poison` or `exit` in it."""
    return _poisoned


def _slow(item: Item) -> Found:
    time.sleep(0.05)
    return _rows(item)


def slow() -> Callable[[Item], Found]:
    """Takes a while, so that there is time to be killed."""
    return _slow


def _slower(item: Item) -> Found:
    time.sleep(0.3)
    return _poisoned(item)


def slower() -> Callable[[Item], Found]:
    """Takes so long that there is time to be killed on a cluster; poison ends its process."""
    return _slower


def _stuck(item: Item) -> Found:
    if b"stuck" in item.data:
        time.sleep(3600)
    return _rows(item)


def stuck() -> Callable[[Item], Found]:
    """Never ends with a text that has `stuck` in it."""
    return _stuck


class Once:
    """Ends its process over the first document, and leaves a file that says so."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __call__(self) -> Callable[[Item], Found]:
        return self.read

    def read(self, item: Item) -> Found:
        if not self.mark.exists():
            self.mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return _rows(item)


def stillborn() -> Callable[[Item], Found]:
    """Ends its process before it begins."""
    os._exit(9)


def damaged() -> Callable[[Item], Found]:
    """Cannot begin, and says why."""
    raise DamagedWeightsError("The weights are not the ones that were shipped.")
