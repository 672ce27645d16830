"""Whatever is named on the command line, as one stream of documents."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from sayso.errors import SaysoError, UnreadableReportError
from sayso.intake.files import open_file, read_whole
from sayso.intake.sources.folders import find_files, is_pattern
from sayso.records import Item, UnreadableItem

__all__ = ["find_items"]

_STDIN = "standard input"


def find_items(
    sources: Iterable[str], *, stdin: BinaryIO | None = None
) -> Iterator[Item | UnreadableItem]:
    """Every document in `sources`, one in memory at a time, and in its place what is none.

    A source is a file, a folder, a pattern such as `reports/*.html`, or `-` for `stdin`.
    """
    for source in sources:
        if source == "-":
            yield _read(stdin, _STDIN)
        elif Path(source).is_dir() or (is_pattern(source) and not Path(source).exists()):
            yield from _read_files(source)
        else:
            yield _read_file(Path(source))


def _read_files(source: str) -> Iterator[Item | UnreadableItem]:
    empty = True
    for path in find_files(source):
        empty = False
        yield path if isinstance(path, UnreadableItem) else _read_file(path)
    if empty:
        yield UnreadableItem(name=source, reason=f"{source} holds no files; check its name.")


def _read_file(path: Path) -> Item | UnreadableItem:
    try:
        with open_file(path) as file:
            return _read(file, str(path))
    except SaysoError as error:
        return UnreadableItem(name=str(path), reason=str(error))


def _read(stream: BinaryIO | None, name: str) -> Item | UnreadableItem:
    try:
        if stream is None:
            raise UnreadableReportError("There is no standard input here; name a file instead.")
        return Item(name=name, data=read_whole(stream, name=name))
    except SaysoError as error:
        return UnreadableItem(name=name, reason=str(error))
