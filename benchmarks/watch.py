"""How long a watch over feeds takes, and whether its memory stays what it was.

`python -m benchmarks.watch [ITEMS]` prints memory as it goes. The feed comes from a real server on
this machine; nobody waits, for the clock only moves.
"""

import datetime
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from ipaddress import IPv4Address
from itertools import islice
from pathlib import Path
from xml.sax.saxutils import escape

from benchmarks.synthetic import Made, made_reports
from sayso.intake.fetch.fetcher import Fetcher
from sayso.pipeline import Ledger, Looking, Wanted, Watch, beginning, watch
from sayso.records import Notice

__all__ = ["watch_rows"]

_ITEMS = 10_000
_AT_ONCE = 100  # new entries a look, of which a quarter is there at the next one too
_STATUS = Path("/proc/self/status")

Row = tuple[str, str, str]


def watch_rows(items: int = _ITEMS) -> Iterator[Row]:
    """Memory after a tenth, in the middle and at the end, and the processor time of an entry."""
    memory, clock, told = list[float](), [time.process_time()], 0
    for number, notices in _looks(items):
        told += notices
        memory.append(_megabytes())
        clock.append(time.process_time())
        spent = f"{clock[-1] - clock[0]:,.0f} s of the processor"
        print(f"{number:,} entries, {memory[-1]:,.0f} MB, {spent}", file=sys.stderr, flush=True)
    looks = len(memory)
    marks = [memory[at] for at in (looks // 10, looks // 2, -1)]
    first, last = (clock[until] - clock[since] for since, until in _ends(looks))
    many = items / looks * max(1, looks // 10) / 1000
    what = f"`sayso watch` over {items:,} made-up entries"
    shown = ", ".join(f"{it:,.0f} MB" for it in marks)
    yield f"{what}: memory after a tenth, in the middle, at the end", shown, "flat"
    time_of_each = f"{first / many:.0f} ms, {last / many:.0f} ms"
    yield "the same: processor time an entry in the first and last tenth", time_of_each, "alike"
    yield "the same: notices", f"{told:,}", ""


def _ends(looks: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """The first and the last tenth of the looks."""
    some = max(1, looks // 10)
    return (0, some), (looks - some, looks)


def _looks(items: int) -> Iterator[tuple[int, int]]:
    """Look after look: how many entries there were so far, and how much was told."""
    made = made_reports(items, a_day=_AT_ONCE)
    clock = _Clock()
    told: list[Notice] = []
    with (
        tempfile.TemporaryDirectory() as folder,
        _serving() as server,
        Ledger(f"{folder}/news.db") as ledger,
    ):
        bookmark, before = beginning(ledger, today=clock().date()), list[tuple[int, Made]]()
        for first in range(0, items, _AT_ONCE):
            new = [*enumerate(islice(made, _AT_ONCE), first)]
            server.feed = _feed([*before, *new])
            before = new[-_AT_ONCE // 4 :]
            clock.now = datetime.datetime.combine(new[-1][1].day, datetime.time(12), datetime.UTC)
            kept = [bookmark]
            list(watch(ledger, bookmark, _watch(server, clock, (told, kept))))
            bookmark = kept[-1]
            yield first + len(new), len(told)
            told.clear()


def _watch(server: "_Server", clock: "_Clock", keep: tuple[list[Notice], list[object]]) -> Watch:
    told, kept = keep

    def tell(notices: Sequence[Notice]) -> bool:
        told.extend(notices)
        return True

    network = Fetcher(
        clock=clock,
        wait=clock.wait,
        allow=lambda address: address.is_loopback,
        resolve=lambda *_: [IPv4Address("127.0.0.1")],
    )
    every = datetime.timedelta(minutes=15)
    return Watch(
        feeds=[f"http://127.0.0.1:{server.server_port}/feed"],
        wanted=Wanted(people=("1", "2", "3", "4", "5")),
        looking=Looking(every=every, network=network, clock=clock),
        tell=tell,
        keep=kept.append,
        wait=clock.wait,
        once=True,
    )


class _Clock:
    def __init__(self) -> None:
        self.now = datetime.datetime(2024, 1, 1, tzinfo=datetime.UTC)

    def __call__(self) -> datetime.datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += datetime.timedelta(seconds=seconds)


class _Server(HTTPServer):
    feed = b""


class _Handler(BaseHTTPRequestHandler):
    server: _Server

    def do_GET(self) -> None:
        found = self.server.feed if self.path == "/feed" else b""
        self.send_response(200 if found else 404)
        self.send_header("Content-Length", str(len(found)))
        self.end_headers()
        self.wfile.write(found)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its name there
        pass


@contextmanager
def _serving() -> Iterator[_Server]:
    with _Server(("127.0.0.1", 0), _Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def _feed(entries: Sequence[tuple[int, Made]]) -> bytes:
    items = "".join(
        f"<item><guid>{number}</guid><title>{escape(made.title)}</title>"
        f"<link>https://courier.example/{number}</link><author>{made.outlet}</author>"
        f"<pubDate>{made.day:%a, %d %b %Y} 08:00:00 GMT</pubDate>"
        f"<description>{escape(made.text)}</description></item>"
        for number, made in entries
    )
    return f'<rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'.encode()


def _megabytes() -> float:
    """What is in memory now."""
    lines = _STATUS.read_text("utf-8").splitlines()
    return float(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1000


if __name__ == "__main__":
    for row in watch_rows(int(sys.argv[1]) if len(sys.argv) > 1 else _ITEMS):
        print(" | ".join(row))
