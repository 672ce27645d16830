"""Readings and findings as lines of JSON, by the contract in `docs/commands.md`."""

from typing import Any

import msgspec

from sayso.records import Finding, Reading

__all__ = ["finding_line", "reading_line", "record_line"]

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def reading_line(reading: Reading) -> bytes:
    """All that was read in one report, on one line; spans are `[start, end]` into its text."""
    return _ENCODER.encode(reading) + b"\n"


def record_line(record: object) -> bytes:
    """Any record on one line, its fields as they are called."""
    return _ENCODER.encode(record) + b"\n"


def finding_line(finding: Finding, report: str) -> bytes:
    """One finding about the report of that id, on one line."""
    return _ENCODER.encode(_finding_row(finding) | {"report": report}) + b"\n"


def _finding_row(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "verdict": finding.verdict,
        "report_span": finding.report_span,
        "report_text": finding.report_text,
        "speaker": finding.speaker,
        "record_span": finding.record_span,
        "record_text": finding.record_text,
        "record_speaker": finding.record_speaker,
        "drift": [{"kind": it.kind, "from": it.was, "to": it.became} for it in finding.drift],
        "clip": finding.clip,
        "explanation": finding.explanation,
        "diff": [{"from": it.was, "to": it.became, "kept": it.kept} for it in finding.changes],
        "record": finding.record,
        "agreeing": finding.agreeing,
    }
