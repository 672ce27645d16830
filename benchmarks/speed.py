"""How fast sayso reads and checks, and how much memory it takes."""

import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.run import run_sayso

__all__ = ["speed_rows"]

_TIMES = 5
_RECORD_WORDS = 10_000

Row = tuple[str, str, str]


def speed_rows(example: Path, shared: Path) -> list[Row]:
    """What was measured, its figure and the aim, row by row."""
    texts = sorted((shared / "data" / "polnear" / "dev" / "text").glob("*.txt"))
    return [*_reading_rows(texts or sorted(example.glob("[0-9]*.txt"))), *_check_rows(example)]


def _reading_rows(texts: list[Path]) -> Iterator[Row]:
    words = sum(len(path.read_text("utf-8").split()) for path in texts)
    runs = [run_sayso("read", *texts, "--format", "jsonl") for _ in range(2)]
    best = min(runs, key=lambda run: run.processor)
    what = f"`sayso read` of {len(texts)} reports, {words:,} words, on one core"
    yield what, f"{words / best.processor:,.0f} words a second", "≥ 3,000"
    yield "peak memory of it", f"{best.megabytes:,.0f} MB", "≤ 400 MB"


def _check_rows(example: Path) -> Iterator[Row]:
    report = next(iter(sorted(example.glob("[0-9]*.txt"))))
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "record.txt"
        record.write_text(_long_record((example / "record.txt").read_text("utf-8")), "utf-8")
        runs = [run_sayso("check", report, "--against", record) for _ in range(_TIMES)]
    best = min(runs, key=lambda run: run.wall)
    what = f"cold `sayso check` of one report against a record of {_RECORD_WORDS:,} words"
    yield (
        f"{what}, best of {_TIMES}",
        f"{best.wall:.2f} s, {best.processor:.2f} s of it computing",
        "≤ 1.5 s",
    )
    yield "peak memory of it", f"{best.megabytes:,.0f} MB", "≤ 400 MB"


def _long_record(text: str) -> str:
    """The record and, after it, turns of its own words in another order."""
    chance = random.Random(31)
    words = re.findall(r"[\w'’-]+", text)
    lines = [text.rstrip("\n")]
    missing = _RECORD_WORDS - len(text.split())
    while missing > 0:
        turn = [chance.choice(words) for _ in range(min(missing, 80))]
        lines.append(f"SPEAKER: {' '.join(turn)}.")
        missing -= len(turn) + 1
    return "\n\n".join(lines)
