"""Files in folders and those that a pattern fits."""

import glob
from collections.abc import Iterator
from pathlib import Path

from sayso.records import UnreadableItem

__all__ = ["find_files", "is_pattern"]


def is_pattern(name: str) -> bool:
    """Whether `name` is a pattern: `*` fits a part of a name, `**` folders, `?` a character.

    >>> is_pattern("reports/*.html"), is_pattern("report.html")
    (True, False)
    """
    return glob.has_magic(name)


def find_files(name: str) -> Iterator[Path | UnreadableItem]:
    """The files that a folder holds, at any depth, or that a pattern fits, in order of their names.

    What begins with a dot is left out. Links to folders are not followed, for they may lead in a
    circle. A folder that may not be looked into is told in its place.
    """
    if Path(name).is_dir():
        yield from _files_in(Path(name))
        return
    for found in sorted(glob.iglob(name, recursive=True)):  # noqa: PTH207 - takes absolute ones too
        yield from _files_in(Path(found)) if Path(found).is_dir() else (Path(found),)


def _files_in(folder: Path) -> Iterator[Path | UnreadableItem]:
    waiting = _listed(folder)
    while waiting:
        found = waiting.pop()
        if isinstance(found, UnreadableItem) or found.is_file():
            yield found
        elif found.is_dir() and not found.is_symlink():
            waiting += _listed(found)


def _listed(folder: Path) -> list[Path | UnreadableItem]:
    """What is in the folder itself, the first name last."""
    try:
        paths = [path for path in folder.iterdir() if not path.name.startswith(".")]
    except OSError as error:
        reason = f"{folder} cannot be looked into ({error.strerror}); check that you may read it."
        return [UnreadableItem(name=str(folder), reason=reason)]
    return [*sorted(paths, reverse=True)]
