"""What is released is pinned, whole and without an address; what is fuzzed takes its corpora."""

import re
import tomllib
from pathlib import Path

import pytest

from fuzzing.targets import TARGETS

ROOT = Path(__file__).parents[1]
LOCK = (ROOT / "release" / "requirements.txt").read_text("utf-8")
PIN = re.compile(r"([a-z0-9._-]+)==\S+ \\\n    --hash=sha256:[0-9a-f]{64}\n")
CORPORA = ROOT / "fuzzing" / "corpora"


def bare(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_lock_is_pins_with_hashes_and_no_address() -> None:
    head, _, pins = LOCK.partition("\n")
    assert head.startswith("# ")
    assert PIN.sub("", pins) == ""
    assert "://" not in LOCK


def test_the_lock_has_all_that_sayso_needs() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    wanted = {bare(re.split(r"[<>=\[ ]", line)[0]) for line in project["dependencies"]}
    assert wanted <= {bare(name) for name in PIN.findall(LOCK)}


@pytest.mark.parametrize(
    "path", sorted(CORPORA.glob("*/*")), ids=lambda path: f"{path.parent.name}-{path.name}"
)
def test_every_kept_input_is_taken(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


def test_every_target_has_a_corpus() -> None:
    assert {path.name for path in CORPORA.iterdir()} == {*TARGETS}
