"""How many documents a second are taken in, before anything is read in them."""

import io
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from sayso.intake import find_items, parse_item
from sayso.records import Item

__all__ = ["intake_rows"]

_PAGES = 500
_TIMES = 3
_MEDIA = [("Content-Type", "text/html; charset=utf-8")]

Row = tuple[str, str, str]


def intake_rows(example: Path) -> Iterator[Row]:
    """What was measured, its figure and the aim, row by row."""
    pages = [_page(path.read_text("utf-8")) for path in sorted(example.glob("[0-9]*.txt"))]
    pages = [pages[number % len(pages)] for number in range(_PAGES)]
    kilobytes = sum(map(len, pages)) / len(pages) / 1000
    with tempfile.TemporaryDirectory() as folder:
        archive = Path(folder) / "pages.warc.gz"
        archive.write_bytes(_archive(pages))
        found = _seconds(lambda: sum(1 for _ in find_items([str(archive)])))
        read = _seconds(lambda: [parse_item(_item(page)) for page in pages])
    yield _row(f"pages of {kilobytes:.0f} kB taken from a `.warc.gz`", found, "≥ 5,000")
    yield _row("text and metadata of such pages", read, "≥ 100")


def _row(what: str, seconds: float, aim: str) -> Row:
    return what, f"{_PAGES / seconds:,.0f} a second", aim


def _seconds(work: Callable[[], object]) -> float:
    """The best of some runs, in seconds of the processor."""
    best = float("inf")
    for _ in range(_TIMES):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


def _item(page: bytes) -> Item:
    return Item(name="page", data=page, media_type=_MEDIA[0][1])


def _page(story: str) -> bytes:
    """The story as a site prints it: two thirds of the bytes are menus, scripts and links."""
    menu = "".join(f"<li><a href='/{number}'>Section {number}</a></li>" for number in range(60))
    words = "".join(f"<p>{line}</p>" for line in story.split("\n") if line.strip())
    script = "var settings = {};".ljust(len(words))
    return (
        f"<!doctype html><html><head><title>Report</title><script>{script}</script></head><body>"
        f"<nav><ul>{menu}</ul></nav><main><article><h1>Report</h1>{words}</article></main>"
        f"<footer><ul>{menu}</ul></footer></body></html>"
    ).encode()


def _archive(pages: list[bytes]) -> bytes:
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    for number, page in enumerate(pages):
        record = writer.create_warc_record(
            f"https://courier.example/{number}",
            "response",
            payload=io.BytesIO(page),
            http_headers=StatusAndHeaders("200 OK", _MEDIA, protocol="HTTP/1.1"),
        )
        writer.write_record(record)
    return out.getvalue()
