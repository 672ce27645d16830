"""Statements as a CSV timeline for Timesketch: message, datetime, timestamp_desc, and more."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.records import Held, Holding
from sayso.views.formats.delimited import delimited_lines

__all__ = ["timeline_lines"]


def timeline_lines(reports: Iterable[Holding]) -> Iterator[bytes]:
    """A row a statement, on the day it was said, else published, else when it was added."""
    return delimited_lines(_event(report, found) for report in reports for found in report.found)


def _event(report: Holding, found: Held) -> dict[str, Any]:
    entry = found.entry
    moment, what = _moment(report, found)
    return {
        "message": f"{entry.speaker or 'nobody named'}: {entry.words}",
        "datetime": moment,
        "timestamp_desc": what,
        "statement": entry.id,
        "speaker": entry.speaker,
        "office": entry.office,
        "mode": entry.mode,
        "outlet": entry.outlet,
        "title": entry.title,
        "url": entry.url,
        "published": entry.published,
    }


def _moment(report: Holding, found: Held) -> tuple[str | None, str]:
    """When, and what of it that is."""
    said = found.statement.said_on
    if said and said.earliest is not None and said.earliest == said.latest:
        return _midnight(said.earliest), "Said"
    if found.entry.published is not None:
        return _midnight(found.entry.published), "Published"
    return report.added_at, "Added to the ledger"


def _midnight(day: datetime.date) -> str:
    return f"{day.isoformat()}T00:00:00+00:00"
