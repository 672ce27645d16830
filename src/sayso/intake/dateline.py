"""The day that a text without metadata gives where its story begins, or in a line of its own."""

import datetime
import re
from itertools import islice

from sayso.intake.days import read_day
from sayso.lexicon import table, words

__all__ = ["read_dateline"]

_LINES = 6  # of the top in which a day stands: title, subtitle, byline, day, lead
_LONGEST = 80  # characters up to the dash after a dateline, or of a line that is a day
_DASH = re.compile(r"\s[-–—]{1,2}\s|[–—]|--")
_BRACKETS = re.compile(r"\([^()]*\)")
_ENDS_WITH_YEAR = re.compile(r",[^,]*(?:,\s*)?\d{4}$")
_WORD = re.compile(r"[^\W\d_][^\W_]*")


def read_dateline(text: str) -> datetime.date | None:
    r"""The day, year and all, before the dash that a story begins after, or alone in a line.

    >>> read_dateline("Quarry reopens\n\nLINBOROUGH, March 12, 2025 (Alder) — A court ruled ...")
    datetime.date(2025, 3, 12)
    >>> read_dateline("Quarry reopens\nLinborough, 12 March 2025\n\nA court ruled ...")
    datetime.date(2025, 3, 12)
    >>> read_dateline("Quarry reopens\n\nOn March 12, 2025 – a Wednesday – a court ruled ...")
    """
    lines = (line.strip() for line in text[: _LINES * 1000].splitlines())
    for number, line in enumerate(islice(filter(None, lines), _LINES)):
        head = line[: dash.start()] if (dash := _DASH.search(line)) else ""
        placed = number > 0 and bool(_ENDS_WITH_YEAR.search(line))  # the first may be a title
        if day := _day(head, opener=True) or _day(line, opener=placed):
            return day
    return None


def _day(line: str, *, opener: bool) -> datetime.date | None:
    """The day in a line of names and numbers, or in one of nothing but a day if no opener."""
    if not 0 < len(line) <= _LONGEST or not (day := read_day(line)):
        return None
    found = _WORD.findall(_BRACKETS.sub(" ", line))
    others = [word for word in found if word.lower() not in _around()]
    if opener:
        fits = not _opens(line) and all(word[0].isupper() for word in others)
    else:
        fits = not others
    return day if fits else None


def _opens(line: str) -> bool:
    """Whether it is how a sentence begins: "On March 12, 2025 - a Wednesday -"."""
    return line.split()[0].lower() in words("header", "no_places")


def _around() -> frozenset[str]:
    calendar = table("calendar")
    kinds = ("months", "month_abbreviations", "weekdays", "weekday_abbreviations")
    return words("header", "around_days").union(*(calendar[kind] for kind in kinds))
