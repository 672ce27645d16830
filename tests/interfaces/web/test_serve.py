"""The command itself, in a process of its own."""

import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest

from sayso.interfaces.cli import main


def start(folder: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "sayso", "serve", *arguments, "--by", "ana"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def refused(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    """The exit status of a server that never begins."""
    monkeypatch.setattr(sys, "argv", ["sayso", "serve", *arguments, "--by", "ana"])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_nothing_needs_to_be_set_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    with start(tmp_path, "--port", "0") as server:
        assert server.stdout is not None
        line = server.stdout.readline()
        address = re.search(r"http://127\.0\.0\.1:\d+/", line)
        assert address is not None
        assert line.startswith("sayso.db is at ")
        assert "This ledger is empty" in httpx.get(address[0], timeout=30).text
        port = address[0].rpartition(":")[2].strip("/")
        assert refused(monkeypatch, str(tmp_path / "other.db"), "--port", port) == 2
        assert "--port" in capsys.readouterr().err
        server.send_signal(signal.SIGPIPE)  # what a browser that hangs up leaves behind
        assert httpx.get(address[0], timeout=30).status_code == 200
        server.send_signal(signal.SIGINT)
        assert server.wait() in {0, 130, -signal.SIGINT}
        assert server.stderr is not None
        assert server.stderr.read() == ""


def seconds(client: httpx.Client, address: str) -> float:
    began = time.perf_counter()
    client.get(address).raise_for_status()
    return time.perf_counter() - began


def test_no_page_of_a_connection_waits_for_its_end(tmp_path: Path) -> None:
    with start(tmp_path, "--port", "0") as server, httpx.Client(timeout=30) as client:
        assert server.stdout is not None
        address = re.findall(r"http://\S+/", server.stdout.readline())[0]
        # the first ones of a connection never wait; where the others do, each does for 40 ms
        took = [seconds(client, f"{address}about") for _ in range(40)]
        server.send_signal(signal.SIGINT)
    assert min(took[20:]) < 0.035


# What reads and compares reports, and the door for programs: half of what there is to load.
LATER = (
    "alembic", "numpy", "onnxruntime", "sayso.comparing", "sayso.interfaces.http.app",
    "sayso.reading", "trafilatura",
)  # fmt: skip
FIRST_PAGE = """
import asyncio, datetime, sys
import httpx
from sayso.interfaces.web import Desk, web_app
from sayso.interfaces.web.tray import Tray
from sayso.pipeline import Ledger

def clock():
    return datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)

async def first_page(app):
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        return (await client.get("/")).status_code

with Ledger(sys.argv[1], create=False) as ledger:
    tray = Tray(ledger, clock=clock)
    app = web_app(Desk(ledger=ledger, user="ana", clock=clock, tray=tray))
    print(asyncio.run(first_page(app)), *sorted(sys.modules.keys() & {*sys.argv[2:]}))
"""


def test_the_first_page_waits_for_no_reader_and_no_program(events: Path) -> None:
    command = [sys.executable, "-c", FIRST_PAGE, str(events), *LATER]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["200"]


def test_what_is_no_ledger_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "notes.txt").write_text("No ledger at all. " * 100, "utf-8")
    assert refused(monkeypatch, str(tmp_path / "notes.txt"), "--port", "0") == 2
    assert capsys.readouterr().err.count("\n") == 1
