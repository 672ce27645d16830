"""What the entries of a feed become, whatever kind of feed it is."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from sayso.errors import SaysoError
from sayso.intake.sources.part import Found, Part
from sayso.records import Item, UnreadableItem

__all__ = ["Entry", "Fetch", "Following", "entry_items"]

Fetch = Callable[[str], Item]
"""Gets what is behind an address; UnreadableReportError where it cannot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry of a feed; `text` is as the feed has it, of the kind `media_type`."""

    id: str
    text: str
    media_type: str
    title: str | None
    outlet: str | None
    url: str | None
    published: datetime.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Following:
    """How the pages are had that entries lead to: none without `fetch`, else those `wanted`."""

    fetch: Fetch | None
    wanted: Callable[[str], bool]


def entry_items(part: Part, entries: Iterable[Entry], following: Following) -> Iterator[Found]:
    """The entries as documents, or the pages that they lead to.

    Such a page says best itself what it is called; its day is the entry's, who knows that better.
    """
    for entry in entries:
        if following.fetch is None or entry.url is None or following.wanted(entry.url):
            yield _item(part, entry, following.fetch)


def _item(part: Part, entry: Entry, fetch: Fetch | None) -> Found:
    item = part.within(entry.id)
    if fetch and entry.url:
        try:
            return replace(fetch(entry.url), name=item.name, published=entry.published)
        except SaysoError as error:
            return UnreadableItem(name=item.name, reason=str(error))
    if not entry.text.strip():
        reason = f"{item.name} is only a headline; add the page it leads to, {entry.url or ''}."
        return UnreadableItem(name=item.name, reason=reason)
    return replace(
        item,
        data=entry.text.encode("utf-8", "replace"),
        media_type=f"{entry.media_type}; charset=utf-8",
        title=entry.title,
        outlet=entry.outlet,
        url=entry.url,
        published=entry.published,
    )
