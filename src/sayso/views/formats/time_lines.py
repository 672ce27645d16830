"""Times as CSV, a row a time: its words, and its days as an EDTF string."""

from collections.abc import Iterable, Iterator

from sayso.records import Holding
from sayso.views.formats.delimited import delimited_lines
from sayso.views.formats.passages import times_in
from sayso.views.formats.time_fields import time_fields

__all__ = ["time_lines"]


def time_lines(reports: Iterable[Holding]) -> Iterator[bytes]:
    """A row a time in the statements that were found."""
    return delimited_lines(
        {"statement": found.entry.id, **time_fields(report, found.statement, time)}
        for report in reports
        for found in report.found
        for time in times_in(report, found.statement)
    )
