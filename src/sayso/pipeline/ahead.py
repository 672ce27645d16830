"""A second process that plans the next lot of an import while this one writes what came before."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

from sayso.ledger import Closing
from sayso.pipeline.lots import Lot
from sayso.pipeline.planner import Go, Planned

__all__ = ["Ahead"]

# Begun anew by its name, not by multiprocessing: that would run once more the script of whoever
# imports without looking whether it is the main one.
_RUN = """
import sys
sys.path[:] = sys.argv[1:]
from sayso.pipeline.planner import answer_lots
answer_lots()
"""
_PIECE = 1 << 20  # bytes that go through a pipe at once


class Ahead(Closing):
    """Plans lots in a process of its own; where that ends, nothing comes of them any more."""

    def __init__(self, address: str) -> None:
        self._process = _started()
        self._sender = ThreadPoolExecutor(max_workers=1)
        self._send(address)

    def hand(self, lot: Lot) -> None:
        """Hand over the lot that will be planned next; it is not begun before `go`."""
        self._send(lot)

    def go(self, go: Go) -> None:
        """Let the lot that was handed over be planned from now on."""
        self._send(go)

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
        """Send it as soon as the other side takes it, and go on meanwhile."""
        packed = pickle.dumps(given, protocol=pickle.HIGHEST_PROTOCOL)
        self._sender.submit(self._write, packed)

    def _write(self, packed: bytes) -> None:
        if (process := self._process) and process.stdin:
            with suppress(OSError, ValueError):  # it has ended, and gives no answer then
                process.stdin.write(packed)
                process.stdin.flush()


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
