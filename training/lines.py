"""The statements of invented press events, read from their files."""

import json
from dataclasses import dataclass
from pathlib import Path

__all__ = ["COVERAGE", "RENDERINGS", "Line", "read_events"]

RENDERINGS = Path(__file__).parent / "renderings"
"""Events to learn from, a file each, which tell every sentence in ever other words."""
COVERAGE = Path(__file__).parent / "coverage"
"""The same, as outlets cover an event: one sentence thirty times, most of them twice."""


@dataclass(frozen=True, slots=True)
class Line:
    """One statement of an event: who says it, who prints it, what it renders, and its words."""

    speaker: str
    outlet: str
    utterances: tuple[str, ...]
    text: str


def read_events(folder: Path) -> dict[str, list[Line]]:
    """The statements of each event, in order."""
    files = sorted(folder.glob("*.jsonl"))
    return {path.stem: [*map(_line, path.read_bytes().splitlines())] for path in files}


def _line(row: bytes) -> Line:
    told = json.loads(row)
    return Line(told["speaker"], told["outlet"], tuple(told["utterances"]), told["text"])
