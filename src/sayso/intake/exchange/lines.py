"""The rows of a JSON file: a line each, the members of a list, or the file as one object."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec

from sayso.errors import UnreadableReportError
from sayso.intake.files import MAX_BYTES, open_file, read_whole
from sayso.intake.sources.unpacking import unpack
from sayso.intake.sources.zipped import is_gzip

__all__ = ["find_rows"]

_LONGEST = 4 * MAX_BYTES  # a page of the largest size in Base64, and what was read in it


def find_rows(path: Path) -> Iterator[tuple[int, bytes]]:
    """The number of each row, from 1, and its bytes; UnreadableReportError where there is none.

    gzip is unpacked on the way.
    """
    with open_file(path) as file:
        stream: BinaryIO = file
        if is_gzip(file.peek(2)):
            stream = unpack(gzip.GzipFile(fileobj=file).read1, name=str(path))
        first = stream.readline(_LONGEST)
        if _is_row(first):
            yield 1, first
            yield from _lines(stream)
        else:
            rest = read_whole(stream, name=str(path), limit=_LONGEST) if first else b""
            yield from enumerate(_listed(first + rest, str(path)), 1)


def _is_row(line: bytes) -> bool:
    """Whether a line is an object by itself, or is none but ends as one would."""
    line = line.strip()
    return line.startswith(b"{") and line.endswith(b"}")


def _lines(stream: BinaryIO) -> Iterator[tuple[int, bytes]]:
    number = 1
    while line := stream.readline(_LONGEST):
        number += 1
        if line.strip():
            yield number, line


def _listed(data: bytes, name: str) -> list[bytes]:
    """An object over several lines, or the members of a list."""
    try:
        if data.lstrip().startswith(b"["):
            return [bytes(row) for row in msgspec.json.decode(data, type=list[msgspec.Raw])]
        json.loads(data)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise UnreadableReportError(
            f"{name} is no JSON that sayso can import ({error}); export it again."
        ) from error
    return [data]
