"""Zip archives, WACZ among them, and gzip: what is packed in them, never put on the disk."""

import gzip
import re
import stat
from collections.abc import Iterator
from typing import cast
from zipfile import BadZipFile, ZipExtFile, ZipFile, ZipInfo

from sayso.errors import UnreadableReportError
from sayso.intake.sources.part import Part
from sayso.lexicon import words
from sayso.records import UnreadableItem

__all__ = ["is_gzip", "is_zip", "packed_parts", "zipped_parts"]

_LOCKED = 1  # the bit of a member's flags
_DRIVE = re.compile(r"[A-Za-z]:")
_WARC = re.compile(r"archive/[^/]+\.warc(?:\.gz)?")


def is_gzip(head: bytes) -> bool:
    """Whether bytes that begin with `head` are packed with gzip."""
    return head.startswith(b"\x1f\x8b")


def is_zip(head: bytes) -> bool:
    """Whether bytes that begin with `head` are a zip archive, an empty one too."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def packed_parts(part: Part) -> Iterator[Part]:
    """The one part in gzip, or several joined, under the same name."""
    yield part.unpacked(part.item, gzip.GzipFile(fileobj=part.stream).read1)


def zipped_parts(part: Part) -> Iterator[Part | UnreadableItem]:
    """The members of a zip archive in its order; of a WACZ, its web archives.

    What begins with a dot is left out, as in folders.
    """
    try:
        archive = ZipFile(part.seekable())
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableReportError(
            f"{part.name} is a damaged zip archive ({error}); copy it again."
        ) from error
    with archive:
        for member in _wanted(archive, part.name):
            item = part.within(member.filename)
            try:
                packed = _opened(archive, member)
            except UnreadableReportError as error:
                yield UnreadableItem(name=item.name, reason=f"{item.name} {error}.")
                continue
            with packed:
                yield part.unpacked(item, packed.read1)


def _wanted(archive: ZipFile, name: str) -> list[ZipInfo]:
    members = [member for member in archive.infolist() if not member.filename.endswith("/")]
    names = {member.filename for member in members}
    if not words("sources", "office").isdisjoint(names):
        raise UnreadableReportError(f"{name} is an office file; save it as plain text or HTML.")
    if "datapackage.json" in names and any(map(_WARC.fullmatch, names)):
        return [member for member in members if _WARC.fullmatch(member.filename)]
    return [member for member in members if not _is_hidden(member.filename)]


def _is_hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return "__MACOSX" in parts or any(
        part.startswith(".") and part not in {".", ".."} for part in parts
    )


def _opened(archive: ZipFile, member: ZipInfo) -> ZipExtFile:
    """The member's stream, or an error that goes on from its name."""
    if _climbs(member.filename):
        raise UnreadableReportError("climbs out of its archive; no honest archive has such names")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise UnreadableReportError("is a link; name the file that it leads to")
    if member.flag_bits & _LOCKED:
        raise UnreadableReportError("is locked by a password; unpack the archive yourself")
    try:
        return cast("ZipExtFile", archive.open(member))
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableReportError(
            f"cannot be unpacked ({error}); unpack the archive yourself"
        ) from error


def _climbs(name: str) -> bool:
    path = name.replace("\\", "/")
    return path.startswith("/") or ".." in path.split("/") or _DRIVE.match(path) is not None
