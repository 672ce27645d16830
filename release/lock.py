"""Pin what a released sayso is installed with: `make lock` writes release/requirements.txt.

pip resolves the dependencies in pyproject.toml as for an empty environment; each is then pinned by
its version and by the SHA-256 of its file for this platform and Python. No address is kept.
"""

import json
import platform
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK = ROOT / "release" / "requirements.txt"


def main() -> None:
    """Resolve and write."""
    line = [sys.executable, "-m", "pip", "install", "--dry-run", "--ignore-installed", "--quiet"]
    report = [*line, "--report", "-", "--only-binary", ":all:", str(ROOT)]
    found = json.loads(subprocess.run(report, check=True, capture_output=True).stdout)
    pins = sorted(pin(one) for one in found["install"] if "archive_info" in one["download_info"])
    machine = f"CPython {platform.python_version()}, {platform.system()} {platform.machine()}"
    head = f"# What sayso is released with, for {machine}. Written by `make lock`.\n"
    LOCK.write_text(head + "".join(pins), "utf-8")
    print(f"{len(pins)} packages in {LOCK.relative_to(ROOT)}")


def pin(package: dict[str, Any]) -> str:
    """The lines of one package."""
    name, version = package["metadata"]["name"], package["metadata"]["version"]
    digest = package["download_info"]["archive_info"]["hashes"]["sha256"]
    return f"{name.lower()}=={version} \\\n    --hash=sha256:{digest}\n"


if __name__ == "__main__":
    main()
