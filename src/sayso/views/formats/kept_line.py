"""Our own lines of JSON: a report with its whole reading, enough to import it elsewhere."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from sayso.records import Holding, Judgement, Reading

__all__ = ["kept_line", "kept_lines"]

_ENCODER = msgspec.json.Encoder(decimal_format="number")


def kept_lines(reports: Iterable[Holding]) -> Iterator[bytes]:
    """A line a report: the fields of `sayso read`, and under `kept` what the ledger knows."""
    return map(kept_line, reports)


def kept_line(report: Holding) -> bytes:
    """A report on one line; its original bytes are in Base64, null where they are just the text."""
    kept = {
        "address": report.item.name,
        "reader": report.reader,
        "original": _original(report),
        "people": report.known,
        "judgements": [_judgement(one) for one in report.judgements],
        "unjudged": _fields(report.unjudged) if report.unjudged else None,
        "found": _found(report),
    }
    return _ENCODER.encode({**_fields(report.reading), "kept": kept}) + b"\n"


def _fields(reading: Reading) -> dict[str, Any]:
    return {name: getattr(reading, name) for name in Reading.__dataclass_fields__}


def _original(report: Holding) -> dict[str, Any]:
    item = report.item
    plain = item.data == report.reading.report.text.encode()
    return {
        "media_type": item.media_type,
        "fetched_at": item.fetched_at,
        "sha256": item.sha256,
        "bytes": None if plain else item.data,
    }


def _judgement(judgement: Judgement) -> dict[str, Any]:
    names = ("kind", "made_by", "made_at", "reason", "anchor", "change")
    return {name: getattr(judgement, name) for name in names}


def _found(report: Holding) -> list[str] | None:
    """The ids of the statements that were found, None where all were."""
    if len(report.found) == len(report.reading.statements):
        return None
    return [one.statement.id for one in report.found]
