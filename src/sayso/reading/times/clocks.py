"""Times of day: 6:40 p.m. (GMT+8), Thursday night, this morning."""

import datetime

from sayso.lexicon import table
from sayso.reading.times.choosing import shift_of
from sayso.reading.times.found import Found, Meaning, Now
from sayso.reading.times.steps import as_day, days_after

__all__ = ["clock", "clock_on_day", "part_of_day", "part_of_that_day", "part_of_this_day"]

_CALENDAR = table("calendar")
_PARTS: dict[str, str] = _CALENDAR["parts"]
_HOURS: dict[str, str] = _CALENDAR["hours"]
_ZONES: dict[str, int] = _CALENDAR["zones"]
_NUMBERS: dict[str, int] = table("numerals")["ones"]
# A clock time in a report belongs to a day of the same week, if to another than its own.
_NEWS = 7
_DAY_LENGTH = len("2024-10-31")


def part_of_day(found: Found, now: Now) -> Meaning:
    """Thursday night, the early hours of October 3."""
    return _on(now.inner or Meaning(), _PARTS.get(found.word("part"), "MO"))


def part_of_this_day(found: Found, now: Now) -> Meaning:
    """This morning, last night; "that night" and "the next morning" hang on the last time told."""
    words, part = found.words("way"), _PARTS[found.word("part")]
    if words[0] in ("this", "last"):
        day = days_after(now.day, shift_of(words) or 0) if now.day else None
        return _on(_day_meaning(day, now.anchor), part)
    base = as_day(now.before[1].first) if now.before else None
    day = days_after(base, shift_of(words) or 0) if base else None
    return _on(_day_meaning(day, now.before[0] if now.before else None), part)


def part_of_that_day(found: Found, now: Now) -> Meaning:
    """In the morning: of the day told beside it."""
    return _on(_beside(now), _PARTS[found.word("part")])


def clock(found: Found, now: Now) -> Meaning:
    """18:00 UTC, on the day told beside it, else on the day of the words."""
    return _at(_beside(now), found)


def clock_on_day(found: Found, now: Now) -> Meaning:
    """9 a.m. on Tuesday, midnight Monday."""
    return _at(now.inner or Meaning(), found)


def _beside(now: Now) -> Meaning:
    """The day told in the same sentence, else the last day told, else that of the words."""
    for told in (now.beside, _recent(now)):
        if told and told[1].value and told[1].first == told[1].last and told[1].first:
            return Meaning(
                value=told[1].value[:_DAY_LENGTH],
                first=told[1].first,
                last=told[1].last,
                anchor=told[0],
            )
    return _day_meaning(now.day, now.anchor)


def _recent(now: Now) -> tuple[str, Meaning] | None:
    """The time told last, unless the text only looked back to it ("since 1929")."""
    day = as_day(now.before[1].first) if now.before else None
    near = day and now.day and abs((day - now.day).days) <= _NEWS
    return now.before if near else None


def _day_meaning(day: datetime.date | None, anchor: str | None) -> Meaning:
    return Meaning(value=day.isoformat() if day else None, first=day, last=day, anchor=anchor)


def _on(day: Meaning, part: str) -> Meaning:
    value = day.value if day.value and len(day.value) == _DAY_LENGTH else "XXXX-XX-XX"
    return Meaning(
        type="TIME", value=f"{value}T{part}", first=day.first, last=day.last, anchor=day.anchor
    )


def _at(day: Meaning, found: Found) -> Meaning:
    value = day.value if day.value and len(day.value) == _DAY_LENGTH else "XXXX-XX-XX"
    hour, minute = _hour_and_minute(found)
    offset = _offset(found.words("zone"))
    first, last = day.first, day.last
    if offset is not None and first and hour < 24:
        zone = datetime.timezone(datetime.timedelta(minutes=offset))
        at = datetime.time(hour, minute, tzinfo=zone)
        first = last = datetime.datetime.combine(first, at)
    text = f"{value}T{hour:02}:{minute:02}{_zone_value(offset)}"
    return Meaning(type="TIME", value=text, first=first, last=last, anchor=day.anchor)


def _hour_and_minute(found: Found) -> tuple[int, int]:
    """What the clock shows, from 0:00 to 24:00."""
    words = found.words("clock") or found.words("hours")
    shown = _HOURS.get(words[0], words[0]).replace(".", ":")
    if len(shown) == 4 and shown.isdigit():
        shown = f"{shown[:2]}:{shown[2:]}"
    hours, _, minutes = shown.partition(":")
    hour = _NUMBERS.get(hours) if not hours.isdigit() else int(hours)
    half = words[-1].replace(".", "").replace(" ", "") if len(words) > 1 else ""
    return _of_half(min(hour or 0, 24), half), int(minutes[:2] or 0)


def _of_half(hour: int, half: str) -> int:
    if half == "pm" and hour < 12:
        return hour + 12
    return 0 if half == "am" and hour == 12 else hour


def _offset(words: list[str]) -> int | None:
    """Minutes east of Greenwich, None where the zone is unknown."""
    zone = next((word for word in words if word in _ZONES), None)
    if zone is None:
        return None
    numbers = [word for word in words if word[:1].isdigit()]
    if not numbers:
        return _ZONES[zone]
    hours, _, minutes = numbers[0].partition(":")
    sign = 1 if "+" in words else -1
    return sign * min(int(hours) * 60 + int(minutes or 0), 14 * 60)


def _zone_value(offset: int | None) -> str:
    """Z, +08:00, or nothing where the zone is unknown."""
    if not offset:
        return "" if offset is None else "Z"
    return f"{'+' if offset > 0 else '-'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"
