"""Which of several years, quarters or days is meant where the text leaves it out."""

import datetime
from collections.abc import Callable, Iterable

from sayso.lexicon import table
from sayso.reading.times.found import Found, Meaning, Now
from sayso.reading.times.periods import Period, third

__all__ = ["choose", "nearest_year", "of_portion", "shift_of", "unresolved"]

_ROWS = table("timewords")
_WAYS: dict[str, int] = _ROWS["ways"]
_PORTIONS: dict[str, str] = _ROWS["portions"]
_DETERMINERS = frozenset(table("timechecks")["determiners"])
# Without a tense the nearest is meant; with one, nobody leaves out a year so far away.
# "Announced the June 3 hearing" in May is between both.
_NEAR, _FARTHER, _FAR = 183, 270, 335


def choose(periods: Iterable[Period | None], now: Now, *, far: int | None = None) -> Period | None:
    """The period nearest to the day of the words on the side that the clause looks to."""
    known = [period for period in periods if period]
    if now.day is None or not known:
        return None
    day = now.day
    last = max((p for p in known if p.first <= day), key=lambda p: p.first, default=None)
    coming = min((p for p in known if p.last >= day), key=lambda p: p.last, default=None)
    if last is None or coming is None:
        return last or coming
    far = _NEAR if not now.direction else far or _FAR
    if now.direction > 0:
        return coming if (coming.first - day).days <= far else last
    return last if (day - last.last).days <= far else coming


def nearest_year(make: Callable[[int], Period | None], found: Found, now: Now) -> Period | None:
    """What `make` gives for the year that is meant: last year, this or the next."""
    if now.day is None:
        return None
    far = _FARTHER if _is_attribute(found) else _FAR
    return choose((make(now.day.year + step) for step in (-1, 0, 1)), now, far=far)


def _is_attribute(found: Found) -> bool:
    """The verb of "announced the June 3 hearing" tells when it was announced, not when it is."""
    return found.before() in _DETERMINERS


def shift_of(words: Iterable[str]) -> int | None:
    """-1 for "last", 0 for "this", 1 for "next"; of "this past" the last word tells."""
    steps = [_WAYS[word] for word in words if word in _WAYS]
    return next((step for step in steps if step), steps[0] if steps else None)


def of_portion(period: Period | None, found: Found, now: Now) -> Meaning:
    """A period, or the part of it that "early", "the end of" or "later" tell."""
    portion = next((_PORTIONS[w] for w in found.words("portion") if w in _PORTIONS), None)
    if period is None:
        return Meaning(mod=_mod(portion), anchor=now.anchor)
    first, last = _part(period, portion, now.day)
    return Meaning(value=period.value, mod=_mod(portion), first=first, last=last, anchor=now.anchor)


def unresolved(value: str | None, now: Now, mod: str | None = None) -> Meaning:
    """A time whose day nobody told."""
    return Meaning(value=value, mod=mod, anchor=now.anchor)


def _mod(portion: str | None) -> str | None:
    return {"EARLIER": "START", "LATER": "END"}.get(portion or "", portion)


def _part(
    period: Period, portion: str | None, day: datetime.date | None
) -> tuple[datetime.date, datetime.date]:
    if portion is None or period.first == period.last:
        return period.first, period.last
    if day and period.first <= day <= period.last and portion in ("EARLIER", "LATER"):
        return (period.first, day) if portion == "EARLIER" else (day, period.last)
    return third(period, _mod(portion) or "MID")
