"""The readers of the forms, by the names that the rows of the lexicon call them by."""

from collections.abc import Callable
from dataclasses import replace

from sayso.reading.times import (
    absolute,
    clocks,
    deictics,
    events,
    numeric,
    portions,
    relations,
    stretches,
)
from sayso.reading.times.found import Found, Meaning, Now

__all__ = ["hangs_on_another", "reader_of", "resolve"]

_Reader = Callable[[Found, Now], Meaning]

# Read last, because they hang on another time of the text.
_HANGING: tuple[_Reader, ...] = (
    clocks.clock,
    clocks.part_of_that_day,
    clocks.part_of_this_day,
    relations.from_before,
    relations.neighbour,
    relations.same_period,
    relations.that_time,
    stretches.running,
)
_STANDING: tuple[_Reader, ...] = (
    absolute.calendar_day,
    absolute.calendar_days,
    absolute.calendar_month,
    absolute.calendar_year,
    absolute.calendar_years,
    absolute.named_month,
    absolute.day_alone,
    absolute.week_of_day,
    absolute.weekday_day,
    clocks.clock_on_day,
    clocks.part_of_day,
    deictics.ago,
    deictics.deictic_day,
    deictics.deictic_unit,
    deictics.from_now,
    deictics.recent,
    deictics.this_time,
    deictics.second_unit,
    deictics.two_days,
    deictics.vague,
    deictics.vague_ago,
    deictics.vague_window,
    deictics.weekday,
    deictics.weekday_of_week,
    deictics.year_end,
    events.event,
    events.holiday,
    events.unknown_event,
    numeric.numeric_day,
    numeric.stamp,
    portions.century,
    portions.decade,
    portions.fiscal_quarter,
    portions.fiscal_year,
    portions.half,
    portions.named_season,
    portions.nth_unit,
    portions.nth_weekday,
    portions.quarter,
    portions.season,
    relations.from_day,
    stretches.bare_units,
    stretches.duration,
    stretches.every,
    stretches.long_unit,
    stretches.recurrence,
    stretches.weekdays,
    stretches.whole_unit,
    stretches.window,
)
_LATE = {reader.__name__ for reader in _HANGING}
_READERS = {reader.__name__: reader for reader in (*_HANGING, *_STANDING)}


def hangs_on_another(found: Found) -> bool:
    """Whether other times of the text must be read first."""
    return found.form.reads in _LATE


def reader_of(found: Found) -> Callable[[Found, Now], Meaning]:
    """The reader that its form calls for."""
    return _READERS[found.form.reads]


def resolve(found: Found, now: Now) -> Meaning:
    """What the words mean on the day they hang on."""
    if found.inner:
        now = replace(now, inner=resolve(found.inner, now))
    return reader_of(found)(found, now)
