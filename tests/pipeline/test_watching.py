"""A watch over feeds: what is new comes in once, and what is worth it is told once."""

import datetime
from collections.abc import Callable, Sequence
from dataclasses import replace
from email.utils import format_datetime
from http.server import BaseHTTPRequestHandler
from ipaddress import IPv4Address
from itertools import count
from pathlib import Path

import pytest

from sayso.intake.fetch.fetcher import Fetcher
from sayso.ledger import FeedMark, load_bookmark, save_bookmark
from sayso.pipeline import Ledger, Looking, Wanted, Watch, beginning, watch
from sayso.pipeline.polling import poll
from sayso.records import Notice, NoticeKind, Severity
from tests.intake.fetch.server import Answers, serving

DAY = datetime.datetime(2024, 11, 1, 9, tzinfo=datetime.UTC)
PAY = (
    '"We will not pay around 8,000 dollars to dockers who block the grain terminal," Mayor Tom '
    "Brandt told reporters on Friday."
)
MORE = PAY.replace("around 8,000", "80,000")
CRANES = 'Ilse Varga, the harbour master, said: "The cranes will move again by November 2."'


def entry(number: int, text: str, day: datetime.datetime = DAY) -> str:
    return (
        f"<item><guid>{number}</guid><link>/pages/{number}</link><title>Report {number}</title>"
        f"<pubDate>{format_datetime(day)}</pubDate><description>{text}</description></item>"
    )


def rss(*texts: str) -> bytes:
    entries = "".join(entry(number, text) for number, text in enumerate(texts))
    return f'<rss version="2.0"><channel><title>Wire</title>{entries}</channel></rss>'.encode()


class Clock:
    """A clock that only moves when somebody waits."""

    def __init__(self) -> None:
        self.now = DAY

    def __call__(self) -> datetime.datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += datetime.timedelta(seconds=seconds)


class Told:
    """Who watches: keeps what is told, and the bookmark."""

    def __init__(self, folder: Path) -> None:
        self.clock = Clock()
        self.ledger = str(folder / "news.db")
        self.bookmark = folder / "bookmark.json"
        self.notices: list[Notice] = []
        self.deaf = False
        self.network = Fetcher(
            clock=self.clock,
            wait=self.clock.wait,
            allow=lambda address: address.is_loopback,
            resolve=lambda *_: [IPv4Address("127.0.0.1")],
        )

    def tell(self, notices: Sequence[Notice]) -> bool:
        if not self.deaf:
            self.notices += notices
        return not self.deaf

    def look(self, *feeds: str, follow: bool = False, **wanted: object) -> list[str]:
        """What became of the documents in one look."""
        with Ledger(self.ledger) as ledger:
            now = load_bookmark(self.bookmark) or beginning(ledger, today=self.clock().date())
            added = watch(ledger, now, self.watch(feeds, follow=follow, **wanted))
            return [one.failure or str(one.kept) for one in added]

    def watch(self, feeds: Sequence[str], *, follow: bool = False, **wanted: object) -> Watch:
        hour = datetime.timedelta(hours=1)
        return Watch(
            feeds=feeds,
            wanted=Wanted(**wanted),  # type: ignore[arg-type] # as each test names them
            looking=Looking(every=hour, network=self.network, clock=self.clock, follow=follow),
            tell=self.tell,
            keep=lambda bookmark: save_bookmark(self.bookmark, bookmark),
            wait=self.clock.wait,
            once=True,
        )


@pytest.fixture
def told(tmp_path: Path) -> Told:
    return Told(tmp_path)


