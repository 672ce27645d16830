"""How often sayso is right, by scorers that are not its own."""

import re
import subprocess
import sys
from pathlib import Path

__all__ = ["accuracy_rows"]

# The scorer's name of a figure, what it says, and the floor of this project.
_ATTRIBUTION = (
    ("detect J50", "statements found (content at least half right)", "≥ 77"),
    ("SC-head", "statements found, with the right source", "≥ 68"),
    ("triple J50", "source, cue and content all at least half right", "≥ 63"),
    ("direct SC-head", "quotations found, with the right source", "≥ 88"),
)

_SAYSO = f"{sys.executable} -m sayso"

Row = tuple[str, str, str]


def accuracy_rows(shared: Path) -> list[Row]:
    """What was measured, its figure and the floor; no rows where the scorer is not there."""
    scorer, data = shared / "bench" / "attribution.py", shared / "data" / "polnear"
    if not scorer.exists():
        return []
    command = [sys.executable, str(scorer), str(data), "dev", "--sayso", _SAYSO]
    scores = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    return [(said, f"{_figure(name, scores):.1f}", floor) for name, said, floor in _ATTRIBUTION]


def _figure(name: str, scores: str) -> float:
    found = re.search(rf"^{re.escape(name)}\s+P .* F\s+([\d.]+) ", scores, re.MULTILINE)
    if not found:
        raise SystemExit(f"the scorer printed no {name}:\n{scores}")
    return float(found[1])
