"""Days, months and years by the calendar: October 31, early June, 2024."""

from sayso.lexicon import table
from sayso.reading.times.choosing import choose, nearest_year, of_portion, shift_of, unresolved
from sayso.reading.times.found import Found, Meaning, Now, meaning_of
from sayso.reading.times.periods import Period, day_of, month_of, week_of, years_of
from sayso.reading.times.steps import as_day, period_after

__all__ = [
    "absolute",
    "calendar_day",
    "calendar_days",
    "calendar_month",
    "calendar_year",
    "calendar_years",
    "day_alone",
    "named_month",
    "stepped",
    "week_of_day",
    "weekday_day",
    "year_told",
]

_CALENDAR = table("calendar")
_MONTHS: dict[str, int] = {**_CALENDAR["months"], **_CALENDAR["month_abbreviations"]}


def calendar_day(found: Found, now: Now) -> Meaning:
    """October 31, 2024; without a year the one that the clause looks to."""
    month, day, year = _month(found), _day(found, "day"), year_told(found, now)
    if year is not None:
        return meaning_of(day_of(year, month, day), absolute(found, now).anchor) or Meaning()
    period = nearest_year(lambda at: day_of(at, month, day), found, now)
    value = f"XXXX-{month:02}-{day:02}" if day_of(2000, month, day) else None
    return meaning_of(period, now.anchor) or unresolved(value, now)


def calendar_days(found: Found, now: Now) -> Meaning:
    """October 28-30: a stretch of days."""
    month, day, year = _month(found), _day(found, "day"), year_told(found, now)
    if year is None:
        first = nearest_year(lambda at: day_of(at, month, day), found, now)
    else:
        first = day_of(year, month, day)
    end = day_of(first.first.year, month, _day(found, "last")) if first else None
    if first is None or end is None or end.first < first.first:
        return Meaning(type="DURATION")
    value = f"P{(end.first - first.first).days + 1}D"
    anchor = now.anchor if year is None else None
    return Meaning(type="DURATION", value=value, first=first.first, last=end.last, anchor=anchor)


def weekday_day(found: Found, now: Now) -> Meaning:
    """Thursday the 31st: the nearest month in which both agree."""
    weekday = _CALENDAR["weekdays"][found.word("weekday")]
    day = _day(found, "day")
    if now.day is None:
        return unresolved(f"XXXX-XX-{day:02}", now)
    months = [period_after("month", now.day, step) for step in range(-12, 13)]
    days = [day_of(m.first.year, m.first.month, day) for m in months if m]
    fitting = [period for period in days if period and period.first.isoweekday() == weekday]
    return meaning_of(choose(fitting, now), now.anchor) or unresolved(None, now)


def day_alone(found: Found, now: Now) -> Meaning:
    """On the 27th: the nearest month that the clause looks to."""
    day = _day(found, "day")
    if now.day is None:
        return unresolved(f"XXXX-XX-{day:02}", now)
    months = [period_after("month", now.day, step) for step in (-1, 0, 1)]
    days = [day_of(month.first.year, month.first.month, day) for month in months if month]
    return meaning_of(choose(days, now), now.anchor) or unresolved(None, now)


def week_of_day(found: Found, now: Now) -> Meaning:
    """The week of October 28."""
    day = as_day(now.inner.first) if now.inner else None
    week = week_of(day) if day else None
    return meaning_of(week, now.inner.anchor if now.inner else None) or unresolved(None, now)


def calendar_month(found: Found, now: Now) -> Meaning:
    """June 2024, early June."""
    month, year = _month(found), year_told(found, now)
    if year is not None:
        return of_portion(month_of(year, month), found, absolute(found, now))
    period = nearest_year(lambda at: month_of(at, month), found, now)
    if period is None:
        return unresolved(f"XXXX-{month:02}", now, of_portion(None, found, now).mod)
    return of_portion(period, found, now)


def named_month(found: Found, now: Now) -> Meaning:
    """Last October, next May: the one before or after the month of the words."""
    month, step = _month(found), shift_of(found.words("way")) or 0
    if now.day is None:
        return unresolved(f"XXXX-{month:02}", now)
    months = [month_of(now.day.year + at, month) for at in (-1, 0, 1)]
    return of_portion(stepped(months, step, now), found, now)


def calendar_year(found: Found, now: Now) -> Meaning:
    """2024, early 2024."""
    return of_portion(years_of(year_told(found, now) or 0, 1), found, absolute(found, now))


def calendar_years(found: Found, now: Now) -> Meaning:
    """2023-24: two years."""
    year, last = int(found.word("year")), int(found.word("last"))
    first, end = years_of(year, 1), years_of(year // 100 * 100 + last, 1)
    if first is None or end is None or end.first <= first.first:
        return meaning_of(first) or Meaning()
    value = f"P{end.first.year - first.first.year + 1}Y"
    return Meaning(type="DURATION", value=value, first=first.first, last=end.last)


def year_told(found: Found, now: Now) -> int | None:
    """The year that the words name (2024, '08), or tell from the day of the words (last year)."""
    short = found.word("short").strip("'’")
    if short:
        return int(short) + (1900 if int(short) >= 50 else 2000)
    if found.word("year"):
        turn = "until" in found.parts and _month(found) > _MONTHS[found.words("until")[0]]
        return int(found.word("year")) - turn
    step = shift_of(found.words("way")) if "way" in found.parts else None
    return now.day.year + step if now.day and step is not None else None


def absolute(found: Found, now: Now) -> Now:
    """The same without an anchor where the text itself names the year."""
    return now if "way" in found.parts else Now(day=now.day)


def stepped(periods: list[Period | None], step: int, now: Now) -> Period | None:
    """The last one over, the next to begin, or the one that is or is nearest."""
    known, day = [period for period in periods if period], now.day
    if day is None:
        return None
    if step < 0:
        return max((p for p in known if p.last < day), key=lambda p: p.first, default=None)
    if step > 0:
        return min((p for p in known if p.first > day), key=lambda p: p.first, default=None)
    return min(known, key=lambda p: abs((p.first - day).days + (p.last - day).days), default=None)


def _month(found: Found) -> int:
    return _MONTHS[found.words("month")[0]]


def _day(found: Found, part: str) -> int:
    return int(found.word(part).rstrip("strndh"))
