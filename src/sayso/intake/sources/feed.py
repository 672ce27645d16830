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
from sayso.intake.sources.entries import Entry, Fetch, entry_item
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


def feed_items(part: Part, fetch: Fetch | None) -> Iterator[Found]:
    """The entries of a feed, or with `fetch` the pages they lead to.

    UnreadableReportError for a feed with entities of its own, which can unfold to gigabytes.
    """
    text = decode(read_whole(part.stream, name=part.name), name=part.name).text
    if "<!ENTITY" in text:
        raise UnreadableReportError(
            f"{part.name} declares entities, as bombs do and feeds need not; "
            "delete its <!ENTITY> lines if you trust it."
        )
    feed = _parsed(text)
    if not feed.entries:
        raise UnreadableReportError(f"{part.name} is a feed without entries; get it again later.")
    for number, entry in enumerate(feed.entries, 1):
        yield entry_item(part, _entry(entry, feed, number), fetch)


def _parsed(text: str) -> Any:
    import feedparser

    return feedparser.parse(
        io.BytesIO(_DECLARATION.sub("", text, count=1).encode("utf-8", "replace")),
        response_headers={"content-type": "application/xml; charset=utf-8"},
        resolve_relative_uris=False,
        sanitize_html=False,  # nothing of it is ever shown as HTML
    )


def _entry(entry: Any, feed: Any, number: int) -> Entry:
    body = next(iter(entry.get("content", ())), None) or entry.get("summary_detail") or {}
    url = as_url(entry.get("link"))
    return Entry(
        id=as_line(entry.get("id")) or url or str(number),
        text=body.get("value") or "",
        media_type=body.get("type") or "text/html",
        title=as_line(entry.get("title")),
        outlet=_outlet(entry, feed),
        url=url,
        published=_day(entry, feed),
    )


def _outlet(entry: Any, feed: Any) -> str | None:
    named = (entry.get("source", {}).get("title"), feed.feed.get("publisher"))
    return next(filter(None, map(as_line, (*named, feed.feed.get("title")))), None)


def _day(entry: Any, feed: Any) -> datetime.date | None:
    """The day as written there, whose hour may be another day's elsewhere.

    A later change is no publication, but in RSS `dc:date`, which says when, goes by that name.
    """
    names = ("published", "updated") if feed.version.startswith("rss") else ("published",)
    for name in names:
        if name in entry:
            parsed = entry.get(f"{name}_parsed")
            return read_day(entry[name]) or (datetime.date(*parsed[:3]) if parsed else None)
    return None
