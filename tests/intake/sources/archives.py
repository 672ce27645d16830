"""Archives for the tests, written by other people's libraries."""

import gzip
import io
import zipfile
from collections.abc import Mapping

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

__all__ = ["PAGE", "warc_bytes", "zip_bytes"]

PAGE = b"<html><h1>Ships wait</h1><p>Around 300 ships are waiting, the minister said.</p></html>"


class _Writer(WARCWriter):  # type: ignore[misc] # without types
    """Keeps in memory what warcio puts in temporary files that it never closes."""

    @staticmethod
    def _create_temp_file() -> io.BytesIO:
        return io.BytesIO()


def zip_bytes(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of members by name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def warc_bytes(
    pages: Mapping[str, bytes],
    *,
    packed: bool = False,
    media_type: str = "text/html; charset=utf-8",
    status: str = "200 OK",
    coding: str | None = None,
) -> bytes:
    """A web archive of what servers gave for addresses on 2024-11-02, `packed` record by record."""
    out = io.BytesIO()
    writer = _Writer(out, gzip=packed)
    writer.write_record(writer.create_warcinfo_record("test.warc", {"software": "tests"}))
    for address, page in pages.items():
        headers = [("Content-Type", media_type)]
        headers += [("Content-Encoding", coding)] if coding else []
        record = writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(gzip.compress(page) if coding == "gzip" else page),
            http_headers=StatusAndHeaders(status, headers, protocol="HTTP/1.1"),
            warc_headers_dict={"WARC-Date": "2024-11-02T10:00:00Z"},
        )
        writer.write_record(record)
    return out.getvalue()
