"""Moments as they are kept: in UTC, so that letters come in the order of time."""

import datetime

__all__ = ["moment"]


def moment(now: datetime.datetime) -> str:
    """A moment to the second.

    >>> moment(datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC))
    '2026-11-22T12:00:00+00:00'
    """
    return now.astimezone(datetime.UTC).isoformat(timespec="seconds")
