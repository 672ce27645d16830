"""What the README shows is what happens."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
SESSIONS = [
    (command, output)
    for block in BLOCKS
    for command, output in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE)
]
OURS = [session for session in SESSIONS if session[0].startswith("sayso ")]
TARGETS = [command.split()[1] for command, _ in SESSIONS if command.startswith("make ")]


def test_the_readme_shows_how_to_begin() -> None:
    assert {"demo", "test"} <= set(TARGETS)
    assert any(command == "pip install ." for command, _ in SESSIONS)
    assert any(output for _, output in OURS)


@pytest.mark.parametrize("target", TARGETS)
def test_make_knows_the_target(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize(("command", "output"), OURS, ids=[command for command, _ in OURS])
def test_the_command_prints_what_the_readme_shows(command: str, output: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(command)],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "80"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    shown = [line.rstrip() for line in done.stdout.rstrip().splitlines()]
    assert not output or shown == output.rstrip().splitlines()
