"""A time with its words, its days, and the day it hangs on."""

import datetime
import re
from typing import Any

from sayso.records import Holding, Statement, Timex
from sayso.views.formats.edtf import edtf_of

__all__ = ["time_fields"]

# The shapes of a TIMEX3 value (Pustejovsky et al. 2003), finest first.
_GRANULARITIES = (
    ("time", re.compile(r"\d{4}-.*T.+")),
    ("day", re.compile(r"\d{4}-\d\d-\d\d")),
    ("week", re.compile(r"\d{4}-W\d\d.*")),
    ("month", re.compile(r"\d{4}-\d\d")),
    ("quarter", re.compile(r"\d{4}-Q\d")),
    ("season", re.compile(r"\d{4}-(SP|SU|FA|WI)")),
    ("year", re.compile(r"\d{4}")),
    ("decade", re.compile(r"\d{3}X?")),
)


def time_fields(report: Holding, statement: Statement, time: Timex) -> dict[str, Any]:
    """The fields of a time: its words first, for the days are what a rule made of them."""
    return {
        "verbatim": time.span.of(report.reading.report.text),
        "edtf": edtf_of(time.earliest, time.latest, approximate=time.mod == "APPROX"),
        "earliest": time.earliest,
        "latest": time.latest,
        "granularity": _granularity(time.value),
        "timex": time.value,
        "anchor": time.anchor,
        "anchor_date": _anchor_date(report, statement, time),
    }


def _granularity(value: str | None) -> str | None:
    """How fine a value is.

    >>> _granularity("2024-11"), _granularity("2024-11-01T15:00"), _granularity("FUTURE_REF")
    ('month', 'time', None)
    """
    shapes = (name for name, shape in _GRANULARITIES if value and shape.fullmatch(value))
    return next(shapes, None)


def _anchor_date(report: Holding, statement: Statement, time: Timex) -> datetime.date | None:
    """The day that a time hangs on: of publication, of speaking, or of another time."""
    if time.anchor == "publication":
        return report.reading.report.published
    if time.anchor == "utterance":
        return statement.said_on.earliest if statement.said_on else None
    other = next((one for one in report.reading.times if one.id == time.anchor), None)
    return other.earliest if other else None
