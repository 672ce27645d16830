import datetime
import gzip
import time
from collections.abc import Callable, Sequence
from http.server import BaseHTTPRequestHandler
from ipaddress import IPv4Address, ip_address

import pytest

from sayso.errors import BusyServerError, UnreadableReportError
from sayso.intake.fetch.addresses import Address
from sayso.intake.fetch.fetcher import Fetcher
from sayso.records import Item
from tests.intake.fetch.server import Answers, serving

PAGE = b"<html><p>Around 300 ships are waiting, the minister said.</p></html>"
NOVEMBER_2 = datetime.datetime(2024, 11, 2, 10, tzinfo=datetime.UTC)
PUBLIC, LOOPBACK = IPv4Address("93.184.215.14"), IPv4Address("127.0.0.1")


class Clock:
    """A clock that only moves when somebody waits."""

    def __init__(self) -> None:
        self.now = NOVEMBER_2
        self.waits: list[float] = []

    def __call__(self) -> datetime.datetime:
        return self.now

    def wait(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += datetime.timedelta(seconds=seconds)


def here(_host: str, _port: int) -> Sequence[Address]:
    return [LOOPBACK]


def loopback(address: Address) -> bool:
    return address.is_loopback


def fetcher(clock: Clock | None = None) -> Fetcher:
    """One that takes every host for this machine, and may connect to it."""
    clock = clock or Clock()
    return Fetcher(clock=clock, wait=clock.wait, allow=loopback, resolve=here)


def failure(answers: Answers, path: str = "/a") -> str:
    with serving(answers) as server, pytest.raises(UnreadableReportError) as caught:
        fetcher().fetch(server.url(path))
    return str(caught.value)


def body(page: bytes, **headers: str) -> Callable[[BaseHTTPRequestHandler], None]:
    """An answer with headers of its own, its length not among them."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(200)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(page)

    return answer


def test_a_page_comes_with_address_kind_and_time() -> None:
    with serving({"/a": PAGE}) as server:
        item = fetcher().fetch(server.url("/a"))
    assert item == Item(
        name=server.url("/a"),
        data=PAGE,
        media_type="text/html; charset=utf-8",
        url=server.url("/a"),
        fetched_at=NOVEMBER_2 + datetime.timedelta(seconds=1),
    )
    assert server.asked == ["/robots.txt", "/a"]
    assert server.headers[1]["user-agent"] == "sayso"
    assert not {"cookie", "authorization", "referer"} & server.headers[1].keys()


def test_redirects_are_followed_and_the_last_address_kept() -> None:
    with serving({"/a": "b?c=1", "/b?c=1": "/d", "/d": PAGE}) as server:
        item = fetcher().fetch(server.url("/a"))
    assert (item.name, item.url) == (server.url("/a"), server.url("/d"))


@pytest.mark.parametrize(
    ("answers", "says"),
    [
        pytest.param({"/a": 404}, "404 Not Found", id="missing"),
        pytest.param({"/a": 999}, "answered with 999", id="no status there is"),
        pytest.param({"/a": "/a"}, "leads on and on", id="circle"),
        pytest.param({"/a": "ftp://a.example/"}, "no web address", id="to another scheme"),
        pytest.param({"/a": "file:///etc/passwd"}, "no web address", id="to a file"),
        pytest.param({"/a": "http://x:y@a.example/"}, "password", id="to a password"),
        pytest.param({"/a": "http://[::"}, "no address", id="to nonsense"),
        pytest.param({"/robots.txt": 503}, "says where robots may go", id="no rules to be had"),
        pytest.param({"/a": body(bytes(21_000_000))}, "more than 20 MB", id="too big"),
        pytest.param(
            {"/a": body(gzip.compress(bytes(21_000_000)), Content_Encoding="gzip")},
            "more than 20 MB",
            id="bomb",
        ),
        pytest.param({"/a": body(b"x", Content_Length="9")}, "could not be reached", id="cut"),
        pytest.param({"/a": lambda handler: None}, "could not be reached", id="no answer"),
    ],
)
def test_what_is_not_to_be_had_is_told(answers: Answers, says: str) -> None:
    assert says in failure(answers)


@pytest.mark.parametrize("coding", ["gzip", "GZIP", "identity, gzip"])
def test_bodies_lose_their_coding(coding: str) -> None:
    packed = body(gzip.compress(PAGE), Content_Encoding=coding)
    with serving({"/a": packed}) as server:
        assert fetcher().fetch(server.url("/a")).data == PAGE


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "0.0.0.0", "[::ffff:127.0.0.1]"],
)
def test_this_machine_is_refused_by_any_name(host: str) -> None:
    clock = Clock()
    with serving({"/a": PAGE}) as server, pytest.raises(UnreadableReportError) as caught:
        Fetcher(clock=clock, wait=clock.wait).fetch(server.url("/a", host))
    assert "not on the public Internet" in str(caught.value)
    assert server.asked == []


def test_a_redirect_to_this_machine_is_refused() -> None:
    def resolve(host: str, _port: int) -> Sequence[Address]:
        return [LOOPBACK] if host == "courier.example" else [IPv4Address("10.0.0.1")]

    clock = Clock()
    only = Fetcher(clock=clock, wait=clock.wait, allow=loopback, resolve=resolve)
    answers: Answers = {"/a": "http://inside.example/secret"}
    with serving(answers) as server, pytest.raises(UnreadableReportError, match=r"10\.0\.0\.1"):
        only.fetch(server.url("/a", "courier.example"))


def test_a_host_with_one_address_inside_is_refused() -> None:
    clock = Clock()
    mixed = Fetcher(clock=clock, wait=clock.wait, resolve=lambda *_: [PUBLIC, LOOPBACK])
    with serving({"/a": PAGE}) as server, pytest.raises(UnreadableReportError, match="not on the"):
        mixed.fetch(server.url("/a", "courier.example"))
    assert server.asked == []


def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    """A name that answers otherwise the second time gains nothing by it."""
    checked: list[Address] = []
    answers = iter([LOOPBACK, LOOPBACK, *[PUBLIC] * 9])

    def allow(address: Address) -> bool:
        checked.append(address)
        return True

    clock = Clock()
    rebound = Fetcher(clock=clock, wait=clock.wait, allow=allow, resolve=lambda *_: [next(answers)])
    with serving({"/a": PAGE}) as server:
        assert rebound.fetch(server.url("/a", "courier.example")).data == PAGE
    assert checked == [LOOPBACK, LOOPBACK]  # for the rules and for the page, once each


def test_the_next_address_is_tried_where_one_does_not_answer() -> None:
    clock = Clock()
    both = Fetcher(
        clock=clock,
        wait=clock.wait,
        allow=loopback,
        resolve=lambda *_: [ip_address("127.0.0.2"), ip_address("::1"), LOOPBACK],
    )
    with serving({"/a": PAGE}) as server:
        assert both.fetch(server.url("/a")).data == PAGE


def test_a_host_without_address_is_told() -> None:
    def nowhere(_host: str, _port: int) -> Sequence[Address]:
        raise OSError("Name or service not known")

    clock = Clock()
    lost = Fetcher(clock=clock, wait=clock.wait, resolve=nowhere)
    with pytest.raises(UnreadableReportError, match=r"No address is known for courier\.example"):
        lost.fetch("http://courier.example/a")


def test_what_robots_may_not_see_stays_unseen() -> None:
    rules = b"User-agent: *\nDisallow: /private\n"
    answers: Answers = {"/robots.txt": rules, "/private/a": PAGE, "/b": "/private/a"}
    with serving(answers) as server:
        for path in ("/private/a", "/b"):  # and no redirect leads there
            with pytest.raises(UnreadableReportError, match="closed to robots"):
                fetcher().fetch(server.url(path))
    assert "/private/a" not in server.asked


def test_rules_are_asked_for_once_a_host() -> None:
    patient = fetcher()
    with serving({"/a": PAGE, "/b": PAGE}) as server:
        for path in ("/a", "/b"):
            patient.fetch(server.url(path))
    assert server.asked == ["/robots.txt", "/a", "/b"]


def test_rules_of_hosts_that_were_asked_long_ago_are_forgotten() -> None:
    with serving({"/a": PAGE}) as server:
        getting = fetcher()
        for number in (*range(250), 249, 0):
            getting.fetch(server.url("/a", f"host{number}.example"))
    hosts = [
        asked["host"].partition(".")[0]
        for path, asked in zip(server.asked, server.headers, strict=True)
        if path == "/robots.txt"
    ]
    assert (hosts.count("host0"), hosts.count("host249")) == (2, 1)


@pytest.mark.parametrize(
    ("rules", "waits"),
    [
        pytest.param(b"", [1, 1], id="a second"),
        pytest.param(b"User-agent: *\nCrawl-delay: 7", [1, 7], id="as asked"),
        pytest.param(b"User-agent: *\nCrawl-delay: 86400", [1, 60], id="no day"),
    ],
)
def test_a_host_is_given_time_between_requests(rules: bytes, waits: list[float]) -> None:
    clock = Clock()
    patient = fetcher(clock)
    with serving({"/robots.txt": rules, "/a": PAGE, "/b": PAGE}) as server:
        patient.fetch(server.url("/a"))
        patient.fetch(server.url("/b"))
        assert clock.waits == waits
        patient.fetch(server.url("/b", "other.example"))
    assert clock.waits == [*waits, 1]  # only after its own rules


def test_a_server_that_drips_is_left() -> None:
    started = time.monotonic()

    def clock() -> datetime.datetime:
        """Runs a hundred times as fast."""
        return NOVEMBER_2 + datetime.timedelta(seconds=100 * (time.monotonic() - started))

    def drip(handler: BaseHTTPRequestHandler) -> None:
        try:
            for _ in range(200):
                handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: "[:1])
                time.sleep(0.01)
        except OSError:
            pass

    hasty = Fetcher(clock=clock, wait=lambda _: None, allow=loopback)
    with (
        serving({"/robots.txt": drip}) as server,
        pytest.raises(UnreadableReportError, match=r"in time|could not be reached"),
    ):
        hasty.fetch(server.url("/a"))


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("http://user:secret@a.example/", "password"),
        ("ftp://a.example/", "no web address"),
        ("http:///a", "no web address"),
        ("http://a.example:99999999/", "no address"),
    ],
)
def test_addresses_that_are_none(url: str, says: str) -> None:
    with pytest.raises(UnreadableReportError, match=says) as caught:
        fetcher().fetch(url)
    assert "secret" not in str(caught.value)


def busy(status: int, asked: str) -> Callable[[BaseHTTPRequestHandler], None]:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        handler.send_header("Retry-After", asked)
        handler.end_headers()

    return answer


@pytest.mark.parametrize(
    ("asked", "hours"),
    [
        ("7200", 2),
        ("Sat, 02 Nov 2024 13:00:00 GMT", 3),
        ("Sat, 02 Nov 2024 13:00:00 -0000", 3),
        ("Sun, 02 Nov 2025 13:00:00 GMT", 24),
        ("9" * 10_000, 24),
    ],
    ids=["seconds", "moment", "no zone", "a year", "endless"],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_left_alone_as_long_as_it_asks(status: int, asked: str, hours: int) -> None:
    clock = Clock()
    with serving({"/a": busy(status, asked), "/b": PAGE}) as server:
        network = fetcher(clock)
        for path in ("/a", "/b"):
            with pytest.raises(BusyServerError) as told:
                network.fetch(server.url(path))
        assert server.asked == ["/robots.txt", "/a"]
        clock.now = told.value.until
        assert network.fetch(server.url("/b")).data == PAGE
    # two requests, of which the second had to wait for a second
    assert clock.now - NOVEMBER_2 - datetime.timedelta(hours=hours) <= datetime.timedelta(seconds=2)


@pytest.mark.parametrize("asked", ["", "soon", "-1", "Fri, 99 Nov 2024 13:00:00 GMT", "²"])
def test_a_busy_host_that_asks_for_nothing_is_only_told_of(asked: str) -> None:
    assert "503" in failure({"/a": busy(503, asked.encode("utf-8").decode("latin-1"))})


def test_a_host_that_was_busy_long_ago_is_asked_at_once() -> None:
    past = busy(503, "Fri, 01 Nov 2024 13:00:00 GMT")
    with serving({"/a": past, "/b": PAGE}) as server:
        network = fetcher()
        with pytest.raises(BusyServerError):
            network.fetch(server.url("/a"))
        assert network.fetch(server.url("/b")).data == PAGE
