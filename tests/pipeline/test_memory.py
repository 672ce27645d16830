"""Memory that is free goes back to the system."""

import platform
from pathlib import Path

import pytest

from sayso.pipeline.memory import give_back

_BLOCKS = 50_000
_SIZE = 1_000  # bytes: larger than what Python keeps in arenas of its own


def _megabytes() -> float:
    """What of this process is in memory now."""
    lines = Path("/proc/self/status").read_text("utf-8").splitlines()
    return float(next(line for line in lines if line.startswith("RssAnon")).split()[1]) / 1000


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="only glibc can be asked")
def test_room_between_what_is_held_is_given_back() -> None:
    blocks = [bytes(_SIZE) for _ in range(_BLOCKS)]
    held = blocks[:: _BLOCKS // 5] + blocks[-1:]
    blocks.clear()
    before = _megabytes()
    give_back()
    assert before - _megabytes() > 0.8 * _BLOCKS * _SIZE / 1e6
    assert len(held) == 6
