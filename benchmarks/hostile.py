"""Texts that are no reports: whether time and memory grow no faster than they do."""

import json
import tempfile
from pathlib import Path

from benchmarks.run import Run, run_sayso

__all__ = ["hostile_rows"]

_CHARACTERS = 1_000  # of the smallest text
_SIZES = (1, 10, 100)
# One text after the other, each as often as fits.
_TEXTS = {
    "one line without a space": "abcdefghi",
    "quotation marks": '"',
    "emoji": "👩‍🚒🙂 ",
    "right-to-left text": "قال الوزير: «سنذهب غداً» ",
    # Fewer than in what intake takes for no text, for it is reading that is measured.
    "NUL between words": "he said that nobody knew of it before noon\x00 ",
    "halves of surrogate pairs": "he said \udcff ",
}

Row = tuple[str, str, str]


def hostile_rows(kind: str) -> list[Row]:
    """Seconds of the processor at the three sizes, and the highest memory."""
    with tempfile.TemporaryDirectory() as folder:
        return [_row(kind, _TEXTS[kind], Path(folder) / "text.jsonl")]


def _row(name: str, text: str, path: Path) -> Row:
    runs = [_read(text, size * _CHARACTERS, path) for size in _SIZES]
    seconds = ", ".join(f"{run.processor:.1f}" for run in runs)
    memory = runs[-1].megabytes
    what = f"{name}: {_CHARACTERS:,} characters, ten times, a hundred times as many"
    return what, f"{seconds} s, {memory:,.0f} MB at most", "linear"


def _read(text: str, size: int, path: Path) -> Run:
    whole = text * (size // len(text) + 1)
    path.write_text(json.dumps({"text": whole[:size]}), "utf-8")  # which can hold any of them
    return run_sayso("read", path, "--format", "jsonl")
