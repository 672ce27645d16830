"""Checks of the words around a form, by the names that the rows of the lexicon call them by."""

from collections.abc import Callable

from sayso.lexicon import table
from sayso.reading.times import dates, lengths, names
from sayso.reading.times.found import Found

__all__ = ["passes"]

_CHECKS: tuple[Callable[[Found], bool], ...] = (
    dates.a_clock,
    dates.a_day_alone,
    dates.a_decade,
    dates.a_month,
    dates.a_numeric,
    dates.a_quarter,
    dates.a_season,
    dates.a_year,
    dates.no_count_follows,
    lengths.a_duration,
    lengths.a_neighbour,
    lengths.a_rate,
    lengths.a_window,
    lengths.bare_units,
    lengths.no_idiom,
    lengths.not_the_first,
    lengths.nothing,
    names.a_deictic,
    names.a_holiday,
    names.a_part_of_day,
    names.a_vague_word,
    names.a_weekday,
    names.an_event,
    names.no_name,
    names.no_title,
    names.stands_alone,
)
_MONTHS = frozenset(table("calendar")["months"])
_NO_YEAR = 5  # digits from which a number is no year
_GUARDS = {check.__name__: check for check in _CHECKS}


def passes(found: Found) -> bool:
    """Whether the words around a form leave it a time."""
    if _before_a_number(found):
        return False
    return found.form.guard is None or _GUARDS[found.form.guard](found)


def _before_a_number(found: Found) -> bool:
    """Whether a month is followed by a number that is no year, as in 1 May 99999."""
    after, last = found.after(), found.tokens.words[found.end - 1]
    return last in _MONTHS and after.isdecimal() and len(after) >= _NO_YEAR
