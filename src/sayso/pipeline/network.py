"""Pages from the network, for whoever asks for some."""

import datetime
from collections.abc import Callable
from typing import TYPE_CHECKING

from sayso.records import Item

if TYPE_CHECKING:
    from sayso.intake.fetch.fetcher import Fetcher

__all__ = ["fetcher", "fetching"]


def fetching(
    *, clock: Callable[[], datetime.datetime], wait: Callable[[float], None]
) -> Callable[[str], Item]:
    """What fetches pages, politely; `clock` tells the time, `wait` waits so many seconds."""
    return fetcher(clock=clock, wait=wait).fetch


def fetcher(*, clock: Callable[[], datetime.datetime], wait: Callable[[float], None]) -> "Fetcher":
    """The same, which can also ask whether a page has changed."""
    from sayso.intake.fetch.fetcher import Fetcher

    return Fetcher(clock=clock, wait=wait)
