"""Absolute days in metadata."""

import datetime
import re

from sayso.lexicon import table

__all__ = ["read_day"]

_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>[0-9]{4})"
_FORMS = tuple(
    re.compile(rf"(?<![0-9]){form}(?![0-9])", re.IGNORECASE)
    for form in (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})-(?P<day>[0-9]{1,2})",
        r"(?P<year>[0-9]{4})/(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})",
        rf"{_DAY}\.?[ -](?:of )?{_MONTH},?[ -]{_YEAR}",
        rf"\b{_MONTH} {_DAY},? {_YEAR}",
        r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})",
        # With slashes the order is known only where one of the two can be no month.
        r"(?P<day>1[3-9]|2[0-9]|3[01])/(?P<month>[0-9]{1,2})/(?P<year>[0-9]{4})",
        r"(?P<month>[0-9]{1,2})/(?P<day>1[3-9]|2[0-9]|3[01])/(?P<year>[0-9]{4})",
    )
)
_LONGEST = 200


def read_day(words: str) -> datetime.date | None:
    """The day that `words` name in full, as written there, or None where they leave it open.

    >>> read_day("Thursday, Oct. 31, 2024 at 6:05 p.m."), read_day("03/04/2024")
    (datetime.date(2024, 10, 31), None)
    """
    line = " ".join(words[:_LONGEST].split())
    for form in _FORMS:
        if (found := form.search(line)) and (day := _day(found)):
            return day
    return None


def _day(found: re.Match[str]) -> datetime.date | None:
    month = found["month"].lower()
    named = table("calendar")["months"] | table("calendar")["month_abbreviations"]
    number = int(month) if month.isdigit() else named.get(month, 0)
    try:
        return datetime.date(int(found["year"]), number, int(found["day"]))
    except ValueError:
        return None
