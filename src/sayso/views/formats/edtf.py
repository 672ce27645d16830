"""Days as EDTF strings (ISO 8601-2, Library of Congress 2019)."""

import datetime

__all__ = ["edtf_of"]

_DECEMBER = 12


def edtf_of(
    earliest: datetime.date | None, latest: datetime.date | None, *, approximate: bool = False
) -> str | None:
    """One day, month or year; one day of several, in brackets; an interval where an end is open.

    >>> day = datetime.date(2024, 11, 1)
    >>> edtf_of(day, day), edtf_of(day, datetime.date(2024, 11, 30)), edtf_of(None, day)
    ('2024-11-01', '2024-11', '../2024-11-01')
    >>> edtf_of(day, datetime.date(2024, 11, 7), approximate=True)
    '[2024-11-01..2024-11-07]'
    """
    first, last = _day(earliest), _day(latest)
    if first is None or last is None:
        return f"{first or '..'}/{last or '..'}" if first or last else None
    whole = _whole(first, last)
    if whole is None:
        return f"[{first}..{last}]"
    return whole + "~" * approximate


def _day(moment: datetime.date | None) -> datetime.date | None:
    """The day of a moment: sets and intervals are of days, whatever hour is known."""
    return moment.date() if isinstance(moment, datetime.datetime) else moment


def _whole(first: datetime.date, last: datetime.date) -> str | None:
    """The one day, month or year from the first to the last, where it is just that."""
    if first == last:
        return str(first)
    if first.day != 1 or not _ends_month(last) or first.year != last.year:
        return None
    if first.month == last.month:
        return first.isoformat()[:7]
    whole_year = first.month == 1 and last.month == _DECEMBER
    return first.isoformat()[:4] if whole_year else None


def _ends_month(day: datetime.date) -> bool:
    return day == datetime.date.max or (day + datetime.timedelta(days=1)).day == 1
