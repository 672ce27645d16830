"""Times told from the day of the words: yesterday, last week, on Thursday, two days ago."""

from decimal import Decimal

from sayso.lexicon import table
from sayso.reading.times.choosing import of_portion, shift_of, unresolved
from sayso.reading.times.counts import count_of
from sayso.reading.times.found import Found, Meaning, Now, meaning_of
from sayso.reading.times.periods import Period
from sayso.reading.times.steps import days_after, period_after, weekday_near

__all__ = [
    "ago",
    "deictic_day",
    "deictic_unit",
    "from_now",
    "recent",
    "second_unit",
    "this_time",
    "two_days",
    "vague",
    "vague_ago",
    "vague_window",
    "weekday",
    "weekday_of_week",
    "year_end",
]

_CALENDAR = table("calendar")
_WEEKDAYS: dict[str, int] = _CALENDAR["weekdays"]
_UNITS: dict[str, str] = {**_CALENDAR["units"], **_CALENDAR["unit_plurals"]}
_DEICTICS: dict[str, int] = table("timewords")["deictics"]
_BOUNDS: dict[str, str] = table("timewords")["bounds"]
_VAGUE = {
    phrase: value for value, phrases in table("timewords")["vague"].items() for phrase in phrases
}
_JUST = 2  # days after which a day that something was due on is rather still to come
# How TIMEX3 writes a unit that nobody could count from.
_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "weekend": "XXXX-WXX-WE",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
}


def weekday(found: Found, now: Now) -> Meaning:
    """Thursday: the last one where the clause looks back, else the next; today counts as back."""
    number = _WEEKDAYS[found.word("weekday")]
    step = shift_of(found.words("way"))
    if now.day is None:
        return unresolved(f"XXXX-WXX-{number}", now)
    if step in (None, 0):
        back = _is_over(found, now, since=(now.day.isoweekday() - number) % 7)
        day = weekday_near(now.day, number, -1 if back else now.direction)
    elif step == -1:
        before = days_after(now.day, -1)
        day = weekday_near(before, number, -1) if before else None
    else:
        day = weekday_near(now.day, number, 1)
    period = period_after("day", day, 0) if day else None
    return of_portion(period, found, now)


def _is_over(found: Found, now: Now, *, since: int) -> bool:
    """Whether it is that day, `since` days ago, though the clause looks ahead.

    Later on Monday may be today; what was due on Monday was so today, yesterday or the day before,
    and else is the next.
    """
    today = not since and {"earlier", "later"} & set(found.words("portion"))
    return bool(today) or (now.planned and since <= _JUST)


def weekday_of_week(found: Found, now: Now) -> Meaning:
    """Thursday of last week."""
    number = _WEEKDAYS[found.word("weekday")]
    step = shift_of(found.words("way")) or 0
    week = period_after("week", now.day, step) if now.day else None
    day = period_after("day", week.first, number - 1) if week else None
    return meaning_of(day, now.anchor) or unresolved(f"XXXX-WXX-{number}", now)


def deictic_day(found: Found, now: Now) -> Meaning:
    """Yesterday, earlier today; tonight and overnight are nights."""
    word = found.word("day")
    period = period_after("day", now.day, _DEICTICS[word]) if now.day else None
    if word not in ("tonight", "overnight"):
        return of_portion(period, found, now) if period else unresolved(_UNKNOWN["day"], now)
    if period is None:
        return Meaning(type="TIME", value="XXXX-XX-XXTNI", anchor=now.anchor)
    first = days_after(period.first, -1) if word == "overnight" else period.first
    value = f"{period.value}TNI"
    return Meaning(type="TIME", value=value, first=first, last=period.last, anchor=now.anchor)


def two_days(found: Found, now: Now) -> Meaning:
    """The day before yesterday, the day after tomorrow."""
    step = -2 if "before" in found.words("way") else 2
    period = period_after("day", now.day, step) if now.day else None
    return meaning_of(period, now.anchor) or unresolved(_UNKNOWN["day"], now)


def deictic_unit(found: Found, now: Now) -> Meaning:
    """Last week, this month, the end of the year."""
    unit = _UNITS[found.word("unit")]
    step = shift_of(found.words("way"))
    if now.day is None:
        return unresolved(_UNKNOWN.get(unit), now, of_portion(None, found, now).mod)
    if unit == "weekend":
        return of_portion(_weekend(found, now), found, now)
    return of_portion(period_after(unit, now.day, step or 0), found, now)