def conditional(body: Callable[[], bytes]) -> Callable[[BaseHTTPRequestHandler], None]:
    """Answers 304 to whoever has this body by its entity tag or day."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        data = body()
        tag = f'"{len(data)}"'
        same = handler.headers.get("If-None-Match") == tag
        handler.send_response(304 if same else 200)
        handler.send_header("ETag", tag)
        handler.send_header("Last-Modified", "Fri, 01 Nov 2024 08:00:00 GMT")
        handler.send_header("Content-Length", "0" if same else str(len(data)))
        handler.end_headers()
        handler.wfile.write(b"" if same else data)

    return answer


def test_what_is_new_is_told_once(told: Told, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_bytes(rss(PAY))
    assert told.look(str(feed), people=("Brandt",)) == ["new"]
    (notice,) = told.notices
    assert (notice.kind, notice.speaker) == (NoticeKind.STATEMENT, "Tom Brandt")
    assert "8,000" in notice.words
    assert told.look(str(feed), people=("Brandt",)) == []
    feed.write_bytes(rss(PAY, CRANES))
    assert told.look(str(feed), people=("Brandt",)) == ["same", "new"]
    assert told.notices == [notice]


def test_what_was_there_before_is_not_told(told: Told, tmp_path: Path) -> None:
    first, second = tmp_path / "first.xml", tmp_path / "second.xml"
    first.write_bytes(rss(PAY))
    second.write_bytes(rss(CRANES))
    told.look(str(first))
    told.bookmark.unlink()
    told.look(str(second), people=("Brandt", "Varga"))
    assert [one.speaker for one in told.notices] == ["Ilse Varga"]


def test_a_text_that_was_changed_tells_only_what_is_new(told: Told, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_bytes(rss(PAY))
    told.look(str(feed), people=("tom brandt",))
    feed.write_bytes(rss(f"{PAY} Brandt said the dockers would strike."))
    assert told.look(str(feed), people=("tom brandt",)) == ["version"]
    assert ["strike" in one.words for one in told.notices] == [False, True]


@pytest.mark.parametrize(
    ("drift", "count"),
    [
        pytest.param(Severity.SEVERE, 1, id="tenfold figure"),
        pytest.param(None, 0, id="none wanted"),
    ],
)
def test_a_departure_is_told(
    told: Told, tmp_path: Path, drift: Severity | None, count: int
) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_bytes(rss(PAY))
    told.look(str(feed), drift=drift)
    feed.write_bytes(rss(PAY, MORE))
    told.look(str(feed), drift=drift)
    found = [one for one in told.notices if one.kind is NoticeKind.DRIFT]
    assert len(found) == count
    for one in found:
        assert ("80,000" in one.words) is not ("80,000" in (one.beside or ""))


def test_a_forecast_is_told_on_its_last_day(told: Told, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_bytes(rss(CRANES))
    told.look(str(feed))
    assert told.notices == []
    told.clock.wait(24 * 3600)
    told.look(str(feed))
    told.look(str(feed))
    told.clock.wait(24 * 3600)
    told.look(str(feed))
    assert [(one.kind, str(one.due)) for one in told.notices] == [
        (NoticeKind.FORECAST, "2024-11-02")
    ]


def test_a_forecast_of_the_same_day_is_told_as_it_comes(told: Told, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    told.clock.wait(24 * 3600)
    feed.write_bytes(rss(PAY))
    told.look(str(feed))
    feed.write_bytes(rss(PAY, CRANES))
    told.look(str(feed))
    assert [one.kind for one in told.notices if one.due] == [NoticeKind.FORECAST]


def test_what_does_not_arrive_is_told_again(told: Told, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_bytes(rss(PAY))
    told.deaf = True
    told.look(str(feed), people=("Brandt",))
    told.deaf = False
    told.look(str(feed), people=("Brandt",))
    assert [one.speaker for one in told.notices] == ["Tom Brandt"]


def test_a_server_is_asked_only_for_what_changed(told: Told) -> None:
    texts = [PAY]
    with serving({"/feed": conditional(lambda: rss(*texts))}) as server:
        told.look(server.url("/feed"))
        assert told.look(server.url("/feed")) == []
        texts.append(CRANES)
        assert told.look(server.url("/feed")) == ["same", "new"]
    assert server.asked == ["/robots.txt", "/feed", "/feed", "/feed"]
    assert "if-none-match" not in server.headers[1]
    assert server.headers[2]["if-modified-since"] == "Fri, 01 Nov 2024 08:00:00 GMT"


def test_pages_of_entries_are_fetched_once(told: Told) -> None:
    page = b"<html><body><article><p>%s</p></article></body></html>"
    texts = ["x"]
    answers: Answers = {"/pages/0": page % PAY.encode(), "/pages/1": 503}

    def feed() -> bytes:
        return rss(*texts).replace(b"<link>/", f"<link>{server.url('/')}".encode())

    with serving({**answers, "/feed": conditional(feed)}) as server:
        assert told.look(server.url("/feed"), follow=True) == ["new"]
        texts.append("y")
        (failure,) = told.look(server.url("/feed"), follow=True)
        assert "503" in failure
        texts.append("z")
        told.look(server.url("/feed"), follow=True)
    assert [server.asked.count(f"/pages/{number}") for number in range(3)] == [1, 2, 1]


def test_a_feed_that_cannot_be_had_is_left_alone_for_longer_each_time(told: Told) -> None:
    looks: list[float] = []
    steps = count()

    def wait(seconds: float) -> None:
        told.clock.wait(seconds)
        if next(steps) == 8:
            raise KeyboardInterrupt

    def broken(handler: BaseHTTPRequestHandler) -> None:
        looks.append((told.clock.now - DAY).total_seconds() // 3600)
        handler.send_response(500)
        handler.end_headers()

    with serving({"/feed": broken}) as server, Ledger(told.ledger) as ledger:
        what = told.watch([server.url("/feed")])
        began = beginning(ledger, today=DAY.date())
        with pytest.raises(KeyboardInterrupt):
            list(watch(ledger, began, replace(what, once=False, wait=wait)))
    assert looks == [0, 2, 6]


def test_a_busy_server_is_left_alone_as_long_as_it_asks(told: Told) -> None:
    def busy(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(429)
        handler.send_header("Retry-After", "28800")
        handler.end_headers()

    with serving({"/feed": busy}) as server, Ledger(told.ledger) as ledger:
        url = server.url("/feed")
        mark = FeedMark()
        for _ in range(2):  # the second is answered by nobody
            (failed,), mark = poll(ledger, url, mark, looking=told.watch([url]).looking)
        assert server.asked == ["/robots.txt", "/feed"]
    assert "asks to be left alone until" in str(failed.failure)
    assert mark.next is not None
    assert mark.next - DAY >= datetime.timedelta(hours=8)


def test_nothing_of_the_ledger_is_held_between_looks(told: Told, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    feed.write_bytes(rss(PAY))
    held: list[set[str]] = []

    def wait(seconds: float) -> None:
        told.clock.wait(seconds)
        held.append(opened(tmp_path))
        if len(held) == 2:
            raise KeyboardInterrupt

    with Ledger(told.ledger) as ledger:
        began = beginning(ledger, today=DAY.date())
        assert opened(tmp_path) >= {told.ledger}
        what = replace(told.watch([str(feed)], people=("Brandt",)), once=False, wait=wait)
        with pytest.raises(KeyboardInterrupt):
            list(watch(ledger, began, what))
    assert held == [set(), set()]
    assert len(told.notices) == 1


def opened(folder: Path) -> set[str]:
    """The files of a folder that this program has open."""
    found = {str(it.readlink()) for it in Path("/proc/self/fd").iterdir() if it.is_symlink()}
    return {it for it in found if it.startswith(str(folder))}


def test_a_failure_is_noted_once(told: Told, tmp_path: Path) -> None:
    feed = tmp_path / "feed.xml"
    for text in (PAY, CRANES):
        feed.write_bytes(rss(text, ""))
        assert "headline" in told.look(str(feed))[-1]
    with Ledger(told.ledger) as ledger, ledger.seen() as connection:
        rows = connection.exec_driver_sql("select count(*) from failure").scalar()
    assert rows == 1
