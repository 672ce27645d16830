"""Where a watch stands: how far its feeds were read, and what it told already.

It lies in a small file of its own, for it changes at every look, and a ledger never changes.
"""

import datetime
import os
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from sayso.errors import LedgerError

__all__ = ["Bookmark", "FeedMark", "load_bookmark", "save_bookmark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedMark:
    """How one feed was found: what its server gave to ask by whether it has changed.

    A file has its size and time as `modified`. `pages` are the addresses of its entries whose
    pages were fetched, `failures` how often in a row it could not be had, `next` when to look.
    """

    etag: str | None = None
    modified: str | None = None
    pages: tuple[str, ...] = ()
    failures: int = 0
    next: datetime.datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """The last reading and rendering of a ledger that were told, and the last day that was due."""

    reading: int
    rendering: int
    due: datetime.date
    feeds: dict[str, FeedMark] = field(default_factory=dict)


def load_bookmark(path: Path) -> Bookmark | None:
    """The bookmark in a file, None where there is no file yet; LedgerError where it is none."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Bookmark)
    except FileNotFoundError:
        return None
    except (OSError, msgspec.DecodeError) as error:
        raise LedgerError(
            f"{path} is no bookmark of sayso watch ({error}); name another, or remove it to begin "
            "with what is published from now on."
        ) from error


def save_bookmark(path: Path, bookmark: Bookmark) -> None:
    """Put it in the file, whole or not at all; LedgerError where that cannot be written."""
    new = path.with_name(f"{path.name}.new")
    try:
        with new.open("wb") as file:
            file.write(msgspec.json.format(msgspec.json.encode(bookmark)))
            file.flush()
            os.fsync(file.fileno())
        new.replace(path)
    except OSError as error:
        raise LedgerError(
            f"{path} cannot be written ({error.strerror}); make room, or name another --bookmark."
        ) from error
