"""Bodies of HTTP answers without the codings they travelled in."""

import io
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from fastwarc.stream_io import WarcReader

__all__ = ["uncoded"]

_Reader = Callable[["BinaryIO | WarcReader"], "WarcReader"]


def uncoded(body: bytes, *, content: str | None, transfer: str | None = None, limit: int) -> bytes:
    """Up to `limit` bytes of what `body` is in those content and transfer codings.

    A body that is not what its headers say, as archives often keep it, comes back as it is.

    >>> import gzip
    >>> uncoded(gzip.compress(b"Ships wait."), content="gzip", limit=5)
    b'Ships'
    >>> uncoded(b"Ships wait.", content="gzip", limit=20)
    b'Ships wait.'
    """
    stream: BinaryIO | WarcReader = io.BytesIO(body)
    readers = _readers()
    try:
        for coding in (*_names(transfer), *_names(content)):
            stream = readers[coding](stream)
        return stream.read(limit)
    except (OSError, KeyError):
        return body[:limit]


def _names(codings: str | None) -> list[str]:
    """The codings of a header, last applied first."""
    names = [name.strip().lower() for name in (codings or "").split(",")]
    return [name for name in reversed(names) if name not in {"", "identity"}]


def _readers() -> dict[str, _Reader]:
    from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader

    return {
        "br": BrotliReader,
        "chunked": ChunkedReader,
        "deflate": partial(GzipReader, zlib=True),
        "gzip": GzipReader,
        "x-gzip": GzipReader,
        "zstd": ZstdReader,
    }
