"""One run of `sayso`: how long it took, and how much memory it needed."""

import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Run", "run_sayso"]

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


def run_sayso(*arguments: str | Path) -> Run:
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
