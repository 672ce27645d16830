"""Measure sayso and print the page of figures: `python -m benchmarks > docs/benchmarks.md`."""

import datetime
import os
import sys
from pathlib import Path

from benchmarks.accuracy import accuracy_rows
from benchmarks.geo import place_rows
from benchmarks.hostile import hostile_rows
from benchmarks.intake import intake_rows
from benchmarks.machine import machine_words
from benchmarks.page import benchmark_page
from benchmarks.peers import peer_rows
from benchmarks.speed import speed_rows

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"


def main() -> None:
    """Measure; what is slow says so on standard error while it runs."""
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})  # one core, for all that it starts too
    print("measuring accuracy", file=sys.stderr)
    accuracy = [*accuracy_rows(SHARED), *place_rows(SHARED)]
    print("measuring speed and memory", file=sys.stderr)
    example = ROOT / "examples" / "two-plus-two"
    speed = [*speed_rows(example, SHARED), *peer_rows(SHARED), *intake_rows(example)]
    speed.extend(hostile_rows())
    day = datetime.datetime.now(datetime.UTC).date()  # noqa: TID251 - the day of the measurement
    print(benchmark_page(accuracy, speed, f"Measured on {day:%Y-%m-%d}, {machine_words()}."))


if __name__ == "__main__":
    main()
