"""One run of `sayso`: how long it took, and how much memory it needed."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Run", "run_sayso", "run_side_by_side"]

# An installed package has its bytecode; this asks Python to keep that of a checkout too.
_ENVIRONMENT = {
    name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Seconds on the clock and of the processor, and the highest memory in megabytes."""

    wall: float
    processor: float
    megabytes: float


def run_sayso(*arguments: str | int | Path) -> Run:
    """Run `sayso` with these arguments and wait for it."""
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    with tempfile.TemporaryFile() as output:
        start = time.perf_counter()
        child = subprocess.Popen(command, stdout=output, env=_ENVIRONMENT)
        _, status, used = os.wait4(child.pid, 0)
        wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"{' '.join(command[:5])} ... ended with {status}")
    megabytes = used.ru_maxrss / 1000  # Linux counts in kilobytes
    return Run(wall=wall, processor=used.ru_utime + used.ru_stime, megabytes=megabytes)


def run_side_by_side(*runs: Sequence[str | Path]) -> float:
    """Seconds on the clock until `sayso` has ended with each of these arguments, all at once.

    Each has a core of its own where there are enough.
    """
    cores = sorted(os.sched_getaffinity(0))
    start = time.perf_counter()
    children = []
    for number, arguments in enumerate(runs):
        command = [sys.executable, "-m", "sayso", *map(str, arguments)]
        child = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=_ENVIRONMENT)
        os.sched_setaffinity(child.pid, {cores[number % len(cores)]})
        children.append(child)
    if any(child.wait() not in (0, 1) for child in children):
        raise SystemExit(f"{runs} did not all end well")
    return time.perf_counter() - start
