"""Streams that count what comes out of them, so that no archive unpacks without end."""

import io
import lzma
import zlib
from collections.abc import Callable
from zipfile import BadZipFile

from sayso.errors import UnreadableReportError

__all__ = ["Allowance", "Read", "unpack"]

# Bytes unpacked for each packed one. News pages in gzip come to 4-12, the same page over and over
# to 150; deflate can do 1,032, and bombs go near it.
_RATIO = 200
_FREE = 100_000_000  # bytes that any archive may unpack to, however small it is
_BUFFER = 65_536
# What broken archives make the libraries raise, found with 300,000 damaged ones.
_FAULTS = (
    BadZipFile, EOFError, NotImplementedError, OSError, RuntimeError, ValueError,
    lzma.LZMAError, zlib.error,
)  # fmt: skip


Read = Callable[[int], bytes]
"""Gives up to so many bytes at a time, none at the end."""


class Allowance:
    """How much may still come out of one archive, the archives in it included."""

    def __init__(self, *, packed: int) -> None:
        """For an archive of `packed` bytes, 0 where nobody knows."""
        self._whole = self._left = max(_FREE, _RATIO * packed)

    @property
    def spent(self) -> bool:
        """Whether too much came out already."""
        return self._left < 0

    def take(self, size: int, *, name: str) -> None:
        """Use `size` bytes; UnreadableReportError where `name` then has unpacked to too many."""
        self._left -= size
        if self.spent:
            raise UnreadableReportError(
                f"{name} unpacks to more than {self._whole // 1_000_000:,} MB, as bombs do; "
                "unpack it yourself if you trust it."
            )


def unpack(read: Read, *, name: str, allowance: Allowance | None = None) -> io.BufferedReader:
    """What `read` gives, as a stream that raises UnreadableReportError where it is broken.

    Without an allowance, as for standard input itself, it may go on without end.
    """
    return io.BufferedReader(_Unpacked(read, name, allowance), _BUFFER)


class _Unpacked(io.RawIOBase):
    def __init__(self, read: Read, name: str, allowance: Allowance | None) -> None:
        self._read = read
        self._name = name
        self._allowance = allowance
        self._position = 0
        self._fault: Exception | None = None

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position  # fastwarc asks, also where one cannot go back

    def readinto(self, buffer: "memoryview", /) -> int:  # type: ignore[override] # as io calls it
        """Fill all of `buffer` where there is enough: who looks ahead wants to see it full."""
        size = 0
        while size < len(buffer) and (piece := self._piece(len(buffer) - size)):
            buffer[size : size + len(piece)] = piece
            size += len(piece)
        if self._fault and not size:  # only after what came before the broken place is read
            raise UnreadableReportError(
                f"{self._name} is damaged or cut off ({self._fault}); "
                "what came before was read, copy it again for the rest."
            ) from self._fault
        self._position += size
        if self._allowance:
            self._allowance.take(size, name=self._name)
        return size

    def _piece(self, size: int) -> bytes:
        try:
            return b"" if self._fault else self._read(size)
        except _FAULTS as error:
            self._fault = error
            return b""
