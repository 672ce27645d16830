"""Web archives (WARC, ISO 28500): the pages in them, each as it came from its server."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, BinaryIO, cast

from sayso.errors import UnreadableReportError
from sayso.intake.coding import uncoded
from sayso.intake.files import MAX_BYTES
from sayso.intake.metadata import as_line, as_url
from sayso.intake.sources.part import Found, Part
from sayso.lexicon import words
from sayso.records import UnreadableItem

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

__all__ = ["is_warc", "warc_items"]

_OK = 200
_ENDS = (b"\r\n\r\n", b"\n\n")  # what every record ends with, and in archives made by hand


def is_warc(head: bytes) -> bool:
    """Whether bytes that begin with `head` are a web archive."""
    return head.startswith(b"WARC/1.")


def warc_items(part: Part) -> Iterator[Found]:
    """The pages, texts and PDF files in a web archive; its dates are of fetching, not publishing.

    UnreadableReportError where it breaks off, after what came before.
    """
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    stream = _Watched(part.stream)
    kinds = WarcRecordType.response | WarcRecordType.resource | WarcRecordType.conversion
    try:
        for record in ArchiveIterator(cast("BinaryIO", stream), record_types=kinds):
            if _is_document(record, part.name):
                yield _found(record, part)
    except OSError as error:
        raise _broken(part.name, str(error)) from error
    if not stream.tail.endswith(_ENDS):
        raise _broken(part.name, "in the middle of a record")


class _Watched:
    """A stream that remembers its last bytes, since fastwarc passes over a cut in silence.

    It gives what there is at once, so that nothing is lost that stands before a broken place.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self.tail = b""
        self.tell = stream.tell

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read1(size)
        self.tail = (self.tail + piece[-len(_ENDS[0]) :])[-len(_ENDS[0]) :]
        return piece


def _is_document(record: "WarcRecord", name: str) -> bool:
    """Whether it is what a server gave for an address and no picture, script or failure."""
    if not record.content_length:  # so it is too where a cut runs through its headers
        return False
    if record.is_http and record.http_headers.status_code != _OK:
        if record.http_headers.status_code is None:  # no HTTP, or a cut right before it
            _body(record, name)
        return False
    address = record.headers.get("WARC-Target-URI") or ""
    return _is_text(_media_type(record)) and not address.endswith("/robots.txt")


def _is_text(media_type: str | None) -> bool:
    kind = (media_type or "").partition(";")[0].strip().lower()
    return not kind or kind in words("sources", "documents")


def _media_type(record: "WarcRecord") -> str | None:
    headers = record.http_headers if record.is_http else record.headers
    return as_line(headers.get("Content-Type"))


def _found(record: "WarcRecord", part: Part) -> Found:
    address = record.headers.get("WARC-Target-URI") or record.record_id or str(record.stream_pos)
    item = replace(
        part.within(address),
        media_type=_media_type(record),
        url=as_url(address),
        fetched_at=record.record_date,
    )
    data = _body(record, part.name)
    if len(data) > MAX_BYTES:
        reason = (
            f"{item.name} has more than {MAX_BYTES // 1_000_000} MB; cut it into smaller files."
        )
        return UnreadableItem(name=item.name, reason=reason)
    return replace(item, data=data)


def _body(record: "WarcRecord", name: str) -> bytes:
    """The document in a record, or its first bytes where it is too big."""
    size = min(record.content_length, MAX_BYTES + 1)
    data = record.reader.read(size)
    if len(data) < size:
        raise _broken(name, "in the middle of a record")
    if not record.is_http:
        return data
    headers = record.http_headers
    codings = headers.get("Content-Encoding"), headers.get("Transfer-Encoding")
    return uncoded(data, content=codings[0], transfer=codings[1], limit=MAX_BYTES + 1)


def _broken(name: str, why: str) -> UnreadableReportError:
    return UnreadableReportError(
        f"{name} breaks off ({why}); what came before was read, copy it again for the rest."
    )
