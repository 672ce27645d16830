"""How long a server asks to be left alone (RFC 9110, section 10.2.3)."""

import datetime
from collections.abc import Mapping
from email.utils import parsedate_to_datetime

__all__ = ["rest_until"]

_LONGEST = datetime.timedelta(days=1)  # whatever a server asks for: a feed is looked at once a day
_MOST_DIGITS = 9


def rest_until(headers: Mapping[str, str], *, now: datetime.datetime) -> datetime.datetime | None:
    """The moment before which a server wants no request, None where it says nothing of that.

    The names of the headers are in small letters.

    >>> noon = datetime.datetime(2024, 11, 1, 12, tzinfo=datetime.UTC)
    >>> print(rest_until({"retry-after": "120"}, now=noon))
    2024-11-01 12:02:00+00:00
    >>> print(rest_until({"retry-after": "Fri, 01 Nov 2024 13:00:00 GMT"}, now=noon))
    2024-11-01 13:00:00+00:00
    """
    asked = headers.get("retry-after", "").strip()
    if asked.isascii() and asked.isdigit():
        seconds = int(asked) if len(asked) <= _MOST_DIGITS else _LONGEST.total_seconds()
        return now + min(datetime.timedelta(seconds=seconds), _LONGEST)
    try:
        moment = parsedate_to_datetime(asked)
    except (ValueError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=datetime.UTC)
    return min(max(aware, now), now + _LONGEST)
