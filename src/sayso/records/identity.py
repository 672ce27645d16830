"""Ids that derive from content, so that reading the same thing twice gives the same ids."""

from hashlib import blake2b

from sayso.records.text import Span

__all__ = ["mention_id", "text_id"]


def text_id(text: str) -> str:
    """The id of a text: 16 hex digits of its BLAKE2b hash (RFC 7693).

    >>> text_id("Never said.")
    '98b9cb92dc3d5385'
    """
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def mention_id(text: str, kind: str, *spans: Span) -> str:
    """The id of a mention: its text's id, a letter for its kind, and where it stands.

    >>> mention_id("98b9cb92dc3d5385", "s", Span(0, 5), Span(9, 11))
    '98b9cb92dc3d5385.s0-5+9-11'
    """
    return f"{text}.{kind}" + "+".join([f"{start}-{end}" for start, end in spans])
