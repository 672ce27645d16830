"""Checks of the words around a form, by the names that the rows of the lexicon call them by."""

from collections.abc import Callable

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
_GUARDS = {check.__name__: check for check in _CHECKS}


def passes(found: Found) -> bool:
    """Whether the words around a form leave it a time."""
    return found.form.guard is None or _GUARDS[found.form.guard](found)
