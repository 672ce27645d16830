"""What a preposition makes of a time: since February, until Friday, by the end of the year."""

import datetime
from collections.abc import Callable
from dataclasses import replace

from sayso.lexicon import table
from sayso.reading.times.found import Found, Meaning, Now
from sayso.reading.times.steps import as_day, days_after

__all__ = ["framed", "leans_ahead"]

_ROWS: dict[str, list[str]] = table("timewords")["framing"]
_FRAMES = {phrase: frame for frame, phrases in _ROWS.items() for phrase in phrases}
_LONGEST = max(len(phrase.split()) for phrase in _FRAMES)


def leans_ahead(found: Found) -> bool:
    """Whether "by", "until" or "starting" tell of what is to come where no verb tells."""
    return _frame_before(found) in ("by", "until", "starting")


def framed(meaning: Meaning, found: Found, now: Now) -> Meaning:
    """The days in which what is told can have been: its value stays that of the words."""
    if meaning.type not in ("DATE", "TIME") or (meaning.value or "_REF").endswith("_REF"):
        return meaning
    frame = _frame_before(found)
    if frame is None or found.after() in ("'", "’"):
        return meaning
    if found.before() == "the" and found.after().isalpha() and frame in ("before", "after"):
        return _around(meaning, frame)
    return _FUNCTIONS[frame](meaning, now)


def _around(meaning: Meaning, frame: str) -> Meaning:
    """Before the June 3 hearing can be on June 3 itself."""
    if frame == "before":
        return replace(meaning, first=None, last=meaning.first)
    return replace(meaning, first=meaning.last, last=None)


def _frame_before(found: Found) -> str | None:
    end = found.first - (found.before() == "the")
    for length in range(_LONGEST, 0, -1):
        first = end - length
        phrase = " ".join(found.tokens.words[max(0, first) : end])
        if first >= 0 and phrase in _FRAMES:
            return _FRAMES[phrase]
    return None


def _since(meaning: Meaning, now: Now) -> Meaning:
    """Up to the day of the words, if that is later."""
    first = as_day(meaning.first)
    later = now.day and first and first <= now.day
    return replace(meaning, last=now.day if later else None)


def _so_far(meaning: Meaning, now: Now) -> Meaning:
    last = as_day(meaning.last)
    return replace(meaning, last=min(last, now.day)) if last and now.day else meaning


def _starting(meaning: Meaning, now: Now) -> Meaning:
    return replace(meaning, last=None)


def _until(meaning: Meaning, now: Now) -> Meaning:
    return replace(meaning, first=None)


def _before(meaning: Meaning, now: Now) -> Meaning:
    """Before October is in September at the latest; before the end of the year is within it."""
    moment = meaning.first
    if moment is None or meaning.mod == "END" or isinstance(moment, datetime.datetime):
        return replace(meaning, first=None)
    return replace(meaning, first=None, last=days_after(moment, -1))


def _after(meaning: Meaning, now: Now) -> Meaning:
    """After June 1 is on June 2 at the earliest."""
    moment = meaning.last
    if moment is None or isinstance(moment, datetime.datetime):
        return replace(meaning, first=moment, last=None)
    return replace(meaning, first=days_after(moment, 1), last=None)


_FUNCTIONS: dict[str, Callable[[Meaning, Now], Meaning]] = {
    "since": _since,
    "so_far": _so_far,
    "starting": _starting,
    "until": _until,
    "by": _until,
    "before": _before,
    "after": _after,
}
