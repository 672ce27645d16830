"""Whatever is named on the command line, as one stream of documents."""

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from sayso.errors import SaysoError
from sayso.intake.fetch.storage import is_stored, stored_files
from sayso.intake.files import file_size, open_file
from sayso.intake.metadata import as_url
from sayso.intake.sources.entries import Fetch
from sayso.intake.sources.folders import find_files, is_pattern
from sayso.intake.sources.opening import open_part
from sayso.intake.sources.options import Options
from sayso.intake.sources.part import Found, Part, open_bytes
from sayso.intake.sources.unpacking import Allowance, unpack
from sayso.records import Item, UnreadableItem

__all__ = ["find_items", "items_in"]

_STDIN = "standard input"
_PLAIN = Options()


def find_items(
    sources: Iterable[str],
    *,
    stdin: BinaryIO | None = None,
    fetch: Fetch | None = None,
    options: Options = _PLAIN,
) -> Iterator[Found]:
    """Every document in `sources`, one in memory at a time, and in its place what is none.

    A source is a file, a folder, a pattern such as `reports/*.html`, `-` for `stdin`, or an
    address for `fetch`. What a file holds shows in its bytes: gzip, zip, WARC and WACZ, feeds,
    CSV, JSON and Parquet are opened; all else is one document.
    """
    open_found = partial(open_part, options=options, fetch=fetch)
    for source in sources:
        for part in _parts(source, stdin, fetch):
            yield from (part,) if isinstance(part, UnreadableItem) else open_found(part)


def items_in(item: Item) -> Iterator[Found]:
    """Every document in bytes that somebody hands over, which may be an archive, feed or table."""
    yield from open_part(open_bytes(item), options=_PLAIN, fetch=None)


def _parts(
    source: str, stdin: BinaryIO | None, fetch: Fetch | None
) -> Iterator[Part | UnreadableItem]:
    try:
        if source == "-" and stdin:
            yield _piped(stdin)
        elif fetch and as_url(source):
            yield open_bytes(fetch(source))
        elif is_stored(source):
            yield from _stored(source)
        elif _holds_files(source):
            yield from _files(source)
        else:
            yield from _file(Path(source))
    except SaysoError as error:
        yield UnreadableItem(name=source, reason=str(error))


def _piped(stdin: BinaryIO) -> Part:
    stream = unpack(stdin.read, name=_STDIN)
    return Part(item=Item(name=_STDIN, data=b""), stream=stream, allowance=Allowance(packed=0))


def _stored(source: str) -> Iterator[Part]:
    for name, file in stored_files(source):
        item = Item(name=name, data=b"")
        yield Part(item=item, stream=file, allowance=Allowance(packed=0))


def _holds_files(source: str) -> bool:
    path = Path(source)
    try:
        return bool(source) and (path.is_dir() or (is_pattern(source) and not path.exists()))
    except OSError:  # an impossible name, of which opening it tells
        return False


def _files(source: str) -> Iterator[Part | UnreadableItem]:
    empty = True
    for found in find_files(source):
        empty = False
        yield from (found,) if isinstance(found, UnreadableItem) else _file(found)
    if empty:
        yield UnreadableItem(name=source, reason=f"{source} holds no files; check its name.")


def _file(path: Path) -> Iterator[Part | UnreadableItem]:
    item = Item(name=str(path), data=b"")
    try:
        file = open_file(path)
    except SaysoError as error:
        yield UnreadableItem(name=item.name, reason=str(error))
        return
    with file:
        stream = file if file.seekable() else unpack(file.read, name=item.name)
        yield Part(item=item, stream=stream, allowance=Allowance(packed=file_size(file)))
