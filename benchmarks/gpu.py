"""How fast a batch reads with its encoder on a GPU, where there is one."""

import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from benchmarks.growth import write_table
from benchmarks.run import run_sayso
from sayso.errors import BadRequestError
from sayso.reading import Device, providers_for

__all__ = ["gpu_rows"]

_REPORTS = 4_000
_WORKERS = (1, 8)  # readers that share one card

Row = tuple[str, str, str]


def gpu_rows(reports: int = _REPORTS) -> Iterator[Row]:
    """`sayso batch --device gpu`, by one reader and by eight; no figure where no GPU is at hand."""
    name = _name()
    what = f"`sayso batch --device gpu` of {reports:,} made-up reports on one {name or 'GPU'}"
    for workers in _WORKERS:
        yield f"{what}, readers: {workers}", _figure(reports, workers) if name else "", ""


def _name() -> str | None:
    """What the first card calls itself, where sayso can read on it."""
    with suppress(BadRequestError):
        providers_for(Device.GPU)
        return _first_card()
    return None


def _first_card() -> str | None:
    line = ["nvidia-smi", "--query-gpu=name", "--format=csv,noheader"]
    told = subprocess.run(line, capture_output=True, text=True, check=False)
    return told.stdout.partition("\n")[0].strip() or None


def _figure(reports: int, workers: int) -> str:
    with tempfile.TemporaryDirectory() as space:
        table = write_table(Path(space), reports)
        words = sum(len(line.split()) for line in table.read_text("utf-8").splitlines())
        out = f"{space}/out"
        run = run_sayso("batch", table, "--out", out, "--workers", workers, "--device", "gpu")
    return f"{words / run.wall:,.0f} words a second on the clock"
