"""What a process of a crew does: prepare once, then one task after the other."""

import signal
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from sayso.errors import SaysoError

__all__ = ["labour"]


def labour(line: Connection, prepare: Callable[[], Callable[[Any], Any]]) -> None:
    """Answer every task that comes down the line, until who sends them is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for who sends the tasks
    try:
        work = prepare()
    except SaysoError as error:
        line.send(error)
        return
    try:
        line.send(None)
        while True:
            line.send(work(line.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
