"""A second process that plans the next lot of an import while this one writes what came before."""

import pickle
import subprocess
import sys
from contextlib import suppress
from typing import Any

from sayso.ledger import Closing
from sayso.pipeline.planner import Planned, Task

__all__ = ["Ahead"]

# Begun anew by its name, not by multiprocessing: that would run once more the script of whoever
# imports without looking whether it is the main one.
_RUN = """
import sys
sys.path[:] = sys.argv[1:]
from sayso.pipeline.planner import answer_tasks
answer_tasks()
"""
_PIECE = 1 << 20  # bytes that go through a pipe at once


class Ahead(Closing):
    """Plans lots in a process of its own; where that ends, nothing comes of them any more."""

    def __init__(self, address: str) -> None:
        self._process = _started()
        self._send(address)

    def begin(self, task: Task) -> None:
        """Let a lot be planned from now on."""
        self._send(task)

    def take(self) -> Planned | None:
        """What was begun; None where it cannot be planned there."""
        if not (self._process and self._process.stdout):
            return None
        with suppress(EOFError, OSError, pickle.UnpicklingError):
            planned: Planned | None = pickle.load(self._process.stdout)
            return planned
        self.close()
        return None

    def close(self) -> None:
        """End the process, whatever it is at."""
        process, self._process = self._process, None
        if process:
            process.kill()
            with suppress(OSError), process:  # what it was not told any more
                pass

    def _send(self, given: Any) -> None:
        if not (self._process and self._process.stdin):
            return
        try:
            pickle.dump(given, self._process.stdin, protocol=pickle.HIGHEST_PROTOCOL)
            self._process.stdin.flush()
        except OSError:
            self.close()


def _started() -> subprocess.Popen[bytes] | None:
    if not sys.executable or hasattr(sys, "frozen"):  # Python is a part of another program
        return None
    with suppress(OSError):
        return subprocess.Popen(
            [sys.executable, "-c", _RUN, *sys.path],
            bufsize=_PIECE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,  # what ends it is met again, and told, where lots are kept
        )
    return None
