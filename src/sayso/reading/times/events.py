"""Days with a name, and dated public events that other times are told from."""

import datetime
from collections.abc import Iterator, Mapping
from typing import Any

from sayso.reading.times.choosing import choose, shift_of, unresolved
from sayso.reading.times.forms import named_rows
from sayso.reading.times.found import Found, Meaning, Now, meaning_of
from sayso.reading.times.periods import Period, day_of
from sayso.reading.times.steps import days_after

__all__ = ["event", "holiday", "unknown_event"]

_Row = Mapping[str, Any]


def holiday(found: Found, now: Now) -> Meaning:
    """Christmas, Thanksgiving: the one the clause looks to."""
    row = _row(found, "holidays", "holiday")
    if row is None:
        return Meaning()
    if found.word("year"):
        days = list(_days(row, [int(found.word("year"))]))
        return meaning_of(days[0]) or Meaning() if days else Meaning()
    if now.day is None:
        return unresolved(f"XXXX-{row['on']}" if "on" in row else None, now)
    year, step = now.day.year, shift_of(found.words("way"))
    days = list(_days(row, [year - 1, year, year + 1]))
    if step == -1:
        days = [day for day in days if day.last < now.day][-1:]
    return meaning_of(choose(days, now), now.anchor) or unresolved(None, now)


def event(found: Found, now: Now) -> Meaning:
    """The U.S. presidential election: the one nearest to the day of the words."""
    row = _row(found, "events", "event")
    period = _occurrence(list(_dated(row)), found, now) if row else None
    frame = _frame(found)
    anchor = None if found.word("year") or (row and len(row["days"]) == 1) else now.anchor
    if period is None:
        return Meaning(mod=frame, anchor=anchor)
    first, last = period.first, period.last
    if frame == "BEFORE":
        return Meaning(value=period.value, mod=frame, last=first, anchor=anchor)
    if frame == "AFTER":
        return Meaning(value=period.value, mod=frame, first=last, anchor=anchor)
    return Meaning(value=period.value, first=first, last=last, anchor=anchor)


def unknown_event(found: Found, now: Now) -> Meaning:
    """Just before the summit: named, but of no day that we know."""
    return Meaning(mod=_frame(found))


def _row(found: Found, kind: str, part: str) -> _Row | None:
    first, end = found.parts[part]
    for pattern, row in named_rows(kind):
        if pattern.fullmatch(found.tokens.codes, first, end):
            return row
    return None


def _frame(found: Found) -> str | None:
    words = set(found.words("frame"))
    if not words:
        return None
    return "AFTER" if words & {"after", "following", "wake"} else "BEFORE"


def _occurrence(days: list[Period], found: Found, now: Now) -> Period | None:
    year = found.word("year")
    if year:
        return next((day for day in days if day.first.year == int(year)), None)
    if len(days) == 1:
        return days[0]
    if now.day is None:
        return None
    step, day = shift_of(found.words("way")), now.day
    if step == -1:
        days = [period for period in days if period.last < day][-1:]
    if step == 1:
        days = [period for period in days if period.first > day][:1]
    return min(days, key=lambda p: abs((p.first - day).days), default=None)


def _dated(row: _Row) -> Iterator[Period]:
    """The times that an event took place, as rows tell them."""
    for told in row["days"]:
        first, last = (told, told) if isinstance(told, str) else told
        start, end = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
        same = len([1 for a, b in zip(first.split("-"), last.split("-"), strict=True) if a == b])
        value = first if first == last else first[: 7 if same == 2 else 4]
        yield Period(value=value, first=start, last=end)


def _days(row: _Row, years: list[int]) -> Iterator[Period]:
    """A holiday in each of the years, as its row tells it."""
    if "days" in row:
        yield from (day for day in _dated(row) if day.first.year in years)
        return
    for year in years:
        day = _in_year(row, year)
        if day:
            yield day


def _in_year(row: _Row, year: int) -> Period | None:
    if "on" in row:
        month, day = row["on"].split("-")
        return day_of(year, int(month), int(day))
    found = _easter(year) if "easter" in row else _nth_weekday(year, row["nth"])
    shifted = (
        days_after(found, row.get("easter", 0) if "easter" in row else row["nth"][3])
        if found
        else None
    )
    return day_of(shifted.year, shifted.month, shifted.day) if shifted else None


def _nth_weekday(year: int, told: list[int]) -> datetime.date | None:
    """The nth weekday of a month, the last where n is -1."""
    month, weekday, nth, _ = told
    first = day_of(year, month, 1)
    if first is None:
        return None
    days = [first.first + datetime.timedelta(days=at) for at in range(31)]
    fitting = [day for day in days if day.month == month and day.isoweekday() == weekday]
    return fitting[nth - 1 if nth > 0 else nth]


def _easter(year: int) -> datetime.date | None:
    """Easter Sunday of the Gregorian calendar (Meeus, Astronomical Algorithms, 1991)."""
    golden, century, rest = year % 19, year // 100, year % 100
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * late + 114, 31)
    period = day_of(year, month, day + 1)
    return period.first if period else None
