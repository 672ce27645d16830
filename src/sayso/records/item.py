"""Documents as they were found, before anything is read in them."""

import datetime
from dataclasses import dataclass, field
from hashlib import sha256

__all__ = ["Item", "UnreadableItem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One document: its bytes as they were found, and what its container says of it.

    `name` is the same at every run: a path, an address, or `CONTAINER!MEMBER`, where the member is
    a path within an archive, an address in a web archive, the id of a feed's entry or a row.
    `media_type` is as stated beside the document (`text/html; charset=utf-8`), `fetched_at` is
    when the bytes came from the network, by us or by who made the web archive.

    >>> Item(name="ships.txt", data=b"Ships wait.").sha256[:8]
    '64f76e45'
    """

    name: str
    data: bytes = field(repr=False)
    media_type: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: datetime.date | None = None
    fetched_at: datetime.datetime | None = None

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hex."""
        return sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnreadableItem:
    """What was to be a document and is none; `reason` is a sentence that says what to do."""

    name: str
    reason: str
