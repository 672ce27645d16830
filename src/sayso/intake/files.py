"""Files of the local disk, read whole or as they are asked for."""

import io
import os
import stat
from pathlib import Path
from typing import BinaryIO

from sayso.errors import UnreadableReportError

__all__ = ["MAX_BYTES", "file_size", "load_file", "open_file", "read_whole"]

MAX_BYTES = 20_000_000  # some three million words, 15 minutes and 3 GB by extrapolation
_MEGABYTE = 1_000_000
_BUFFER = 65_536  # bytes, all of which can be looked at before they are read


def load_file(path: Path, *, limit: int = MAX_BYTES) -> bytes:
    """All bytes of the file at `path`, or UnreadableReportError that says what to do instead."""
    with open_file(path) as file:
        return read_whole(file, name=str(path), limit=limit)


def open_file(path: Path) -> io.BufferedReader:
    """The file at `path`, to be closed by who asked; UnreadableReportError where there is none."""
    try:
        if path.is_dir():
            raise UnreadableReportError(f"{path} is a folder; name the files in it, e.g. {path}/*")
        return io.BufferedReader(path.open("rb", 0), _BUFFER)
    except FileNotFoundError as error:
        raise UnreadableReportError(f"There is no file {path}; check its name.") from error
    except (OSError, ValueError) as error:  # no right to read it, an impossible name
        raise _unopened(str(path), error) from error


def file_size(file: BinaryIO) -> int:
    """Bytes of a file on the disk; 0 where that cannot be told beforehand."""
    try:
        status = os.fstat(file.fileno())
    except (OSError, AttributeError):  # no file of the system's
        return 0
    return status.st_size if stat.S_ISREG(status.st_mode) else 0


def read_whole(file: BinaryIO, *, name: str, limit: int = MAX_BYTES) -> bytes:
    """What is left in `file`, which the error calls `name`; UnreadableReportError above `limit`."""
    if file_size(file) > limit:
        raise _too_big(name, file_size(file), limit)
    try:
        data = file.read(limit + 1)
    except OSError as error:  # a bad disk
        raise _unopened(name, error) from error
    if not data:
        raise UnreadableReportError(f"{name} is empty; save the page or text again.")
    if len(data) > limit:  # a pipe or device shows its size only in the reading
        raise _too_big(name, len(data), limit)
    return data


def _unopened(name: str, error: Exception) -> UnreadableReportError:
    why = error.strerror if isinstance(error, OSError) else error
    return UnreadableReportError(
        f"{name} cannot be opened ({why}); check that you may read it, or copy it elsewhere."
    )


def _too_big(name: str, size: int, limit: int) -> UnreadableReportError:
    return UnreadableReportError(
        f"{name} has {size / _MEGABYTE:,.1f} MB or more, and sayso reads files of up to "
        f"{limit / _MEGABYTE:,.1f} MB; cut it into smaller files."
    )
