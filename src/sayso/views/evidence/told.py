"""Evidence as plain values: what the page shows, and what programs read."""

import datetime
import hashlib
from collections.abc import Iterator
from typing import Any

from sayso.records import Evidence, Exhibit, Finding, Holding, Record
from sayso.views.evidence.context import around
from sayso.views.evidence.live_link import live_link
from sayso.views.formats.deciding import decided
from sayso.views.formats.edtf import edtf_of
from sayso.views.formats.figure import figures_of

__all__ = ["exhibit_fields", "record_fields", "report_fields", "reports_of", "told_evidence"]


def told_evidence(
    evidence: Evidence, *, moment: datetime.datetime, version: str, whole: bool
) -> dict[str, Any]:
    """All of it; `whole` says whether passages stand with their surroundings."""
    number, digest = evidence.chain or (None, None)
    return {
        "sayso": version,
        "packed_at": moment.astimezone(datetime.UTC).isoformat(timespec="seconds"),
        "request": evidence.request,
        "ledger": {"batch": number, "hash": digest},
        "passages": [
            exhibit_fields(exhibit, number, whole=whole)
            for number, exhibit in enumerate(evidence.exhibits, 1)
        ],
        "reports": [report_fields(holding) for holding in reports_of(evidence)],
        "records": [record_fields(record) for record in evidence.records],
    }


def reports_of(evidence: Evidence) -> Iterator[Holding]:
    """The reports of the exhibits, each once."""
    known: set[str] = set()
    for exhibit in evidence.exhibits:
        report = exhibit.holding.reading.report.id
        if report not in known:
            known.add(report)
            yield exhibit.holding


def exhibit_fields(exhibit: Exhibit, number: int, *, whole: bool) -> dict[str, Any]:
    """One passage: who says what, where it stands, and what it is beside the record."""
    entry, statement = exhibit.held.entry, exhibit.held.statement
    said, own = statement.said_on, exhibit.holding.reading.report
    stretch = around(exhibit) if whole else None
    names = ("speaker", "office", "affiliation", "words", "mode", "kind")
    return {
        "number": number,
        "statement": entry.id,
        **{name: getattr(entry, name) for name in names},
        "said": edtf_of(said.earliest, said.latest) if said else None,
        "confidence": statement.confidence,
        "report": own.id,
        "spans": statement.content,
        "context": stretch and {"span": stretch, "text": stretch.of(own.text)},
        "live": live_link(own.url, entry.words),
        "figures": list(figures_of(exhibit.holding, statement, None)),
        "findings": [_finding(finding) for finding in exhibit.findings],
        "judgements": [
            {
                name: getattr(one, name)
                for name in ("kind", "made_by", "made_at", "reason", "change")
            }
            for one in decided(exhibit.holding, statement)
        ],
    }


def report_fields(holding: Holding) -> dict[str, Any]:
    """Where a report comes from, and the hashes of its bytes and of its text in UTF-8."""
    own, item = holding.reading.report, holding.item
    fetched = item.fetched_at
    names = ("id", "title", "outlet", "url", "published", "language")
    return {
        **{name: getattr(own, name) for name in names},
        "address": item.name,
        "fetched_at": fetched and fetched.astimezone(datetime.UTC).isoformat(timespec="seconds"),
        "added_at": holding.added_at,
        "reader": holding.reader,
        "media_type": item.media_type,
        "bytes": len(item.data),
        "bytes_sha256": item.sha256,
        "text_sha256": _digest(own.text),
    }


def record_fields(record: Record) -> dict[str, Any]:
    """Which record it is, and the hash of its text in UTF-8."""
    names = ("id", "name", "title", "held", "venue", "url")
    told = {name: getattr(record, name) for name in names}
    return {**told, "complete": record.complete, "text_sha256": _digest(record.text)}


def _finding(finding: Finding) -> dict[str, Any]:
    names = ("kind", "verdict", "report_span", "report_text", "explanation")
    of_record = ("record", "record_span", "record_text", "record_speaker")
    return {name: getattr(finding, name) for name in (*names, *of_record)}


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
