"""Feeds in XML: RSS 0.9 to 2.0, RDF and Atom (RFC 4287)."""

import datetime
import io
import re
from collections.abc import Iterator
from typing import Any

from sayso.errors import UnreadableReportError
from sayso.intake.days import read_day
from sayso.intake.decoding import decode
from sayso.intake.files import read_whole
from sayso.intake.metadata import as_line, as_url
from sayso.intake.sources.entries import Entry, Following, entry_items
from sayso.intake.sources.part import Found, Part

__all__ = ["feed_items", "is_feed"]

# Before the first element: declarations, comments, a document type.
_OPENS = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?+(?:\s++|<\?(?>.*?\?>)|<!--(?>.*?-->)"
    rb"|<!DOCTYPE[^<>\[]{0,500}+(?:\[(?>.*?\]\s*+>)|>))*+<(?:rss|feed|rdf:RDF)[\s>]",
    re.DOTALL,
)
_DECLARATION = re.compile(r"\ufeff?\s*+<\?xml[^>]{0,500}\?>")


def is_feed(head: bytes) -> bool:
    """Whether bytes that begin with `head` are a feed in XML.

    >>> is_feed(b"<?xml version='1.0'?><rss version='2.0'>"), is_feed(b"<html><p>rss")
    (True, False)
    """
    return _OPENS.match(head.replace(b"\x00", b"")) is not None  # UTF-16 has zeros in between


def feed_items(part: Part, following: Following) -> Iterator[Found]:
    """The entries of a feed, or the pages they lead to.

    UnreadableReportError for a feed with entities of its own, which can unfold to gigabytes.
    """
    text = decode(read_whole(part.stream, name=part.name), name=part.name).text
    if "<!ENTITY" in text:
        raise UnreadableReportError(
            f"{part.name} declares entities, as bombs do and feeds need not; "
            "delete its <!ENTITY> lines if you trust it."
        )
    feed = _parsed(text, part.name)
    if not feed.entries:
        raise UnreadableReportError(f"{part.name} is a feed without entries; get it again later.")
    entries = (_entry(entry, feed, number) for number, entry in enumerate(feed.entries, 1))
    yield from entry_items(part, entries, following)


def _parsed(text: str, name: str) -> Any:
    import feedparser

    try:
        return feedparser.parse(
            io.BytesIO(_DECLARATION.sub("", text, count=1).encode("utf-8", "replace")),
            response_headers={"content-type": "application/xml; charset=utf-8"},
            resolve_relative_uris=False,
            sanitize_html=False,  # nothing of it is ever shown as HTML
        )
    except (AttributeError, LookupError, TypeError, ValueError) as error:  # it stumbles over some
        raise UnreadableReportError(f"{name} is a damaged feed; get it again.") from error


def _entry(entry: Any, feed: Any, number: int) -> Entry:
    content = entry.get("content")
    body = content[0] if isinstance(content, list) and content else entry.get("summary_detail")
    url = as_url(_words(entry, "link"))
    return Entry(
        id=as_line(_words(entry, "id")) or url or str(number),
        text=_words(body, "value"),
        media_type=_words(body, "type") or "text/html",
        title=as_line(_words(entry, "title")),
        outlet=_outlet(entry, feed),
        url=url,
        published=_day(entry, feed),
    )


def _words(thing: Any, key: str) -> str:
    """What `thing` holds under `key`; a broken feed may have anything there."""
    value = thing.get(key) if isinstance(thing, dict) else None
    return value if isinstance(value, str) else ""


def _outlet(entry: Any, feed: Any) -> str | None:
    named = (_words(entry.get("source"), "title"), _words(feed.feed, "publisher"))
    return next(filter(None, map(as_line, (*named, _words(feed.feed, "title")))), None)


def _day(entry: Any, feed: Any) -> datetime.date | None:
    """The day as written there, whose hour may be another day's elsewhere.

    A later change is no publication, but in RSS `dc:date`, which says when, goes by that name.
    """
    names = ("published", "updated") if feed.version.startswith("rss") else ("published",)
    name = next((name for name in names if name in entry), "")
    parsed = entry.get(f"{name}_parsed") if name else None
    return read_day(_words(entry, name)) or (datetime.date(*parsed[:3]) if parsed else None)
