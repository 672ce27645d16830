"""Dates in digits: 2024-10-31, 31.10.2024; 7/8/07 is one of two days and stays so."""

import datetime
import re

from sayso.reading.times.found import Found, Meaning, Now, meaning_of
from sayso.reading.times.periods import Period, day_of

__all__ = ["numeric_day", "stamp"]


def numeric_day(found: Found, now: Now) -> Meaning:
    """The day that the digits can be; between the two days where they can be two."""
    days = _days([int(digits) for digits in re.split(r"[/.-]", found.word("digits"))], found)
    if len(days) == 1:
        return meaning_of(days[0]) or Meaning()
    if len(days) == 2:
        return Meaning(value=days[0].value[:5] + "XX-XX", first=days[0].first, last=days[1].last)
    return Meaning()


def _days(numbers: list[int], found: Found) -> list[Period]:
    """The days that three numbers can be, without repetition, in order."""
    first, second, third = numbers
    if len(found.word("digits")) == len("2024-10-31") and found.word("digits")[4] in "/.-":
        return [day for day in [day_of(first, second, third)] if day]
    year = third if third > 99 else third + (1900 if third >= 50 else 2000)
    readings = [day_of(year, second, first)]
    # only slashes and dashes are written month first
    readings += [day_of(year, first, second)] if "." not in found.word("digits") else []
    days = {day.first: day for day in readings if day}
    return [days[at] for at in sorted(days)]


def stamp(found: Found, now: Now) -> Meaning:
    """An ISO 8601 moment; without a zone only its day is certain."""
    text = found.word("digits").upper()
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError:
        return Meaning(type="TIME")
    if moment.tzinfo is None:
        return Meaning(type="TIME", value=text, first=moment.date(), last=moment.date())
    return Meaning(type="TIME", value=text, first=moment, last=moment)
