"""Files go in, the records that reports are compared with come out."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO

from sayso.comparing import as_record, is_attributing
from sayso.intake import Decoded, parse_record
from sayso.pipeline.reports import Outcome, outcomes_of, read_decoded
from sayso.reading import read_quantities, read_times
from sayso.records import Record

__all__ = ["record_each", "record_of", "with_mentions"]

# A longer text without a named turn is a record: a speech, a hearing; no report is so long.
_LONGEST_REPORT = 30_000


def record_each(
    names: Sequence[str], *, stdin: BinaryIO | None = None
) -> Iterator[Outcome[Record]]:
    """Load one record after the other; a report among them becomes one of what it gives to whom.

    A text without a named turn that attributes much of its words to others is a report.
    """
    return outcomes_of(names, stdin, record_of)


def record_of(text: Decoded, name: str) -> Record:
    """The record that a text is; a report becomes one of what it gives to whom."""
    record = parse_record(text, name=name)
    if not record.speakers and len(record.text) <= _LONGEST_REPORT:
        reading = read_decoded(text, name, None)
        if is_attributing(reading):
            return as_record(reading, name=name)
    return with_mentions(record)


def with_mentions(record: Record) -> Record:
    """The record with its figures and times, which a ledger does not keep."""
    return replace(
        record,
        quantities=read_quantities(record.text, report_id=record.id),
        times=read_times(record.text, report_id=record.id, published=record.held),
    )
