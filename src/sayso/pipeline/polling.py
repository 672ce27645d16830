"""Feeds looked at again and again: what is new in one goes into the ledger."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from sayso.errors import BusyServerError, SaysoError, UnreadableReportError
from sayso.intake import Options, find_items
from sayso.ledger import FeedMark, Ledger
from sayso.pipeline.adding import Added, add_each
from sayso.pipeline.maker import Clock
from sayso.records import Item

if TYPE_CHECKING:
    from sayso.intake.fetch.fetcher import Fetcher

__all__ = ["Looking", "poll"]

_LONGEST = datetime.timedelta(days=1)  # between two tries of a feed that cannot be had


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """How feeds are looked at: every so often, with `follow` the pages too that entries lead to."""

    every: datetime.timedelta
    network: "Fetcher"
    clock: Clock
    follow: bool = False


def poll(
    ledger: Ledger, feed: str, mark: FeedMark, *, looking: Looking
) -> tuple[list[Added], FeedMark]:
    """What became of each document of a feed, by its address or path, and how it stands now.

    Nothing where it has not changed. One that cannot be had is looked at after twice the pause
    each time, at last once a day, and not before the moment its server names.
    """
    try:
        fresh, found = _changed(feed, mark, looking)
    except SaysoError as error:
        failures = mark.failures + 1
        told = [Added(name=feed, failure=str(error))]
        return told, replace(mark, failures=failures, next=_again(error, failures, looking))
    added, pages = [], mark.pages
    if found:
        followed = _Pages(known=frozenset(mark.pages), feed=found, looking=looking)
        added = [*_added(ledger, feed, followed)]
        pages = tuple(sorted(followed.there))
    return added, replace(fresh, pages=pages, next=looking.clock() + looking.every)


def _again(error: SaysoError, failures: int, looking: Looking) -> datetime.datetime:
    pause = min(looking.every * 2.0 ** min(failures, 16), _LONGEST)
    next_look = looking.clock() + pause
    return max(next_look, error.until) if isinstance(error, BusyServerError) else next_look


def _changed(feed: str, mark: FeedMark, looking: Looking) -> tuple[FeedMark, Item | None]:
    """How a feed can be asked for the next time, and what is there, None where as before."""
    if "://" not in feed:
        stamp = _stamp(Path(feed))
        same = stamp == mark.modified
        return FeedMark(modified=stamp), None if same else Item(name=feed, data=b"")
    from sayso.intake.fetch.validators import Validators

    known = Validators(etag=mark.etag, modified=mark.modified)
    fetched = looking.network.fetch_changed(feed, known)
    validators = fetched.validators
    return FeedMark(etag=validators.etag, modified=validators.modified), fetched.item


def _stamp(path: Path) -> str:
    try:
        found = path.stat()
    except OSError as error:
        raise UnreadableReportError(
            f"{path} cannot be read ({error.strerror}); check its name."
        ) from error
    return f"{found.st_mtime_ns} {found.st_size}"


def _added(ledger: Ledger, feed: str, pages: "_Pages") -> Iterator[Added]:
    options = Options(follow=pages.looking.follow, wanted=pages.wanted)
    items = find_items([feed], fetch=pages.fetch, options=options)
    return add_each(ledger, items, clock=pages.looking.clock)


class _Pages:
    """What a feed leads to: itself, which is here already, and the pages of its entries, once."""

    def __init__(self, *, known: frozenset[str], feed: Item, looking: Looking) -> None:
        self.looking = looking
        self.there: set[str] = set()
        self._known = known
        self._feed = feed

    def wanted(self, url: str) -> bool:
        """Whether the page is not there yet."""
        if url in self._known:
            self.there.add(url)
        return url not in self._known

    def fetch(self, url: str) -> Item:
        """The page; one that cannot be had is asked for again the next time."""
        if self._feed.name == url:
            return self._feed
        item = self.looking.network.fetch(url)
        self.there.add(url)
        return item
