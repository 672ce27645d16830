"""How time grows with what there is to do: once, ten times and a hundred times as much."""

import json
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from benchmarks.run import Run, run_sayso
from benchmarks.simulation import related
from benchmarks.synthetic import made_reports

__all__ = [
    "add_rows",
    "check_rows",
    "compare_rows",
    "read_rows",
    "search_rows",
    "story_rows",
    "write_table",
]

Row = tuple[str, str, str]

_REPORTS = 5
_ADDED = 20
_RELATED = 200
_SIZES = (1, 10, 100)


def read_rows(example: Path) -> Iterator[Row]:
    """`sayso read` of real reports, again and again."""
    texts = _texts(example)
    with tempfile.TemporaryDirectory() as folder:
        runs = [
            run_sayso("read", *_lay(texts, folder, _REPORTS * size), "--format", "jsonl")
            for size in _SIZES
        ]
    yield _row(f"`sayso read` of {_REPORTS} reports", runs)


def check_rows(example: Path) -> Iterator[Row]:
    """`sayso check` of real reports against their record."""
    texts, record = _texts(example), example / "record.txt"
    with tempfile.TemporaryDirectory() as folder:
        runs = [
            run_sayso("check", *_lay(texts, folder, _REPORTS * size), "--against", record)
            for size in _SIZES
        ]
    yield _row(f"`sayso check` of {_REPORTS} reports against their record", runs)


def add_rows() -> Iterator[Row]:
    """`sayso add` of made-up reports to an empty ledger, stories included."""
    with tempfile.TemporaryDirectory() as folder:
        runs = [_added(Path(folder) / f"{size}", _ADDED * size) for size in _SIZES]
    yield _row(f"`sayso add` of {_ADDED} made-up reports", runs)


def _added(folder: Path, count: int) -> Run:
    table = write_table(folder, count)
    return run_sayso("add", table, "--ledger", folder / "ledger.db")


def search_rows() -> Iterator[Row]:
    """Searching in a ledger of made-up statements, start-up included."""
    from benchmarks.ledger import fill

    with tempfile.TemporaryDirectory() as folder:
        runs = []
        for size in _SIZES:
            ledger = Path(folder) / f"{size}.db"
            word = fill(ledger, 10_000 * size)
            runs.append(run_sayso("search", word, "--ledger", ledger))
    yield _row("`sayso search` in 10,000 made-up statements", runs)


def compare_rows() -> Iterator[Row]:
    """`sayso relate` over made-up tables, as many reports on every day."""
    runs = []
    for size in _SIZES:
        runs.append(related(_RELATED * size, a_day=100))
        print(f"{_RELATED * size:,} reports: {runs[-1].wall:.0f} s", file=sys.stderr, flush=True)
    yield _row(f"`sayso relate` of {_RELATED} made-up reports, 100 a day, one worker", runs)


def story_rows(count: int = 100_000) -> Iterator[Row]:
    """`sayso relate` over as many reports as anybody should wait for, by two workers."""
    run = related(count, a_day=100, workers=2)
    what = f"`sayso relate` of {count:,} made-up reports, 100 a day, two workers"
    spent = f"{run.wall / 60:.1f} minutes, {run.processor / 60:.1f} of processors"
    yield what, spent, "≤ 15 minutes on two cores"
    yield "the same: memory of a process at most", f"{run.megabytes:,.0f} MB", ""


def write_table(folder: Path, count: int, *, a_day: int = 100) -> Path:
    """So many made-up reports in one file, a line each."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "reports.jsonl"
    with path.open("w", encoding="utf-8") as file:
        for number, made in enumerate(made_reports(count, a_day=a_day)):
            row = {"id": number, "outlet": made.outlet, "published": made.day.isoformat()}
            file.write(json.dumps({**row, "title": made.title, "text": made.text}) + "\n")
    return path


def _row(what: str, runs: Sequence[Run]) -> Row:
    seconds = ", ".join(f"{run.processor:.1f}" for run in runs)
    memory = ", ".join(f"{run.megabytes:,.0f}" for run in runs)
    sizes = ("once", "ten times", "a hundred times")[: len(runs)]
    return f"{what}: {', '.join(sizes)}", f"{seconds} s; {memory} MB", "linear"


def _texts(example: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(example.glob("[0-9]*.txt"))]


def _lay(texts: Sequence[str], folder: str, count: int) -> list[Path]:
    paths = [Path(folder) / f"{number}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(texts[number % len(texts)], "utf-8")
    return paths
