"""Checks of dates: "march" is no month, "2000 people" no year, the fall of a town no season."""

import re

from sayso.lexicon import table, words
from sayso.reading.times.found import Found

__all__ = [
    "a_clock",
    "a_day_alone",
    "a_decade",
    "a_month",
    "a_numeric",
    "a_quarter",
    "a_season",
    "a_year",
    "no_count_follows",
]

_CALENDAR = table("calendar")
_PREPOSITIONS = frozenset(table("timewords")["classes"]["PREPOSITION"])
# Months whose names are also words, so that a bare one needs a preposition before it.
_WORDLIKE = frozenset(_CALENDAR["month_abbreviations"]) | {"may", "march"}


def no_count_follows(found: Found) -> bool:
    """In "In June 3 million people" the 3 is no day."""
    return found.after() not in words("timechecks", "not_after_year")


def a_month(found: Found) -> bool:
    """The bare names May, March and Oct count only after a preposition and the like."""
    before = found.before()
    if found.words("month")[0] not in _WORDLIKE or len(found.words("month")) == 2:
        return True
    if before == "the" and found.after() in words("timechecks", "march_after"):
        return False
    return before in _PREPOSITIONS or before in words("timechecks", "month_before")


def a_day_alone(found: Found) -> bool:
    """A day as in "on the 27th", not "on the 27th floor"."""
    after = found.after()
    return found.before() in ("on", "by", "until", "since", "before", "after") and (
        not after.isalpha() or after in _PREPOSITIONS or after in ("and", "but", "when", "to")
    )


def a_year(found: Found) -> bool:
    """Four digits are a year unless something is counted or numbered with them."""
    before, after = found.before(), found.after()
    if "short" in found.parts:
        return before in _PREPOSITIONS
    if found.end - found.first > 1 and "last" not in found.parts:
        return True
    if before in words("timechecks", "not_before_year") or _is_count(before, after):
        return False
    if before in ("-", "–", "/", ".", "'") and not _is_spaced(found):
        return len(found.before(2)) == 4 and found.before(2).isdigit()
    year = int(found.word("year")[:4])
    return 1900 <= year < 2100 or before in words("timechecks", "year_before")


def _is_count(before: str, after: str) -> bool:
    """Whether things are counted, as in "2000 people" and "2024 of them"."""
    return after in words("timechecks", "not_after_year") or (
        after == "of" and before not in _PREPOSITIONS
    )


def _is_spaced(found: Found) -> bool:
    """Whether white space stands before the words."""
    return found.tokens.starts[found.first] > found.tokens.ends[found.first - 1]


def a_numeric(found: Found) -> bool:
    """Year, month, day in a shape that dates are printed in: no version, no telephone number."""
    digits = found.word("digits")
    lengths = [len(part) for part in re.split(r"[/.-]", digits)]
    if lengths[0] == 4:
        return lengths[1:] == [2, 2]
    return lengths[0] <= 2 and (lengths[2] == 4 or ("/" in digits and lengths[2] == 2))


def a_decade(found: Found) -> bool:
    """Two digits are a decade after "the"; "in his forties" and "his 60s" are ages."""
    if found.before() in words("timechecks", "owners"):
        return False
    decade = found.word("decade")
    if not decade or len(decade) >= 5 or decade[0] in "'’" or "portion" in found.parts:
        return True
    return found.before() in ("the", "early", "late", "mid", "and")


def a_quarter(found: Found) -> bool:
    """A bare "last quarter" is the one before this, a bare "opening quarter" is of a game."""
    return not {"last", "opening"} & set(found.words("quarter"))


def a_season(found: Found) -> bool:
    """The spring of a clock and the fall of a town are no seasons."""
    before, after = found.before(), found.after()
    led = before in words("timechecks", "season_before")
    if after in words("timechecks", "season_after") or (not led and found.is_inside()):
        return False
    if found.word("season") not in ("fall", "spring"):
        return True
    if after in words("timechecks", "fall_after"):
        return False
    if before == "the":
        return found.before(2) in _PREPOSITIONS - {"at", "on", "from"}
    return led and before not in ("of", "as", "all")


def a_clock(found: Found) -> bool:
    """A time on the clock, not a score ("won 2:30") or a ratio."""
    told = found.words("clock")
    if len(told) != 1 or told[0] in _CALENDAR["hours"] or "zone" in found.parts:
        return True
    return found.before() in _PREPOSITIONS or found.before() in ("about", "than", "and", "to")
