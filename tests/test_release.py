"""What is released is pinned, whole and without an address; what is fuzzed takes its corpora."""

import json
import re
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

from fuzzing.targets import TARGETS
from release.wheel import built

ROOT = Path(__file__).parents[1]
DOCUMENT = ROOT / "docs" / "releasing.md"
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


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A wheel, built twice."""
    folder = tmp_path_factory.mktemp("wheels")
    return [built(folder / name) for name in ("first", "second")]


def test_a_wheel_is_the_same_whenever_it_is_built(wheels: list[Path]) -> None:
    first, second = wheels
    assert first.read_bytes() == second.read_bytes()


def test_a_wheel_has_sayso_with_its_weights_and_nothing_else(wheels: list[Path]) -> None:
    names = ZipFile(wheels[0]).namelist()
    assert any(name.endswith(".onnx") for name in names)
    assert not [name for name in names if not name.startswith(("sayso/", "sayso-"))]


def test_the_size_of_a_wheel_is_told(wheels: list[Path]) -> None:
    told = re.search(r"The wheel takes (\d+) MB", DOCUMENT.read_text("utf-8"))
    assert told
    assert int(told[1]) == pytest.approx(wheels[0].stat().st_size / 1e6, abs=2)


def test_the_bill_of_materials_has_what_is_locked() -> None:
    listed = json.loads((ROOT / "release" / "sbom.json").read_text("utf-8"))
    assert listed["bomFormat"] == "CycloneDX"
    names = {bare(part["name"]) for part in listed["components"]}
    assert {bare(name) for name in PIN.findall(LOCK)} <= names
