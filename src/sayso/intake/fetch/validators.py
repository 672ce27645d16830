"""What a server gives to ask by whether a page has changed since (RFC 9110, section 13)."""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["Validators"]

_LONGEST = 1_000  # characters; entity tags are hashes and versions, of some dozens


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """The entity tag of a page, and when it was last changed, as its server writes them."""

    etag: str | None = None
    modified: str | None = None

    @classmethod
    def of(cls, headers: Mapping[str, str]) -> "Validators":
        """Those among the headers of an answer, whose names are in small letters."""
        given = (headers.get(name, "") for name in ("etag", "last-modified"))
        etag, modified = (value if 0 < len(value) <= _LONGEST else None for value in given)
        return cls(etag=etag, modified=modified)

    @property
    def headers(self) -> dict[str, str]:
        """What to send along to be answered only where the page has changed.

        >>> Validators(etag='"7"').headers
        {'If-None-Match': '"7"'}
        """
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}
