"""`sayso watch` as a person runs it: who is told, Ctrl-C, and what it refuses."""

import json
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import feedparser
import pytest

from sayso.errors import SaysoError
from sayso.interfaces.cli.app import app_for
from sayso.ledger import load_bookmark

PAY = '"We will not pay more than 8,000 dollars," Mayor Tom Brandt told reporters on Friday.'
Run = Callable[..., tuple[int, str, str]]
FEED = (
    '<rss version="2.0"><channel><title>Wire</title><item><guid>1</guid><title>Pay &amp; work'
    "</title><pubDate>Fri, 01 Nov 2024 09:00:00 GMT</pubDate><description>{}</description></item>"
    "</channel></rss>"
)


def start(folder: Path, *arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "sayso", "watch", *arguments, "--person", "Brandt"]
    return subprocess.Popen(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


@pytest.fixture
def run(folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs it here, which loads the encoder once."""
    monkeypatch.chdir(folder)

    def watch(*arguments: str) -> tuple[int, str, str]:
        line = ["watch", *arguments, "--person", "Brandt"]
        status = app_for("watch")(line, standalone_mode=False)
        return status, *capfd.readouterr()

    return watch


def is_kept(folder: Path) -> bool:
    mark = load_bookmark(folder / "sayso.db.watch.json")
    return mark is not None and mark.reading == 1


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "feed.xml").write_text(FEED.format(PAY))
    return tmp_path


@contextmanager
def hearing(*statuses: int) -> Iterator[tuple[str, list[dict[str, object]]]]:
    """A webhook that answers with these one after the other, and what it was told."""
    told: list[dict[str, object]] = []
    answers = iter(statuses)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            status = next(answers)
            if status < 300:
                told.append(json.loads(body))
            self.send_response(status)
            self.end_headers()

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as listener:
        thread = threading.Thread(target=listener.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{listener.server_address[1]}/", told
        listener.shutdown()
        thread.join()


def test_ctrl_c_ends_it_and_the_same_command_goes_on(folder: Path, run: Run) -> None:
    process = start(folder, "feed.xml", "--every", "60")
    assert process.stdout is not None
    line = process.stdout.readline()
    while not is_kept(folder):  # what is told and not yet kept is told again
        time.sleep(0.01)
    process.send_signal(signal.SIGINT)
    rest, told = process.communicate(timeout=60)
    assert (process.returncode, rest) == (0, "")
    assert line.startswith("statement: Tom Brandt: “We will not pay more than 8,000 dollars,”")
    assert told.splitlines() == [
        "sayso: ended; the same command goes on from here",
        "sayso: new reports: 1, with statements: 1",
    ]
    assert run("feed.xml", "--once")[:2] == (0, "")


def test_everybody_named_is_told(folder: Path, run: Run) -> None:
    channels = ("--file", "told.txt", "--rss", "told.xml", "--format", "jsonl")
    with hearing(500, 200) as (webhook, heard):
        status, out, told = run("feed.xml", "--once", *channels, "--webhook", webhook)
        assert (status, out) == (0, "")
        assert "tried again at the next look" in told
        assert (folder / "told.txt").read_text() == ""
        _, out, _ = run("feed.xml", "--once", *channels, "--webhook", webhook)
    notice = json.loads(out)
    assert heard == [{"text": (folder / "told.txt").read_text().rstrip("\n"), "notices": [notice]}]
    (item,) = feedparser.parse((folder / "told.xml").read_bytes()).entries
    assert (item.id, item.title) == (
        notice["id"],
        "statement: Tom Brandt: “We will not pay more than 8,000 dollars,”",
    )


def test_a_feed_that_cannot_be_had_stops_no_other(run: Run) -> None:
    feeds = ("none.xml", "http://127.0.0.1:1/feed", "feed.xml")
    status, out, told = run(*feeds, "--once")
    assert (status, out.count("Brandt")) == (2, 1)
    missing, closed, last = told.splitlines()
    assert "none.xml cannot be read" in missing
    assert "not on the public Internet" in closed
    assert "new reports: 1" in last


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(("--rss", "feed.xml"), "no feed of sayso watch", id="feed"),
        pytest.param(("--webhook", "x"), "no web address", id="webhook"),
        pytest.param(("--file", "none/told.txt"), "cannot be written", id="file"),
        pytest.param(("--bookmark", "feed.xml"), "no bookmark", id="no bookmark"),
        pytest.param(("--bookmark", "other.json"), "another ledger", id="other ledger"),
    ],
)
def test_what_cannot_be_told_is_refused(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], says: str
) -> None:
    monkeypatch.chdir(folder)
    before = (folder / "feed.xml").read_bytes()
    (folder / "other.json").write_text('{"reading": 9, "rendering": 9, "due": "2024-11-01"}')
    with pytest.raises(SaysoError, match=says):
        app_for("watch")(["watch", "feed.xml", "--once", *arguments], standalone_mode=False)
    assert (folder / "feed.xml").read_bytes() == before
