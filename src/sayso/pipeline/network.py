"""Pages from the network, for whoever asks for some."""

import datetime
from collections.abc import Callable

from sayso.records import Item

__all__ = ["fetching"]


def fetching(
    *, clock: Callable[[], datetime.datetime], wait: Callable[[float], None]
) -> Callable[[str], Item]:
    """What fetches pages, politely; `clock` tells the time, `wait` waits so many seconds."""
    from sayso.intake.fetch.fetcher import Fetcher

    return Fetcher(clock=clock, wait=wait).fetch
