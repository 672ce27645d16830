"""Files in storage that fsspec knows an address for: `s3://...`, `gs://...`, `hdfs://...`."""

import io
import re
from collections.abc import Iterator
from typing import Any

from sayso.errors import UnreadableReportError
from sayso.packages import needed

__all__ = ["is_stored", "stored_files"]

_ADDRESS = re.compile(r"(?!https?:)[A-Za-z][A-Za-z0-9+.-]{1,30}://")
_BUFFER = 65_536


def is_stored(name: str) -> bool:
    """Whether `name` is an address of storage, and neither a path nor a page.

    >>> is_stored("s3://news/2024"), is_stored("https://example.org"), is_stored("a/b.txt")
    (True, False, False)
    """
    return _ADDRESS.match(name) is not None


def stored_files(address: str) -> Iterator[tuple[str, io.BufferedReader]]:
    """The file there, or the files that a folder holds or a pattern fits, in order of names.

    UnreadableReportError where there is none, or none can be opened.
    """
    fsspec = needed("fsspec", extra="batch", what=address, error=UnreadableReportError)
    try:
        files, path = fsspec.url_to_fs(address)
        paths = [path] if files.isfile(path) else _found(files, path)
        for found in paths:
            with files.open(found, "rb") as file:
                yield files.unstrip_protocol(found), io.BufferedReader(file, _BUFFER)
    except (ImportError, OSError, ValueError) as error:
        raise UnreadableReportError(
            f"{address} cannot be opened ({error}); check the address and that you may read it."
        ) from error
    if not paths:
        raise UnreadableReportError(f"{address} holds no files; check the address.")


def _found(files: Any, path: str) -> list[str]:
    found = files.glob(path) if "*" in path else files.find(path)
    return sorted(one for one in found if files.isfile(one))
