"""Reports as references in CSL-JSON (Citation Style Language 1.0.2)."""

import datetime
from collections.abc import Iterable, Iterator
from typing import Any

from sayso.records import Holding
from sayso.views.formats.citing import said_lines
from sayso.views.formats.json_list import json_list, without_nothing

__all__ = ["csl_items"]


def csl_items(reports: Iterable[Holding]) -> Iterator[bytes]:
    """An item a report; its note holds the statements."""
    return json_list(_item(report) for report in reports if report.found)


def _item(report: Holding) -> dict[str, Any]:
    own = report.reading.report
    return without_nothing(
        {
            "id": own.id,
            "type": "article-newspaper" if own.outlet else "webpage",
            "title": own.title,
            "container-title": own.outlet,
            "issued": _date(own.published),
            "event-date": _event(report),
            "accessed": _date(report.item.fetched_at),
            "language": own.language,
            "URL": own.url,
            "archive": "sayso ledger",
            "archive_location": f"sha256:{report.item.sha256}",
            "note": "\n".join(said_lines(report)),
        }
    )


def _date(day: datetime.date | None) -> dict[str, Any] | None:
    return {"date-parts": [[day.year, day.month, day.day]]} if day else None


def _event(report: Holding) -> dict[str, Any] | None:
    """The days from the first to the last on which it was said, where they are known."""
    said = [found.statement.said_on for found in report.found]
    first = min((one.earliest for one in said if one and one.earliest), default=None)
    last = max((one.latest for one in said if one and one.latest), default=None)
    if first is None or last is None:
        return None
    days = [first] if first == last else [first, last]
    return {"date-parts": [[day.year, day.month, day.day] for day in days]}
