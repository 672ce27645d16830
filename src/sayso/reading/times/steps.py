"""Steps from a day to other days and stretches of the calendar; None beyond it."""

import datetime
import math
from collections.abc import Callable
from decimal import Decimal

from sayso.reading.times.periods import (
    Period,
    day_of,
    month_of,
    quarter_of,
    week_of,
    years_of,
)

__all__ = ["as_day", "day_moved", "days_after", "period_after", "weekday_near"]

_YEARS = {"year": 1, "decade": 10, "century": 100, "millennium": 1000}
_MONTHS = {"month": 1, "quarter": 3, **{unit: 12 * years for unit, years in _YEARS.items()}}
_DAYS = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7}
_SECONDS = {"second": 1, "minute": 60, "hour": 3600}
# More days or years than any calendar has.
_FAR = 10_000_000


def as_day(moment: datetime.date | None) -> datetime.date | None:
    """The day of a moment."""
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def days_after(day: datetime.date, count: int) -> datetime.date | None:
    """The day `count` days after `day`."""
    try:
        return day + datetime.timedelta(days=count)
    except OverflowError:
        return None


def weekday_near(day: datetime.date, weekday: int, direction: int) -> datetime.date | None:
    """The first such weekday (1 is Monday) after `day`, or the last one up to and with it.

    >>> weekday_near(datetime.date(2024, 11, 1), 4, -1).isoformat()
    '2024-10-31'
    """
    if direction > 0:
        return days_after(day, (weekday - day.isoweekday() - 1) % 7 + 1)
    return days_after(day, -((day.isoweekday() - weekday) % 7))


def period_after(unit: str, day: datetime.date, count: int) -> Period | None:
    """The `count`-th day, week, month ... after the one around `day` (before it where negative).

    >>> period_after("week", datetime.date(2024, 11, 1), -1).value
    '2024-W43'
    """
    step = _STEPS.get(unit)
    return step(day, max(-_FAR, min(_FAR, count))) if step else None


def day_moved(day: datetime.date, unit: str, count: Decimal) -> datetime.date | None:
    """The day `count` units after `day`; hours are rounded up to days.

    >>> day_moved(datetime.date(2024, 3, 31), "month", Decimal(-1)).isoformat()
    '2024-02-29'
    """
    count = max(Decimal(-_FAR), min(Decimal(_FAR), count))
    if unit in _SECONDS:
        days = math.ceil(abs(count) * _SECONDS[unit] / 86400)
        return days_after(day, days if count > 0 else -days)
    if unit in _DAYS:
        return days_after(day, int(count * _DAYS[unit]))
    month = _month_after(day, int(count * _MONTHS[unit]))
    return month.first.replace(day=min(day.day, month.last.day)) if month else None


def _month_after(day: datetime.date, count: int) -> Period | None:
    months = day.year * 12 + day.month - 1 + count
    return month_of(months // 12, months % 12 + 1)


def _quarter_after(day: datetime.date, count: int) -> Period | None:
    quarters = day.year * 4 + (day.month - 1) // 3 + count
    return quarter_of(quarters // 4, quarters % 4 + 1)


def _day_after(day: datetime.date, count: int) -> Period | None:
    there = days_after(day, count)
    return day_of(there.year, there.month, there.day) if there else None


def _week_after(day: datetime.date, count: int) -> Period | None:
    there = days_after(day, 7 * count)
    return week_of(there) if there else None


def _weekend_after(day: datetime.date, count: int) -> Period | None:
    week = _week_after(day, count)
    saturday = days_after(week.first, 5) if week else None
    if week is None or saturday is None:
        return None
    return Period(value=f"{week.value}-WE", first=saturday, last=week.last)


def _years_after(size: int) -> Callable[[datetime.date, int], Period | None]:
    return lambda day, count: years_of(day.year + size * count, size)


_STEPS: dict[str, Callable[[datetime.date, int], Period | None]] = {
    "day": _day_after,
    "week": _week_after,
    "fortnight": lambda day, count: _week_after(day, 2 * count),
    "weekend": _weekend_after,
    "month": _month_after,
    "quarter": _quarter_after,
    **{unit: _years_after(size) for unit, size in _YEARS.items()},
}
