"""Stretches of time and what comes back: three weeks, the last 24 hours, daily."""

import datetime
from decimal import Decimal

from sayso.lexicon import table
from sayso.reading.times.counts import count_of, duration_value, nth_of
from sayso.reading.times.deictics import vague_window
from sayso.reading.times.found import Found, Meaning, Now
from sayso.reading.times.steps import as_day, day_moved, period_after

__all__ = [
    "bare_units",
    "duration",
    "every",
    "long_unit",
    "recurrence",
    "running",
    "weekdays",
    "whole_unit",
    "window",
]

_CALENDAR = table("calendar")
_UNITS: dict[str, str] = {**_CALENDAR["units"], **_CALENDAR["unit_plurals"]}
_PARTS: dict[str, str] = _CALENDAR["parts"]
_BOUNDS: dict[str, str] = table("timewords")["bounds"]
_SUPERLATIVES = frozenset(table("timechecks")["superlatives"])
# "First ... in 100 years": the superlative stands at most so many words before.
_REACH = 8


def duration(found: Found, now: Now) -> Meaning:
    """Three weeks; the day of the words bounds "in three weeks" and "the first in 100 years"."""
    if found.words("half"):
        count: Decimal | None = Decimal("1.5")
        unit = _UNITS[found.words("half")[1]]
    else:
        count, unit = count_of(found.words("count")), _UNITS.get(found.word("unit"), "second")
    value, mod = duration_value(count, unit), _BOUNDS.get(found.word("bound"))
    if count is not None and now.day:
        bounded = _bounded(found, now, (unit, count))
        if bounded:
            first, last = bounded
            return Meaning(
                type="DURATION", value=value, mod=mod, first=first, last=last, anchor=now.anchor
            )
    return Meaning(type="DURATION", value=value, mod=mod)


def _bounded(
    found: Found, now: Now, length: tuple[str, Decimal]
) -> tuple[datetime.date | None, datetime.date | None] | None:
    """From where to where the stretch goes, where the words before tell it."""
    unit, count = length
    before = found.before()
    if now.day is None or before not in ("in", "within", "for"):
        return None
    words = found.tokens.words[max(0, found.first - _REACH) : found.first]
    if before != "within" and _SUPERLATIVES.intersection(words):
        longer = _BOUNDS.get(found.word("bound")) == "MORE_THAN"
        return None if longer else day_moved(now.day, unit, -count), now.day
    after = day_moved(now.day, unit, count)
    if before == "within":
        return now.day, after
    return (after, after) if before == "in" and now.direction > 0 else None


def bare_units(found: Found, now: Now) -> Meaning:
    """Decades, without a number; "within days" begins on the day of the words."""
    value = duration_value(None, _UNITS[found.word("unit")])
    if found.before() == "within":
        return Meaning(type="DURATION", value=value, first=now.day, anchor=now.anchor)
    return Meaning(type="DURATION", value=value)


def long_unit(found: Found, now: Now) -> Meaning:
    """Month-long, years-long."""
    word = found.word("unit")
    count = Decimal(1) if word in _CALENDAR["units"] else None
    return Meaning(type="DURATION", value=duration_value(count, _UNITS[word]))


def whole_unit(found: Found, now: Now) -> Meaning:
    """All day, the whole year."""
    unit = _UNITS[found.tokens.words[found.end - 1]] if "unit" not in found.parts else None
    return Meaning(
        type="DURATION", value=duration_value(Decimal(1), unit or _UNITS[found.word("unit")])
    )


def window(found: Found, now: Now) -> Meaning:
    """The last 24 hours, the next four years: up to or from the day of the words."""
    back = found.words("way")[0] in ("last", "past", "previous", "preceding")
    count = count_of(found.words("count")) if "count" in found.parts else Decimal(1)
    unit = _UNITS[found.word("unit")]
    if count is None:
        return vague_window(found, now)
    far = day_moved(now.day, unit, -count if back else count) if now.day else None
    first, last = (far, now.day) if back else (now.day, far)
    value = duration_value(count, unit)
    return Meaning(type="DURATION", value=value, first=first, last=last, anchor=now.anchor)


def running(found: Found, now: Now) -> Meaning:
    """The third day running: three days up to the one told beside it, else to that of the words."""
    nth = nth_of(found.words("nth"))
    count = Decimal(nth) if nth else count_of(found.words("count"))
    unit = _UNITS[found.word("unit")]
    anchor, day = now.anchor, now.day
    if now.beside:
        anchor, day = now.beside[0], as_day(now.beside[1].first)
    start = period_after(unit, day, 1 - int(count)) if day and count and count < 10_000 else None
    return Meaning(
        type="DURATION",
        value=duration_value(count, unit),
        first=start.first if start else None,
        last=day if start else None,
        anchor=anchor,
    )


def every(found: Found, now: Now) -> Meaning:
    """Every week, twice a day, every second Tuesday."""
    unit = found.word("unit") or found.word("rate")
    if unit in _PARTS and unit not in _UNITS:
        return Meaning(type="SET", value=f"XXXX-XX-XXT{_PARTS[unit]}")
    count = count_of(found.words("count")) if "count" in found.parts else Decimal(1)
    return Meaning(type="SET", value=duration_value(count, _UNITS[unit]))


def weekdays(found: Found, now: Now) -> Meaning:
    """Mondays, every Monday."""
    plural = found.word("plural").rstrip("s") or found.word("weekday")
    return Meaning(type="SET", value=f"XXXX-WXX-{_CALENDAR['weekdays'][plural]}")


def recurrence(found: Found, now: Now) -> Meaning:
    """Daily, annual."""
    return Meaning(type="SET", value=_CALENDAR["recurrences"][found.word("word")])
