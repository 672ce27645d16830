"""How many reports a machine reads: workers against each other, and what a million come to.

On the clock, workers also win against whatever else is running; by processor time it is told what
they would be worth on free cores, each of which they have for themselves.

`python -m benchmarks.scaling [REPORTS]` prints the rows of fewer reports, or of more.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.growth import write_table
from benchmarks.run import Run, run_sayso

__all__ = ["EUROS_AN_HOUR", "batch_rows"]

EUROS_AN_HOUR = 0.02
"""For one core of a rented machine; an assumption to put a price of one's own in place of."""
_REPORTS = 1_500  # of 500 the start of each worker was a tenth
_WORKERS = (1, 2, 4)
_TURNS = 2  # of reading alone and of one worker, by turns, the best of each: a machine is noisy

Row = tuple[str, str, str]


def batch_rows(reports: int = _REPORTS) -> Iterator[Row]:
    """`sayso batch` by one worker and more, what it costs beside reading, and in euros."""
    with tempfile.TemporaryDirectory() as space:
        table = write_table(Path(space), reports)
        turns = [(_read(table), _batch(table, 1, f"{space}/{turn}")) for turn in range(_TURNS)]
        alone, one = (min(runs, key=lambda it: it.processor) for runs in zip(*turns, strict=True))
        runs = {
            workers: _batch(table, workers, f"{space}/of {workers}") for workers in _WORKERS[1:]
        }
        words = sum(len(line.split()) for line in table.read_text("utf-8").splitlines())
    yield from _rows(alone, {1: one, **runs}, reports=reports, words=words / reports)


def _read(table: Path) -> Run:
    return _told("sayso read", run_sayso("read", table, "--format", "jsonl"))


def _batch(table: Path, workers: int, out: str) -> Run:
    run = run_sayso("batch", table, "--out", out, "--workers", workers)
    return _told(f"sayso batch --workers {workers}", run)


def _told(what: str, run: Run) -> Run:
    """The run, once a line on standard error tells that it is done."""
    print(f"{what}: {run.wall:.0f} s, {run.processor:.0f} s of processors", file=sys.stderr)
    return run


def _rows(alone: Run, runs: dict[int, Run], *, reports: int, words: float) -> Iterator[Row]:
    one, cores = runs[1], len(os.sched_getaffinity(0))
    what = f"`sayso batch` of {reports:,} made-up reports of {words:.0f} words"
    yield f"{what}, one worker", f"{reports / one.processor:.1f} reports a core-second", ""
    for workers, run in runs.items():
        if workers > 1:
            aim = "≥ 1.8" if workers == 2 else ""
            clock, computing = one.wall / run.wall, workers * one.processor / run.processor
            figure = f"{clock:.2f} times on the clock, {computing:.2f} by processor time"
            yield f"the same by {workers} workers on {cores} cores, against one", figure, aim
    over = 100 * (one.processor / alone.processor - 1)
    yield "processor time of one worker beyond that of `sayso read`", f"{over:.0f} %", "≤ 10 %"
    price = one.processor / reports * 1_000_000 / 3600 * EUROS_AN_HOUR
    yield (
        f"a million such reports, at {EUROS_AN_HOUR} euros for an hour of a core",
        f"{price:.2f} euros",
        "",
    )


if __name__ == "__main__":
    for row in batch_rows(*map(int, sys.argv[1:2])):
        print(" | ".join(row))
