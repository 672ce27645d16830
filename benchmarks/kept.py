"""Figures that were measured, kept with the day, the commit and the machine: a file a stage."""

import json
import subprocess
from dataclasses import asdict, dataclass
from hashlib import blake2b
from pathlib import Path

from benchmarks.machine import machine_words
from benchmarks.stages import ROOT, Row, Stage

__all__ = ["Kept", "digest_of", "keep", "load"]

_FOLDER = ROOT / "benchmarks" / "results"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """The rows of a stage; `tree` is the digest of what they depend on, `commit` one to look at.

    `others` is how many cores other work kept busy meanwhile, None where that was not noted.
    """

    rows: list[Row]
    day: str
    commit: str
    tree: str
    machine: str
    others: float | None = None


def load(stage: Stage) -> Kept | None:
    """What was measured last, None where nothing was."""
    path = _path(stage)
    return Kept(**json.loads(path.read_text("utf-8"))) if path.exists() else None


def keep(stage: Stage, rows: list[Row], *, day: str, tree: str, others: float | None) -> None:
    """Note what was measured now on this machine, begun on that tree; a whole file or none."""
    kept = Kept(
        rows=rows,
        day=day,
        commit=_commit(),
        tree=tree,
        machine=machine_words(),
        others=others,
    )
    _FOLDER.mkdir(exist_ok=True)
    new = _path(stage).with_suffix(".new")
    new.write_text(json.dumps(asdict(kept), indent=1, ensure_ascii=False) + "\n", "utf-8")
    new.replace(_path(stage))


def digest_of(stage: Stage) -> str:
    """16 hex digits over all of sayso, weights included, and what measures the stage."""
    files = [path for path in (ROOT / "src").rglob("*") if path.is_file()]
    measuring = [ROOT / "benchmarks" / f"{name}.py" for name in ("run", stage.module)]
    digest = blake2b(digest_size=8)
    for path in sorted(path for path in (*files, *measuring) if path.suffix != ".pyc"):
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _path(stage: Stage) -> Path:
    return _FOLDER / f"{stage.name}.json"


def _commit() -> str:
    """The commit that is checked out, with a + where files differ from it."""
    return _git("rev-parse", "--short", "HEAD") + ("+" if _git("status", "--porcelain") else "")


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return done.stdout.strip()
