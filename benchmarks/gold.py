"""How often sayso is right on every gold file that the tests have, and where their floors are."""

import json
import os
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.stages import ROOT

__all__ = ["case_rows", "gold_rows"]

_CARDS = Path(__file__).with_name("gold.toml")
_MEASURES = "below_floor("  # what every test of a gold file calls

Row = tuple[str, str, str]


def gold_rows() -> Iterator[Row]:
    """Each gold file of the tests with its figures and floors."""
    cards = tomllib.loads(_CARDS.read_text("utf-8"))["cards"]
    measured = _measured()
    if unknown := measured.keys() - cards.keys():
        raise SystemExit(f"{_CARDS.name} does not tell what {', '.join(sorted(unknown))} measure")
    for key in (key for key in cards if key in measured):
        figures, floors = measured[key]
        wanted = {name: floor for name, floor in floors.items() if name != "corpus"}
        told = ", ".join(f"{name.replace('_', ' ')} {figures[name] + 0.0:.1f}" for name in wanted)
        yield cards[key], told, ", ".join(f"≥ {floor:g}" for floor in wanted.values())


def case_rows(shared: Path) -> Iterator[Row]:
    """What the scorer of the hand-made cases prints; no rows where it is not there."""
    scorer, cases = shared / "bench" / "score_cases.py", shared / "data" / "cases.json"
    if scorer.exists():
        command = [sys.executable, str(scorer), str(cases), "--sayso", f"{sys.executable} -m sayso"]
        lines = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
        *counts, share = lines.splitlines()
        yield "hand-made cases of quantities, times and claims, all values", f"{share} %", ""
        yield "one by one", "; ".join(counts), ""


def _measured() -> dict[str, tuple[Mapping[str, float], Mapping[str, float]]]:
    """The figures and floors of each gold file, by its name."""
    tests = [
        str(path)
        for path in sorted((ROOT / "tests").rglob("test_*.py"))
        if _MEASURES in path.read_text("utf-8")
    ]
    with tempfile.NamedTemporaryFile(suffix=".jsonl") as kept:
        line = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *tests]
        run = subprocess.run(
            line,
            cwd=ROOT,
            env={**os.environ, "SAYSO_FIGURES": kept.name},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if run.returncode:
            raise SystemExit(f"a figure fell below its floor:\n{run.stdout[-3000:]}")
        rows = map(json.loads, Path(kept.name).read_text("utf-8").splitlines())
        return {row["key"]: (row["figures"], row["floors"]) for row in rows}
