"""One run of `sayso`: how long it took, and how much memory it needed."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Run", "processor_time", "run_sayso", "run_side_by_side", "served"]

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


# Linux counts the memory of whoever starts a process as that process's own until its program is
# there. So a small one starts it, for this one may have filled a ledger before.
_STARTER = """
import json, os, subprocess, sys, time
start = time.perf_counter()
child = subprocess.Popen(sys.argv[2:], stdout=subprocess.DEVNULL)
_, status, used = os.wait4(child.pid, 0)
wall = time.perf_counter() - start
status = os.waitstatus_to_exitcode(status)
told = [status, wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000]
open(sys.argv[1], "w").write(json.dumps(told))
"""


def run_sayso(*arguments: str | int | Path) -> Run:
    """Run `sayso` with these arguments and wait for it."""
    command = [sys.executable, "-m", "sayso", *map(str, arguments)]
    with tempfile.NamedTemporaryFile() as told:
        starter = [sys.executable, "-S", "-c", _STARTER, told.name]
        subprocess.run([*starter, *command], env=_ENVIRONMENT, check=True)
        status, wall, processor, megabytes = json.loads(Path(told.name).read_text("utf-8"))
    if status not in (0, 1):
        raise SystemExit(f"{' '.join(command[:5])} ... ended with {status}")
    return Run(wall=wall, processor=processor, megabytes=megabytes)


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


@contextmanager
def served(ledger: Path) -> Iterator[tuple[str, int]]:
    """A `sayso serve` of that ledger while it lasts: its address, and the number of its process."""
    command = [sys.executable, "-m", "sayso", "serve", str(ledger), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=_ENVIRONMENT, text=True) as child:
        try:
            address = re.search(r"http://\S+", child.stdout.readline() if child.stdout else "")
            if address is None:
                raise SystemExit(f"{' '.join(command[:5])} ... said no address")
            yield address[0], child.pid
        finally:
            child.terminate()


def processor_time(process: int) -> float:
    """Seconds of the processor that a running process has had so far."""
    fields = Path(f"/proc/{process}/stat").read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
