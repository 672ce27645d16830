"""Times as words, as TIMEX3 and as intervals, each with what it hangs on."""

from sayso.reading.times.times import read_times

__all__ = ["read_times"]
