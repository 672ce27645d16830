"""How fast sayso reads and checks, and how much memory it takes."""

import random
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.run import run_sayso, run_side_by_side

__all__ = ["cold_check_rows", "many_check_rows", "pair_rows", "reading_rows", "reading_texts"]

_TIMES = 5
_PAIRS = 3
_REPORT_WORDS = 1_000
_RECORD_WORDS = 10_000
_REPORTS = 100
_HEARING_WORDS = 100_000

Row = tuple[str, str, str]


def reading_rows(example: Path, shared: Path) -> Iterator[Row]:
    """How fast reports are read on one core, and in how much memory."""
    texts = reading_texts(example, shared)
    words = sum(len(path.read_text("utf-8").split()) for path in texts)
    runs = [run_sayso("read", *texts, "--format", "jsonl") for _ in range(2)]
    best = min(runs, key=lambda run: run.processor)
    what = f"`sayso read` of {len(texts)} reports, {words:,} words, all readers, on one core"
    yield what, f"{words / best.processor:,.0f} words a second", "≥ 3,000"
    yield "peak memory of it", f"{best.megabytes:,.0f} MB", "≤ 400 MB"


def pair_rows(example: Path, shared: Path) -> Iterator[Row]:
    """How much more two processes on two cores read in a second than one on one core."""
    whole = ["read", *reading_texts(example, shared), "--format", "jsonl"]
    # one right after the other, for the machine itself is faster at one time than at another
    gains = [2 * run_side_by_side(whole) / run_side_by_side(whole, whole) for _ in range(_PAIRS)]
    what = f"the same twice at once on two cores, against once, median of {_PAIRS}"
    yield what, f"{median(gains):.2f} times ({min(gains):.2f}–{max(gains):.2f})", "≥ 1.85"


def cold_check_rows(example: Path) -> Iterator[Row]:
    """One report against a record, from a cold start."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _one_check(Path(folder), _long_report(_reports(example)), _said(example))


def many_check_rows(example: Path) -> Iterator[Row]:
    """A hundred reports against a long record."""
    with tempfile.TemporaryDirectory() as folder:
        yield from _many_checks(Path(folder), _reports(example), _said(example))


def reading_texts(example: Path, shared: Path) -> list[Path]:
    """The reports of PolNeAR where they are at hand, else those of the example."""
    texts = sorted((shared / "data" / "polnear" / "dev" / "text").glob("*.txt"))
    return texts or sorted(example.glob("[0-9]*.txt"))


def _reports(example: Path) -> list[str]:
    return [path.read_text("utf-8") for path in sorted(example.glob("[0-9]*.txt"))]


def _said(example: Path) -> str:
    return (example / "record.txt").read_text("utf-8")


def _one_check(folder: Path, report: str, said: str) -> Iterator[Row]:
    record, path = folder / "record.txt", folder / "report.txt"
    record.write_text(_long_record(said, _RECORD_WORDS), "utf-8")
    path.write_text(report, "utf-8")
    runs = [run_sayso("check", path, "--against", record) for _ in range(_TIMES)]
    best = min(runs, key=lambda run: run.wall)
    what = (
        f"cold `sayso check` of a report of {len(report.split()):,} words against a record of "
        f"{_RECORD_WORDS:,} words"
    )
    yield (
        f"{what}, best of {_TIMES}",
        f"{best.wall:.2f} s, {best.processor:.2f} s of it computing",
        "≤ 1.5 s",
    )
    yield "peak memory of it", f"{best.megabytes:,.0f} MB", "≤ 400 MB"


def _many_checks(folder: Path, reports: list[str], said: str) -> Iterator[Row]:
    record = folder / "hearing.txt"
    record.write_text(_long_record(said, _HEARING_WORDS), "utf-8")
    paths = [folder / f"{number}.txt" for number in range(_REPORTS)]
    for number, path in enumerate(paths):
        path.write_text(reports[number % len(reports)], "utf-8")
    run = run_sayso("check", *paths, "--against", record, "--format", "jsonl")
    what = f"`sayso check` of {_REPORTS} reports against a record of {_HEARING_WORDS:,} words"
    yield f"{what}, on one core", f"{run.processor:.0f} s", "≤ 30 s on two"
    yield "peak memory of it", f"{run.megabytes:,.0f} MB", "≤ 500 MB"


def _long_report(reports: list[str]) -> str:
    """The bodies of reports one after the other, until there are words enough."""
    text = ""
    for report in reports:
        text += report.partition("\n\n")[2]
        if len(text.split()) >= _REPORT_WORDS:
            break
    return text


def _long_record(text: str, size: int) -> str:
    """The record and, after it, turns of its own words in another order."""
    chance = random.Random(31)
    words = re.findall(r"[\w'’-]+", text)
    lines = [text.rstrip("\n")]
    missing = size - len(text.split())
    while missing > 0:
        turn = [chance.choice(words) for _ in range(min(missing, 80))]
        lines.append(f"SPEAKER: {' '.join(turn)}.")
        missing -= len(turn) + 1
    return "\n\n".join(lines)
