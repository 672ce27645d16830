"""The machine that a figure was measured on, and what else it did meanwhile."""

import os
import platform
import resource
import time
from pathlib import Path

__all__ = ["Others", "machine_words"]

_CPU_FACTS = Path("/proc/cpuinfo")
_CPU_TIMES = Path("/proc/stat")
_WAITING = (3, 4)  # fields of the line of all cores: idle, and idle until a disk answers
_WITHIN_USER = 8  # from here on fields count guests, who are in others already


class Others:
    """What other work kept busy from now on; programs that this one waits for are no others."""

    def __init__(self) -> None:
        self._since = time.monotonic(), _busy(), _own()

    def cores(self) -> float | None:
        """How many cores, on the average; None where the system does not tell."""
        since, busy, own = self._since
        now = _busy()
        if busy is None or now is None:
            return None
        return max(0.0, now - busy - (_own() - own)) / (time.monotonic() - since)


def _busy() -> float | None:
    """Seconds of all processors that were spent on anything."""
    if not _CPU_TIMES.exists():
        return None
    first, *_ = _CPU_TIMES.read_text("utf-8").splitlines()
    fields = [int(field) for field in first.split()[1:]][:_WITHIN_USER]
    spent = sum(field for at, field in enumerate(fields) if at not in _WAITING)
    return spent / os.sysconf("SC_CLK_TCK")


def _own() -> float:
    """Seconds of the processor of this program and of those that it waited for."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in used)


def machine_words() -> str:
    """Processor, number of cores and Python, in one line."""
    python = f"Python {platform.python_version()}"
    return f"{_processor()}, {os.cpu_count()} cores, {platform.system()}, {python}"


def _processor() -> str:
    if _CPU_FACTS.exists():
        for line in _CPU_FACTS.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
