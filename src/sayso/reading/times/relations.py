"""Times told from another time of the text: two days later, the next day, the year before."""

import datetime
from dataclasses import replace
from decimal import Decimal

from sayso.lexicon import table
from sayso.reading.times.choosing import shift_of, unresolved
from sayso.reading.times.counts import count_of, duration_value
from sayso.reading.times.found import Found, Meaning, Now, meaning_of
from sayso.reading.times.periods import month_of, quarter_of, years_of
from sayso.reading.times.steps import as_day, period_after

__all__ = ["from_before", "from_day", "neighbour", "same_period", "that_time"]

_CALENDAR = table("calendar")
_UNITS: dict[str, str] = {**_CALENDAR["units"], **_CALENDAR["unit_plurals"]}
# Where the text tells no other time, longer units are counted from the day of the words: "from a
# year earlier" in a report compares with its own time. "The next day" stays unresolved.
_LONG = ("month", "quarter", "year", "decade", "century")


def from_before(found: Found, now: Now) -> Meaning:
    """Two days later."""
    count, unit = count_of(found.words("count")), _UNITS[found.word("unit")]
    if unit in ("second", "minute", "hour"):
        return Meaning(type="DURATION", value=duration_value(count, unit))
    sign = 1 if found.word("way") in ("later", "afterwards") else -1
    day, anchor = _told(now, unit) if sign > 0 else _told_or_now(now, unit)
    if day is None or count is None or count != int(count):
        return Meaning(anchor=anchor)
    period = period_after(unit, day, sign * min(int(count), 10_000_000))
    return meaning_of(period, anchor) or Meaning(anchor=anchor)


def from_day(found: Found, now: Now) -> Meaning:
    """Two days before Christmas, the day after Monday."""
    unit = _UNITS[found.word("unit")]
    count = count_of(found.words("count")) if "count" in found.parts else Decimal(1)
    inner = now.inner
    day = as_day(inner.first) if inner else None
    if inner is None or day is None or count is None or count != int(count):
        return Meaning()
    back = found.words("way")[0] in ("before", "ahead", "prior")
    step = (-1 if back else 1) * min(int(count), 10_000_000)
    if unit in ("week", "fortnight"):
        unit, step = "day", step * (7 if unit == "week" else 14)
    return meaning_of(period_after(unit, day, step), inner.anchor) or Meaning(anchor=inner.anchor)


def neighbour(found: Found, now: Now) -> Meaning:
    """The next day, the year before, that week."""
    words = found.words("way")
    step = 1 if "after" in words else -1 if set(words) & {"before", "earlier"} else shift_of(words)
    unit = _UNITS.get(found.word("unit"), "day")
    day, anchor = _told_or_now(now, unit)
    period = period_after(unit, day, step or 0) if day else None
    return meaning_of(period, anchor) or Meaning(anchor=anchor)


def that_time(found: Found, now: Now) -> Meaning:
    """That time: the one told last."""
    if now.before is None:
        return Meaning()
    return replace(now.before[1], mod=None, anchor=now.before[0])


def same_period(found: Found, now: Now) -> Meaning:
    """The same month a year ago: what was told last, in another year."""
    words = found.words("way")
    if words[-1].isdigit():
        year: int | None = int(words[-1])
    elif words[-1] in ("ago", "earlier") or words[:1] == ["last"]:
        year = now.day.year - 1 if now.day else None
    else:
        day, _ = _told_or_now(now, "year")
        year = day.year + (shift_of(words) or (-1 if "before" in words else 0)) if day else None
    if year is None:
        return unresolved(None, now)
    return _in_year(now.before[1].value if now.before else None, year, now)


def _in_year(value: str | None, year: int, now: Now) -> Meaning:
    """A month or quarter told before, in the year given; else the year."""
    anchor = now.before[0] if now.before else now.anchor
    tail = (value or "")[5:]
    if tail[:1] == "Q" and tail[1:].isdigit():
        return meaning_of(quarter_of(year, int(tail[1:])), anchor) or Meaning()
    if tail[:2].isdigit():
        return meaning_of(month_of(year, int(tail[:2])), anchor) or Meaning()
    return meaning_of(years_of(year, 1), now.anchor) or Meaning()


def _told(now: Now, unit: str) -> tuple[datetime.date | None, str | None]:
    """The day of the time told last and its id; no day is counted from a month."""
    if now.before is None:
        return None, None
    anchor, before = now.before
    is_day = before.first == before.last
    return (as_day(before.first) if is_day or unit in _LONG else None), anchor


def _told_or_now(now: Now, unit: str) -> tuple[datetime.date | None, str | None]:
    """The same, and the day of the words where no other time is told."""
    return (now.day, now.anchor) if now.before is None and unit in _LONG else _told(now, unit)
