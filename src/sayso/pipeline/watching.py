"""A watch over feeds: look, add, compare, tell, wait; and so on until somebody ends it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from sayso.ledger import Bookmark, FeedMark, Ledger
from sayso.pipeline.adding import Added
from sayso.pipeline.memory import give_back
from sayso.pipeline.noticing import Wanted, notices
from sayso.pipeline.polling import Looking, poll
from sayso.records import Notice

__all__ = ["Watch", "watch"]

_UNKNOWN = FeedMark()


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """What is watched, and who is told.

    `tell` says whether what it was given arrived; if not, it is told again at the next look.
    `keep` keeps the bookmark, `wait` waits so many seconds, with `once` there is one look only.
    """

    feeds: Sequence[str]
    wanted: Wanted
    looking: Looking
    tell: Callable[[Sequence[Notice]], bool]
    keep: Callable[[Bookmark], None]
    wait: Callable[[float], None]
    once: bool = False


def watch(ledger: Ledger, bookmark: Bookmark, what: Watch) -> Iterator[Added]:
    """Watch from the bookmark on; told of every document of the feeds that is new, or failed.

    What was told is marked after it was told: where the program is killed in between, it is told
    once more, under the same id, and never lost.
    """
    # Feeds that are no longer watched are forgotten: the bookmark stays small.
    marks = {feed: bookmark.feeds.get(feed, _UNKNOWN) for feed in what.feeds}
    while True:
        for feed in what.feeds:
            if what.once or _is_time(marks[feed], what):
                added, marks[feed] = poll(ledger, feed, marks[feed], looking=what.looking)
                yield from added
                bookmark = replace(bookmark, feeds={**marks})
                what.keep(bookmark)
        bookmark = _tell(ledger, bookmark, what)
        # Until the next look: else its pages fill memory little by little, 4 MB for 1,000 entries.
        ledger.rest()
        give_back()
        if what.once:
            return
        what.wait(_pause(marks, what))


def _is_time(mark: FeedMark, what: Watch) -> bool:
    return mark.next is None or mark.next <= what.looking.clock()


def _tell(ledger: Ledger, bookmark: Bookmark, what: Watch) -> Bookmark:
    """Tell what is new, as far as it arrives; the bookmark after that."""
    for found, after in notices(ledger, bookmark, what.wanted, clock=what.looking.clock):
        if found and not what.tell(found):
            break
        bookmark = after
        what.keep(bookmark)
    return bookmark


def _pause(marks: dict[str, FeedMark], what: Watch) -> float:
    """Seconds until the next feed is to be looked at; no longer than between two looks."""
    now = what.looking.clock()
    times = [(mark.next - now).total_seconds() for mark in marks.values() if mark.next]
    return min(max(0.0, min(times, default=0.0)), what.looking.every.total_seconds())
