"""Reports as references in RIS (Research Information Systems, 2012), with what was found."""

from collections.abc import Iterable, Iterator

from sayso.records import Holding
from sayso.views.formats.citing import said_lines

__all__ = ["ris_references"]


def ris_references(reports: Iterable[Holding]) -> Iterator[bytes]:
    """A reference a report; its notes are the statements."""
    for report in reports:
        if report.found:
            yield "".join(_lines(report)).encode("utf-8", "replace")


def _lines(report: Holding) -> Iterator[str]:
    own, fetched = report.reading.report, report.item.fetched_at
    day = own.published
    tags = [
        ("TY", "NEWS"),
        ("ID", own.id),
        ("TI", own.title),
        ("T2", own.outlet),
        ("PY", day and f"{day.year:04}"),
        ("DA", day and f"{day.year:04}/{day:%m/%d}/"),
        ("LA", own.language),
        ("UR", own.url),
        ("Y2", fetched and f"{fetched.year:04}/{fetched:%m/%d}/"),
        *(("N1", line) for line in said_lines(report)),
    ]
    for tag, value in tags:
        if value:
            yield f"{tag}  - {' '.join(str(value).split())}\r\n"
    yield "ER  - \r\n\r\n"
