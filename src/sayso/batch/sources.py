"""The files that a batch reads: what is named, and what lists of names hold."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from sayso.intake import MAX_BYTES, find_files, is_pattern, load_file
from sayso.records import UnreadableItem

__all__ = ["each_file", "listed"]

_LIST = "@"


def listed(sources: Iterable[str]) -> Iterator[str]:
    """The sources, with the lines of the file NAME in place of `@NAME`.

    UnreadableReportError where there is no such list.
    """
    for source in sources:
        if source.startswith(_LIST):
            lines = load_file(Path(source[1:]), limit=MAX_BYTES).decode("utf-8", "replace")
            yield from filter(None, map(str.strip, lines.splitlines()))
        else:
            yield source


def each_file(sources: Iterable[str]) -> Iterator[str]:
    """The files that local folders and patterns hold, one by one; all else as it is named."""
    for source in sources:
        if "://" in source or not (Path(source).is_dir() or is_pattern(source)):
            yield source
        else:
            for found in find_files(source):
                yield found.name if isinstance(found, UnreadableItem) else str(found)
