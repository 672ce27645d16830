"""Runs every target for so many seconds, and tells how many inputs were tried.

New inputs that reach new code are kept in build/fuzz; what fails is kept there as crash-*, to be
made a row of the tests. Exit status 1 where something failed.
"""

import re
import subprocess
import sys
from pathlib import Path

from fuzzing.targets import TARGETS

HERE = Path(__file__).parent
KEPT = HERE.parent / "build" / "fuzz"
LONGEST = 4_000  # bytes of an input
SLOWEST = 60  # seconds for one input, which then counts as failed
_TRIED = re.compile(r"stat::number_of_executed_units:\s*(\d+)")


def main(seconds: int, names: list[str]) -> int:
    """The exit status."""
    tried = {name: run(name, seconds) for name in names or TARGETS}
    print(f"{sum(number for number, _ in tried.values()):,} inputs in all")
    return max(status for _, status in tried.values())


def run(name: str, seconds: int) -> tuple[int, int]:
    """How many inputs were tried, and 1 where one failed."""
    new = KEPT / name
    new.mkdir(parents=True, exist_ok=True)
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={LONGEST}",
        f"-timeout={SLOWEST}",
        f"-artifact_prefix={new}/",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
        "-verbosity=1",
    ]
    line = [sys.executable, "-m", "fuzzing.target", name, *options, str(new)]
    line.append(str(HERE / "corpora" / name))
    done = subprocess.run(line, capture_output=True, text=True, errors="replace", check=False)
    found = _TRIED.search(done.stderr)
    tried = int(found[1]) if found else 0
    print(f"{name}: {tried:,} inputs, {'FAILED' if done.returncode else 'none failed'}", flush=True)
    if done.returncode:
        print(done.stdout[-3_000:], done.stderr[-3_000:])
    return tried, int(done.returncode != 0)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), sys.argv[2:]))
