"""The command itself, in a process of its own."""

import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "sayso", "serve", *arguments, "--by", "ana"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_nothing_needs_to_be_set_up(tmp_path: Path) -> None:
    with start(tmp_path, "--port", "0") as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address is not None
        assert line.startswith("sayso.db is at ")
        assert "This ledger is empty" in httpx.get(address[0], timeout=30).text
        port = address[0].rpartition(":")[2].strip("/")
        with start(tmp_path, "--port", port) as second:
            assert second.wait() == 2
            assert second.stderr is not None
            assert "--port" in second.stderr.read()
        server.send_signal(signal.SIGINT)
        assert server.wait() in {0, 130, -signal.SIGINT}
        assert server.stderr is not None
        assert server.stderr.read() == ""


def test_what_is_no_ledger_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("No ledger at all. " * 100, "utf-8")
    with start(tmp_path, "notes.txt", "--port", "0") as server:
        assert server.wait() == 2
        assert server.stderr is not None
        assert server.stderr.read().count("\n") == 1
