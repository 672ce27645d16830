"""Parts of years and more than years: quarters, halves, seasons, decades, weeks of a month."""

import datetime
from collections.abc import Callable

from sayso.lexicon import table
from sayso.reading.times.absolute import absolute, stepped, year_told
from sayso.reading.times.choosing import nearest_year, of_portion, shift_of, unresolved
from sayso.reading.times.counts import count_of, duration_value, nth_of
from sayso.reading.times.found import Found, Meaning, Now, meaning_of
from sayso.reading.times.periods import (
    Period,
    half_of,
    quarter_of,
    season_of,
    third,
    years_of,
)
from sayso.reading.times.steps import day_moved, days_after, period_after, weekday_near

__all__ = [
    "century",
    "decade",
    "fiscal_quarter",
    "fiscal_year",
    "half",
    "named_season",
    "nth_unit",
    "nth_weekday",
    "quarter",
    "season",
]

_CALENDAR = table("calendar")
_SEASONS: dict[str, str] = {word: row["code"] for word, row in _CALENDAR["seasons"].items()}
_DECADES: dict[str, int] = _CALENDAR["decade_words"]
_UNITS: dict[str, str] = {**_CALENDAR["units"], **_CALENDAR["unit_plurals"]}


def quarter(found: Found, now: Now) -> Meaning:
    """The third quarter, Q3 2024."""
    words = found.words("quarter")
    number = int(words[0].strip("q")) if len(words) == 1 else nth_of(words) or 0
    return _of_year(found, now, lambda year: quarter_of(year, 4 if number < 0 else number))


def season(found: Found, now: Now) -> Meaning:
    """Spring, the summer of 2023."""
    code = _SEASONS[found.word("season")]
    return _of_year(found, now, lambda year: season_of(year, code))


def _of_year(found: Found, now: Now, make: Callable[[int], Period | None]) -> Meaning:
    year = year_told(found, now)
    if year is not None:
        return of_portion(make(year), found, absolute(found, now))
    period, sample = nearest_year(make, found, now), make(2000)
    if period:
        return of_portion(period, found, now)
    value = f"XXXX{sample.value[4:]}" if sample else None
    return unresolved(value, now, of_portion(None, found, now).mod)


def named_season(found: Found, now: Now) -> Meaning:
    """Last summer: the one that is over; next summer: the one to begin."""
    code, step = _SEASONS[found.word("season")], shift_of(found.words("way")) or 0
    if now.day is None:
        return unresolved(f"XXXX-{code}", now)
    seasons = [season_of(now.day.year + at, code) for at in (-2, -1, 0, 1)]
    return of_portion(stepped(seasons, step, now), found, now)


def half(found: Found, now: Now) -> Meaning:
    """The first half of 2024 or of October."""
    latter = found.words("half")[0] in ("second", "latter", "h2", "2h")
    inner, whole = now.inner, _whole(now)
    if inner is None or whole is None:
        return unresolved(None, now)
    if len(whole.value) == 4 and whole.value.isdigit():
        return meaning_of(half_of(int(whole.value), 1 + latter), inner.anchor) or Meaning()
    middle = whole.first + (whole.last - whole.first) / 2
    return Meaning(
        value=whole.value,
        mod="END" if latter else "START",
        first=middle if latter else whole.first,
        last=whole.last if latter else middle,
        anchor=inner.anchor,
    )


def fiscal_year(found: Found, now: Now) -> Meaning:
    """Fiscal 2024: whose fiscal year is not told, so its days are not known."""
    short = found.word("short")
    return Meaning(value=f"FY{found.word('year') or found.word('fiscal') or '20' + short}")


def fiscal_quarter(found: Found, now: Now) -> Meaning:
    """The fiscal first quarter: whose is not told, so its days are not known."""
    return unresolved(None, now)


def decade(found: Found, now: Now) -> Meaning:
    """The 1990s, the nineties, the '00s."""
    digits = found.word("decade").strip("'’s") or f"{_DECADES[found.word('word')]}0"
    year = int(digits) if len(digits) == 4 else int(digits) + (1900 if int(digits) >= 20 else 2000)
    return of_portion(years_of(year, 10), found, Now(day=now.day))


def century(found: Found, now: Now) -> Meaning:
    """The 20th century."""
    nth = nth_of(found.words("nth")) or 0
    return of_portion(years_of(nth * 100 - 99, 100), found, Now(day=now.day))


def nth_unit(found: Found, now: Now) -> Meaning:
    """The last week of March, the first nine months of 2008."""
    nth, unit = nth_of(found.words("nth")) or 1, _UNITS[found.word("unit")]
    inner, whole = now.inner, _whole(now)
    if inner is None or whole is None:
        return unresolved(None, now)
    if found.word("unit") != unit:
        return _some_units(found, whole, latter=nth < 0)
    return meaning_of(_nth(whole, unit, nth), inner.anchor) or unresolved(None, now)


def nth_weekday(found: Found, now: Now) -> Meaning:
    """The first Tuesday in November."""
    nth, weekday = nth_of(found.words("nth")) or 1, _CALENDAR["weekdays"][found.word("weekday")]
    inner, whole = now.inner, _whole(now)
    if inner is None or whole is None:
        return unresolved(f"XXXX-WXX-{weekday}", now)
    if nth < 0:
        day = weekday_near(whole.last, weekday, -1)
    else:
        day = days_after(whole.first, (weekday - whole.first.isoweekday()) % 7 + 7 * (nth - 1))
    return meaning_of(period_after("day", day, 0) if day else None, inner.anchor) or Meaning()


def _some_units(found: Found, whole: Period, *, latter: bool) -> Meaning:
    """The first nine months of a year; a third of it where nobody said how many."""
    unit, count = _UNITS[found.word("unit")], count_of(found.words("count"))
    if count is None:
        mod = "END" if latter else "START"
        first, last = third(whole, mod)
        return Meaning(value=whole.value, mod=mod, first=first, last=last)
    near: datetime.date | None = whole.first
    far = day_moved(whole.first, unit, count)
    end = days_after(far, -1) if far else None
    if latter:
        after = days_after(whole.last, 1)
        near, end = (day_moved(after, unit, -count) if after else None), whole.last
    return Meaning(type="DURATION", value=duration_value(count, unit), first=near, last=end)


def _nth(whole: Period, unit: str, nth: int) -> Period | None:
    """The nth unit of a stretch; a week belongs to the stretch that has its Thursday."""
    begin: datetime.date | None = whole.first
    finish: datetime.date | None = whole.last
    if unit == "week":
        begin = days_after(whole.first, (3 - whole.first.weekday()) % 7)
        finish = days_after(whole.last, -((whole.last.weekday() - 3) % 7))
    day = finish if nth < 0 else begin
    return period_after(unit, day, 0 if nth < 0 else nth - 1) if day else None


def _whole(now: Now) -> Period | None:
    """The stretch that a part is told of."""
    inner = now.inner
    if inner is None or inner.first is None or inner.last is None:
        return None
    return Period(value=inner.value or "", first=inner.first, last=inner.last)
