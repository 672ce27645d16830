import datetime
import gzip
import io
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sayso.intake import find_items, parse_item
from sayso.records import Item, UnreadableItem
from tests.intake.sources.archives import PAGE, warc_bytes

ADDRESS = "https://courier.example/ships"
PAGES = {f"{ADDRESS}/{number}": PAGE for number in range(5)}
NOVEMBER_2 = datetime.datetime(2024, 11, 2, 10, tzinfo=datetime.UTC)
packings = pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])


def found(data: bytes) -> list[Item | UnreadableItem]:
    return list(find_items(["-"], stdin=io.BytesIO(data)))


def record(kind: str, media_type: str, body: bytes, address: str = ADDRESS) -> bytes:
    """A record by hand, for what warcio would not write."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\n"
        f"Content-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


@packings
def test_pages_come_with_address_and_time(tmp_path: Path, packed: bool) -> None:
    path = tmp_path / "crawl"
    path.write_bytes(warc_bytes(PAGES, packed=packed))
    items = list(find_items([str(path)]))
    assert items[0] == Item(
        name=f"{path}!{ADDRESS}/0",
        data=PAGE,
        media_type="text/html; charset=utf-8",
        url=f"{ADDRESS}/0",
        fetched_at=NOVEMBER_2,
    )
    assert len(items) == 5


def test_the_day_of_fetching_is_no_day_of_publication() -> None:
    (item,) = found(warc_bytes({ADDRESS: PAGE}))
    assert isinstance(item, Item)
    report = parse_item(item)
    assert (report.title, report.url, report.published) == ("Ships wait", ADDRESS, None)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(warc_bytes(PAGES, status="404 Not Found"), id="failures"),
        pytest.param(warc_bytes(PAGES, status="302 Found"), id="redirects"),
        pytest.param(warc_bytes(PAGES, media_type="image/png"), id="pictures"),
        pytest.param(warc_bytes({"https://a.example/robots.txt": b"x"}), id="rules for robots"),
        pytest.param(record("metadata", "text/plain", b"outlink: x"), id="metadata"),
        pytest.param(record("response", "application/http", b"garbage"), id="no HTTP"),
    ],
)
def test_what_is_no_document_is_left_out(data: bytes) -> None:
    assert found(data) == []


@pytest.mark.parametrize("kind", ["resource", "conversion"])
def test_documents_without_http(kind: str) -> None:
    (item,) = found(record(kind, "text/plain", b"Nobody was hurt."))
    assert isinstance(item, Item)
    assert (item.data, item.media_type, item.fetched_at) == (
        b"Nobody was hurt.",
        "text/plain",
        None,
    )


def test_bodies_lose_the_coding_they_travelled_in() -> None:
    (item,) = found(warc_bytes({ADDRESS: PAGE}, coding="gzip"))
    assert isinstance(item, Item)
    assert item.data == PAGE


def test_chunks_are_joined() -> None:
    answer = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
    answer += b"5\r\nShips\r\n6\r\n wait.\r\n0\r\n\r\n"
    (item,) = found(record("response", "application/http", answer))
    assert isinstance(item, Item)
    assert item.data == b"Ships wait."


def test_a_coding_that_was_undone_before_is_no_hurdle() -> None:
    answer = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + PAGE
    (item,) = found(record("response", "application/http", answer))
    assert isinstance(item, Item)
    assert item.data == PAGE


@pytest.mark.parametrize("coding", ["gzip", "gzip, gzip"])
def test_a_body_that_unfolds_to_too_much_is_refused(coding: str) -> None:
    body = bytes(30_000_000)
    for _ in coding.split(","):
        body = gzip.compress(body)
    answer = f"HTTP/1.1 200 OK\r\nContent-Encoding: {coding}\r\n\r\n".encode() + body
    (item,) = found(record("response", "application/http", answer))
    assert isinstance(item, UnreadableItem)
    assert "more than 20 MB" in item.reason


@packings
@settings(deadline=None)
@given(part=st.floats(0.1, 1))
def test_a_cut_archive_is_read_up_to_the_cut(packed: bool, part: float) -> None:
    whole = warc_bytes(PAGES, packed=packed)
    cut = int(part * (len(whole) - 5))
    items = found(whole[:cut])
    if not _seems_whole(whole, cut):
        last = items.pop()
        assert isinstance(last, UnreadableItem)
        assert "what came before was read" in last.reason
    assert all(isinstance(item, Item) and item.data == PAGE for item in items)


def _seems_whole(whole: bytes, cut: int) -> bool:
    """Between two records, or where one whose body ends with a line lacks its last line end."""
    before, after = whole[:cut], whole[cut:]
    lines = before.endswith(b"\r\n\r\n") and after.startswith(b"\r\nWARC/1.0")
    return lines or after.startswith((b"WARC/1.0", b"\x1f\x8b\x08"))


@packings
def test_garbage_after_a_record_is_told(packed: bool) -> None:
    *read, last = found(warc_bytes(PAGES, packed=packed) + b"garbage" * 100)
    assert len(read) == 5
    assert isinstance(last, UnreadableItem)
    assert "what came before was read" in last.reason


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_never_raises(data: bytes) -> None:
    head = b"WARC/1.0\r\n"
    assert found(head + data) == found(head + data)


@settings(deadline=None)
@given(st.integers(0, 1500), st.integers(0, 255))
def test_no_flipped_byte_raises(at: int, value: int) -> None:
    data = bytearray(warc_bytes(PAGES))
    data[at] = value
    found(bytes(data))
