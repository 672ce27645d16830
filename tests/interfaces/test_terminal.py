"""`sayso add` on a real terminal: a bar that moves, and Ctrl-C that loses nothing."""

import os
import pty
import re
import subprocess
import sys
from pathlib import Path

REPORTS = 48
SAYSO = [sys.executable, "-m", "sayso"]


def started(folder: Path) -> tuple[int, int]:
    """A process of `sayso add` with a terminal of its own: its id, and the terminal's other end."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(folder)
        os.environ.update(COLUMNS="100", TERM="xterm")
        os.execv(sys.executable, [*SAYSO, "add", "reports"])
    return child, terminal


def interrupted(terminal: int, *, seen: bytes) -> str:
    """All that it prints; Ctrl-C is typed as soon as the terminal shows `seen`."""
    shown, typed = b"", False
    while True:
        try:
            part = os.read(terminal, 65_536)
        except OSError:  # it has ended
            part = b""
        if not part:
            return shown.decode()
        shown += part
        if seen in shown and not typed:
            typed = bool(os.write(terminal, b"\x03"))


def test_ctrl_c_keeps_what_was_told(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    for number in range(REPORTS):
        words = f"Mayor Tom Brandt said on Friday that {number} ships wait for the tide. "
        (tmp_path / "reports" / f"{number:02}.txt").write_text(words * 3, "utf-8")
    child, terminal = started(tmp_path)
    shown = interrupted(terminal, seen=b" a second")
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 130, shown
    assert f"/{REPORTS}" in shown
    told = re.search(r"(\d+) added", shown)
    assert told, shown
    assert "goes on from there" in shown
    again = subprocess.run(
        [*SAYSO, "add", "reports"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    there = re.search(r"(\d+) added, 0 new versions, (\d+) there already", again.stdout)
    assert there, again.stdout
    assert int(there[2]) >= int(told[1]) > 0
    assert int(there[1]) + int(there[2]) == REPORTS
