"""How many reports a machine reads: workers against each other, and what a million come to."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.growth import write_table
from benchmarks.run import Run, run_sayso

__all__ = ["EUROS_AN_HOUR", "batch_rows"]

EUROS_AN_HOUR = 0.02
"""For one core of a rented machine; an assumption to put a price of one's own in place of."""
_REPORTS = 500
_WORKERS = (1, 2, 4)

Row = tuple[str, str, str]


def batch_rows() -> Iterator[Row]:
    """`sayso batch` by one worker and more, what it costs beside reading, and in euros."""
    with tempfile.TemporaryDirectory() as space:
        table = write_table(Path(space), _REPORTS)
        alone = run_sayso("read", table, "--format", "jsonl")
        runs = {
            workers: run_sayso("batch", table, "--out", f"{space}/{workers}", "--workers", workers)
            for workers in _WORKERS
        }
        words = sum(len(line.split()) for line in table.read_text("utf-8").splitlines())
    yield from _rows(alone, runs, words / _REPORTS)


def _rows(alone: Run, runs: dict[int, Run], words: float) -> Iterator[Row]:
    one, cores = runs[1], len(os.sched_getaffinity(0))
    what = f"`sayso batch` of {_REPORTS:,} made-up reports of {words:.0f} words"
    yield f"{what}, one worker", f"{_REPORTS / one.processor:.1f} reports a core-second", ""
    for workers, run in runs.items():
        if workers > 1:
            aim = "≥ 1.8" if workers == 2 else ""
            yield (
                f"the same by {workers} workers on {cores} cores, against one",
                f"{one.wall / run.wall:.2f} times",
                aim,
            )
    over = 100 * (one.processor / alone.processor - 1)
    yield "processor time of one worker beyond that of `sayso read`", f"{over:.0f} %", "≤ 10 %"
    price = one.processor / _REPORTS * 1_000_000 / 3600 * EUROS_AN_HOUR
    yield (
        f"a million such reports, at {EUROS_AN_HOUR} euros for an hour of a core",
        f"{price:.2f} euros",
        "",
    )
