"""What is open at the moment: a file, a member of an archive, the bytes behind an address."""

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import BinaryIO

from sayso.errors import UnreadableReportError
from sayso.intake.files import MAX_BYTES, read_whole
from sayso.intake.sources.unpacking import Allowance, Read, unpack
from sayso.records import Item, UnreadableItem

__all__ = ["Found", "Part", "open_bytes"]

Found = Item | UnreadableItem

# Bytes of an archive or Parquet table that is itself packed or piped, and thus held in memory.
_LARGEST_HELD = 5 * MAX_BYTES
_DEEPEST = 3  # a WACZ in a zip is packed three deep: zip, WACZ, gzip


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stream at its beginning, and the document it is if it is one: `item` without its bytes.

    `allowance` is what may still be unpacked, `depth` in how many archives the part lies.
    """

    item: Item
    stream: io.BufferedReader
    allowance: Allowance
    depth: int = 0

    @property
    def name(self) -> str:
        """What the part is called in the stream of documents."""
        return self.item.name

    def within(self, member: object) -> Item:
        """The document that `member` of this part becomes, without its bytes.

        >>> open_bytes(Item(name="news.zip", data=b"")).within("a.html").name
        'news.zip!a.html'
        """
        return Item(name=f"{self.name}!{member}", data=b"", fetched_at=self.item.fetched_at)

    def unpacked(self, item: Item, read: Read) -> "Part":
        """A part packed in this one, as `read` gives it; UnreadableReportError if too deep."""
        if self.depth == _DEEPEST:
            raise UnreadableReportError(
                f"{item.name} is packed {_DEEPEST + 1} times over, as bombs are; unpack it."
            )
        stream = unpack(read, name=item.name, allowance=self.allowance)
        return Part(item=item, stream=stream, allowance=self.allowance, depth=self.depth + 1)

    def document(self) -> Iterator[Found]:
        """All of the part as one document."""
        yield replace(self.item, data=read_whole(self.stream, name=self.name))

    def seekable(self) -> BinaryIO:
        """The stream, or all of it in memory, so that one can go to and fro in it."""
        if self.stream.seekable():
            return self.stream
        return io.BytesIO(read_whole(self.stream, name=self.name, limit=_LARGEST_HELD))


def open_bytes(item: Item) -> Part:
    """The bytes of a document as a part, for they may hold others."""
    return Part(
        item=replace(item, data=b""),
        stream=io.BufferedReader(io.BytesIO(item.data)),
        allowance=Allowance(packed=len(item.data)),
    )
