"""Stretches of the calendar, each with its TIMEX3 value.

A stretch that leaves the years 1 to 9999 is None, as is any day that does not exist.
"""

import datetime
from dataclasses import dataclass

from sayso.lexicon import table

__all__ = [
    "Period",
    "day_of",
    "half_of",
    "month_of",
    "quarter_of",
    "season_of",
    "third",
    "week_of",
    "years_of",
]

_SEASONS: dict[str, int] = {
    row["code"]: row["month"] for row in table("calendar")["seasons"].values()
}
_DAY = datetime.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of the calendar: its TIMEX3 value, its first and its last day."""

    value: str
    first: datetime.date
    last: datetime.date


def day_of(year: int, month: int, day: int) -> Period | None:
    """One day.

    >>> day_of(2024, 2, 30) is None
    True
    """
    try:
        date = datetime.date(year, month, day)
    except (ValueError, OverflowError):
        return None
    return Period(value=date.isoformat(), first=date, last=date)


def week_of(day: datetime.date) -> Period | None:
    """The week from Monday to Sunday around a day, numbered as ISO 8601 does.

    >>> week_of(datetime.date(2024, 11, 1)).value
    '2024-W44'
    """
    year, week, weekday = day.isocalendar()
    try:
        first = day - (weekday - 1) * _DAY
        return Period(value=f"{year:04}-W{week:02}", first=first, last=first + 6 * _DAY)
    except OverflowError:
        return None


def month_of(year: int, month: int) -> Period | None:
    """One month."""
    return _months(year, month, 1, value=f"{year:04}-{month:02}")


def quarter_of(year: int, quarter: int) -> Period | None:
    """One quarter of a calendar year."""
    return _months(year, quarter * 3 - 2, 3, value=f"{year:04}-Q{quarter}")


def half_of(year: int, half: int) -> Period | None:
    """One half of a calendar year."""
    return _months(year, half * 6 - 5, 6, value=f"{year:04}-H{half}")


def season_of(year: int, code: str) -> Period | None:
    """One season, whole months; a winter begins in the year that names it.

    >>> season_of(2023, "WI").last.isoformat()
    '2024-02-29'
    """
    return _months(year, _SEASONS[code], 3, value=f"{year:04}-{code}")


def years_of(year: int, count: int) -> Period | None:
    """The year, decade, century or millennium around a year: the 1960s are 196.

    >>> years_of(1969, 10).value
    '196'
    """
    number = year // count
    value = f"{number:0{5 - len(str(count))}}"
    try:
        first = datetime.date(max(number * count, 1), 1, 1)
        last = datetime.date(number * count + count - 1, 12, 31)
    except (ValueError, OverflowError):
        return None
    return Period(value=value, first=first, last=last) if year > 0 else None


def third(period: Period, portion: str) -> tuple[datetime.date, datetime.date]:
    """The first, middle or last third of a stretch (START, MID, END), of years in whole months.

    >>> [day.isoformat() for day in third(years_of(2024, 1), "END")]
    ['2024-09-01', '2024-12-31']
    """
    length = period.last - period.first + _DAY
    one = _rounded(period.first + length / 3, length.days)
    two = _rounded(period.first + length * 2 / 3, length.days)
    if portion == "START":
        return period.first, max(period.first, one - _DAY)
    return (two, period.last) if portion == "END" else (one, max(one, two - _DAY))


def _rounded(day: datetime.date, length: int) -> datetime.date:
    """The nearest beginning of a year in stretches of decades, of a month in those of years."""
    if length > 3000:
        return datetime.date(day.year + (day.month > 6), 1, 1)
    if length > 300:
        return (day + 15 * _DAY).replace(day=1)
    return day


def _months(year: int, month: int, count: int, *, value: str) -> Period | None:
    """The `count` months from a month of a year; the last may lie in the next."""
    end = month + count
    try:
        first = datetime.date(year, month, 1)
        after = datetime.date(year + (end - 1) // 12, (end - 1) % 12 + 1, 1)
        return Period(value=value, first=first, last=after - _DAY)
    except (ValueError, OverflowError):
        return None
