"""Run a command again whenever a file it reads has changed."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from sayso.interfaces.terminal import clear_screen, complain

__all__ = ["watch"]

_PAUSE = 0.4  # seconds between two looks: soon enough for somebody who writes, and nearly idle


def watch(run: Callable[[], int], names: Sequence[str]) -> int:
    """Run now and after each change of a file of `names`, until Ctrl-C; the last exit status."""
    status = 0
    try:
        while True:
            seen = _state(names)
            clear_screen()
            status = run()
            complain("watching; Ctrl-C ends it")
            while _state(names) == seen:
                time.sleep(_PAUSE)
    except KeyboardInterrupt:
        return status


def _state(names: Sequence[str]) -> list[tuple[int, int] | None]:
    return [_stamp(Path(name)) for name in names]


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:  # while an editor puts the new version in its place
        return None
    return found.st_mtime_ns, found.st_size
