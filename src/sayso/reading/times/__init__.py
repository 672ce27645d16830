"""Times as words, as TIMEX3 and as intervals, each with what it hangs on."""

from sayso.reading.times.forms import compile_forms
from sayso.reading.times.times import read_times

__all__ = ["compile_forms", "read_times"]
