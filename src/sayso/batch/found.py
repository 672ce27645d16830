"""What became of one document of a batch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import blake2b
from typing import Any

from sayso.records import Item

__all__ = ["Found", "Row", "State", "document_id"]

Row = Mapping[str, Any]
"""One row of a table, by the names of its columns."""


class State(StrEnum):
    """Read now, there already, or impossible to read."""

    READ = "read"
    SAME = "same"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A document of a batch: its rows by table where it was read, else why it was not.

    `name` is where it was found, `document` the id of its content.
    """

    name: str
    document: str | None = None
    tables: Mapping[str, Sequence[Row]] | None = field(default=None, repr=False)
    failure: str | None = None

    @property
    def state(self) -> State:
        """What became of it."""
        if self.failure is not None:
            return State.FAILED
        return State.SAME if self.tables is None else State.READ


def document_id(item: Item) -> str:
    """32 hex digits of BLAKE2b over all that a reading depends on; the name is no part of it.

    >>> one, two = (Item(name=name, data=b"Ships wait.") for name in ("a.txt", "b.txt"))
    >>> document_id(one) == document_id(two)
    True
    >>> document_id(one) == document_id(Item(name="a.txt", data=b"Ships wait.", outlet="Courier"))
    False
    """
    stated = (item.media_type, item.title, item.outlet, item.url, item.published)
    digest = blake2b(repr(stated).encode("utf-8", "replace"), digest_size=16)
    digest.update(item.data)
    return digest.hexdigest()
