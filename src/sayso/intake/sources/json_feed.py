"""JSON Feed (versions 1 and 1.1)."""

import json
import re
from collections.abc import Iterator
from typing import Any

from sayso.errors import UnreadableReportError
from sayso.intake.days import read_day
from sayso.intake.files import read_whole
from sayso.intake.metadata import as_line, as_url
from sayso.intake.sources.entries import Entry, Following, entry_items
from sayso.intake.sources.part import Found, Part

__all__ = ["is_json_feed", "json_feed_items"]

_OPENS = re.compile(
    rb'(?:\xef\xbb\xbf)?\s*+\{.*?"https:\\?/\\?/jsonfeed\.org\\?/version', re.DOTALL
)


def is_json_feed(head: bytes) -> bool:
    """Whether bytes that begin with `head` are a JSON Feed.

    >>> is_json_feed(b'{"version": "https://jsonfeed.org/version/1.1", "items": []}')
    True
    """
    return _OPENS.match(head) is not None


def json_feed_items(part: Part, following: Following) -> Iterator[Found]:
    """The entries of a feed, or the pages they lead to."""
    data = read_whole(part.stream, name=part.name)
    try:
        feed = json.loads(data)
        entries = [entry for entry in feed["items"] if isinstance(entry, dict)]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise UnreadableReportError(f"{part.name} is a damaged feed; get it again.") from error
    if not entries:
        raise UnreadableReportError(f"{part.name} is a feed without entries; get it again later.")
    documents = (_entry(entry, feed, number) for number, entry in enumerate(entries, 1))
    yield from entry_items(part, documents, following)


def _entry(entry: dict[str, Any], feed: dict[str, Any], number: int) -> Entry:
    url = as_url(_words(entry, "url") or _words(entry, "external_url"))
    html = _words(entry, "content_html")
    return Entry(
        id=as_line(_words(entry, "id")) or url or str(number),
        text=html or _words(entry, "content_text") or _words(entry, "summary"),
        media_type="text/html" if html else "text/plain",
        title=as_line(_words(entry, "title")),
        outlet=as_line(_words(feed, "title")),
        url=url,
        published=read_day(_words(entry, "date_published")),
    )


def _words(thing: dict[str, Any], key: str) -> str:
    value = thing.get(key)
    return value if isinstance(value, str) else ""
