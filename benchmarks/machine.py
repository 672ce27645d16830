"""The machine that a figure was measured on."""

import os
import platform
from pathlib import Path

__all__ = ["machine_words"]

_CPU_FACTS = Path("/proc/cpuinfo")


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
