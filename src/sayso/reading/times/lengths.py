"""Checks of stretches of time: ages and rates are none, "the day before the debate" is no day."""

from sayso.lexicon import table, words
from sayso.reading.times.found import Found

__all__ = [
    "a_duration",
    "a_neighbour",
    "a_rate",
    "a_window",
    "bare_units",
    "no_idiom",
    "not_the_first",
    "nothing",
]

_SINGLE = frozenset(table("calendar")["units"])
_DASHES = ("-", "‑", "–")
# "33,000 people a year": the number of a rate stands at most so many words before.
_REACH = 4


def a_duration(found: Found) -> bool:
    """Ages are no stretches of time, nor are "a day" as a rate and "a quarter" as a part."""
    if _is_age(found):
        return False
    unit, count = found.word("unit"), found.words("count")
    if unit in ("quarter", "quarters"):
        return count == ["several"]
    if count not in (["a"], ["an"]):
        return True
    is_long = found.after() in _DASHES and found.after(2) == "long"
    return unit in _SINGLE and unit != "night" and not is_long and not a_rate(found)


def _is_age(found: Found) -> bool:
    """Whether "old", "of age" or "aged" stand around: "two years old", "a 14-year-old"."""
    after, before = (found.after(), found.after(2)), (found.before(2), found.before())
    return (
        after[0] == "old"
        or (after[0] in _DASHES and after[1] in ("old", "olds"))
        or after == ("of", "age")
        or before == ("age", "of")
        or before[1] == "aged"
    )


def a_rate(found: Found) -> bool:
    """A rate as in "1,200 a day", unlike "in a day" and "a day after"."""
    before, after = found.before(), found.after()
    counted = any(found.before(back)[:1].isdigit() for back in range(1, _REACH + 1))
    if after in words("timechecks", "stretch_after"):
        return False
    if before in words("timechecks", "stretch_before"):
        return False
    if found.word("unit") in ("quarter", "night", "minute") and not counted:
        return False
    return counted or (before.isalnum() and after not in ("to", "that", "in", "and"))


def bare_units(found: Found) -> bool:
    """Words like "decades" need "for" before or "of war" after them; "light years" are none."""
    if found.word("unit") in ("nights", "weekends", "quarters", "seconds", "minutes"):
        return False
    before = found.before()
    if (found.before(2), before) == ("matter", "of"):
        return True
    if found.after() in words("timechecks", "units_after"):
        return before not in words("timechecks", "no_stretch")
    return before in words("timechecks", "units_before")


def a_window(found: Found) -> bool:
    """A stretch up to now, as "over the last year"; "the last year" is the calendar year before."""
    if found.words("way")[0] in ("past", "coming"):
        return True
    return found.before() in words("timechecks", "window_before")


def not_the_first(found: Found) -> bool:
    """Days in a row as in "for a third day", not "for the first day"."""
    return found.before() == "for" and found.word("nth") not in ("first", "1st")


def a_neighbour(found: Found) -> bool:
    """Told from another time, as "the day before", not "the day before the debate"."""
    return found.word("way") not in ("before", "after") or not found.after().isalnum()


def no_idiom(found: Found) -> bool:
    """All but "at the end of the day", which tells no time."""
    return found.word("unit") != "day" or "at" not in (found.before(), found.before(2))


def nothing(found: Found) -> bool:
    """The form stands only inside others."""
    return False
