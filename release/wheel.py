"""Build the wheel twice, compare, install it in an empty environment, and use it there.

`make wheel` runs this; it ends with an error where the two differ, where something is not as the
lock says, or where the installed sayso does not read. The list of what is in the environment
(CycloneDX) is written beside the lock.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
BUILD = ROOT / "build"
LOCK = ROOT / "release" / "requirements.txt"
SBOM = ROOT / "release" / "sbom.json"
REPORT = ROOT / "examples" / "two-plus-two" / "01-harbour-ledger.txt"
# Zip archives know no time before 1980; hatchling takes the time of every member from here.
EPOCH = "315619200"


def main() -> None:
    """All of it, in order."""
    wheels = [built(BUILD / name) for name in ("first", "second")]
    digests = {hashlib.sha256(wheel.read_bytes()).hexdigest() for wheel in wheels}
    if len(digests) > 1:
        sys.exit("The wheel is another one each time it is built.")
    size = wheels[0].stat().st_size
    print(f"{wheels[0].name}: {size / 1e6:.1f} MB, built twice, SHA-256 {digests.pop()}")
    python = installed(wheels[0], BUILD / "empty")
    used(python)
    run("cyclonedx_py", "environment", str(python), "--output-reproducible", "-o", str(SBOM))
    print(f"Installed as {LOCK.relative_to(ROOT)} says, and it reads; {SBOM.relative_to(ROOT)}")


def built(folder: Path) -> Path:
    """A wheel, built from a copy of the source in a folder of its own."""
    shutil.rmtree(folder, ignore_errors=True)
    copy = folder / "source"
    unwanted = shutil.ignore_patterns("__pycache__", "*.pyc")
    shutil.copytree(ROOT / "src", copy / "src", ignore=unwanted)
    for name in ("pyproject.toml", "README.md", "LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, copy)
    run("hatchling", "build", "-t", "wheel", "-d", str(folder), at=copy)
    return next(folder.glob("*.whl"))


def installed(wheel: Path, folder: Path) -> Path:
    """The Python of a new environment that holds the wheel and what is locked, by its hashes."""
    venv.create(folder, clear=True, with_pip=True)
    python = folder / "bin" / "python"
    pip: list[str | Path] = [
        python,
        "-m",
        "pip",
        "install",
        "--no-deps",
        "--quiet",
        "--disable-pip-version-check",
    ]
    subprocess.run([*pip, "--require-hashes", "--only-binary", ":all:", "-r", LOCK], check=True)
    # By its name: an installed file remembers the path it came from, which is nobody's business.
    subprocess.run([*pip, "--no-index", "--find-links", wheel.parent, "sayso"], check=True)
    subprocess.run([python, "-m", "pip", "check"], check=True, capture_output=True)
    return python


def used(python: Path) -> None:
    """Read a report, in another folder than the source's."""
    line = [str(python), "-m", "sayso", "read", str(REPORT), "--format", "jsonl"]
    told = subprocess.run(line, check=True, capture_output=True, cwd=python.parent)
    if b'"statements":[{' not in told.stdout:
        sys.exit("The installed sayso finds no statement in the example.")


def run(module: str, *arguments: str, at: Path = ROOT) -> None:
    """A program of this environment, with the time that archives are given."""
    time = {**os.environ, "SOURCE_DATE_EPOCH": EPOCH}
    subprocess.run([sys.executable, "-m", module, *arguments], check=True, cwd=at, env=time)


if __name__ == "__main__":
    main()