def second_unit(found: Found, now: Now) -> Meaning:
    """The week before last, the weekend after next."""
    unit = _UNITS[found.word("unit")]
    step = -2 if "before" in found.words("way") else 2
    period = period_after(unit, now.day, step) if now.day else None
    return of_portion(period, found, now) if period else unresolved(_UNKNOWN.get(unit), now)


def _weekend(found: Found, now: Now) -> Period | None:
    """Without "last" or "next", the last weekend to begin or the next to end, by the clause."""
    if now.day is None:
        return None
    step = shift_of(found.words("way"))
    this = period_after("weekend", now.day, 0)
    begun = this is not None and this.first <= now.day
    if step == 1:
        return period_after("weekend", now.day, 1)
    if step == -1:
        return period_after("weekend", now.day, -1)
    ahead = now.direction > 0 or (now.direction == 0 and now.day.isoweekday() in (3, 4, 5))
    return this if begun or ahead else period_after("weekend", now.day, -1)


def year_end(found: Found, now: Now) -> Meaning:
    """Year-end: the end of this year."""
    unit = _UNITS[found.word("unit")]
    period = period_after(unit, now.day, 0) if now.day else None
    if period is None:
        return unresolved(_UNKNOWN[unit], now, "END")
    return Meaning(
        value=period.value, mod="END", first=period.last, last=period.last, anchor=now.anchor
    )


def ago(found: Found, now: Now) -> Meaning:
    """Two weeks ago."""
    return _counted_from(found, now, -1)


def from_now(found: Found, now: Now) -> Meaning:
    """Two weeks from now."""
    return _counted_from(found, now, 1)


def _counted_from(found: Found, now: Now, sign: int) -> Meaning:
    count, unit = count_of(found.words("count")), _UNITS[found.word("unit")]
    mod = _BOUNDS.get(found.word("bound"))
    if count is None:
        return _vaguely(sign, now)
    count, unit = _whole(count, unit)
    if unit in ("hour", "minute", "second"):
        first = days_after(now.day, -1) if now.day and sign < 0 else now.day
        return Meaning(type="TIME", mod=mod, first=first, last=now.day, anchor=now.anchor)
    period = period_after(unit, now.day, sign * int(count)) if now.day else None
    if period is None:
        return unresolved(_UNKNOWN.get(unit), now, mod)
    first = None if mod in ("MORE_THAN", "EQUAL_OR_MORE") and sign < 0 else period.first
    return Meaning(value=period.value, mod=mod, first=first, last=period.last, anchor=now.anchor)


def _whole(count: Decimal, unit: str) -> tuple[Decimal, str]:
    """A decade ago is ten years, two and a half years 30 months, 48 hours two days."""
    if unit in ("decade", "century"):
        count, unit = count * (10 if unit == "decade" else 100), "year"
    if count != int(count) and unit == "year":
        count, unit = count * 12, "month"
    if unit == "hour" and count >= 24 and count % 24 == 0:
        count, unit = count / 24, "day"
    return min(count, Decimal(10_000_000)), unit


def vague_ago(found: Found, now: Now) -> Meaning:
    """Weeks ago."""
    return _vaguely(-1, now)


def vague_window(found: Found, now: Now) -> Meaning:
    """In recent weeks, in the coming days: open on the far side."""
    words = found.words("way")
    return _vaguely(-1 if words == ["recent"] else shift_of(words) or -1, now)


def recent(found: Found, now: Now) -> Meaning:
    """Recent."""
    return _vaguely(-1, now)


def vague(found: Found, now: Now) -> Meaning:
    """Now, recently, soon: words that no day bounds on both sides."""
    value = _VAGUE.get(found.word("words")) or (
        "PAST_REF" if "past" in found.words("words") else "FUTURE_REF"
    )
    if value == "PRESENT_REF":
        return Meaning(value=value, anchor=now.anchor)
    return _vaguely(-1 if value == "PAST_REF" else 1, now)


def _vaguely(sign: int, now: Now) -> Meaning:
    if sign < 0:
        return Meaning(value="PAST_REF", last=now.day, anchor=now.anchor)
    return Meaning(value="FUTURE_REF", first=now.day, anchor=now.anchor)


def this_time(found: Found, now: Now) -> Meaning:
    """This time last year: the same month of it."""
    unit = _UNITS[found.word("unit")]
    step = shift_of(found.words("way")) or 0
    inner = {"year": ("month", 12), "month": ("week", 4)}.get(unit, ("day", 7))
    period = period_after(inner[0], now.day, step * inner[1]) if now.day else None
    return meaning_of(period, now.anchor) or unresolved(None, now)
