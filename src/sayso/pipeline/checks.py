"""Reports beside records: files go in, and how they depart from what was said comes out."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import BinaryIO, NamedTuple

from sayso.comparing import Selection, as_record, check_report, index_record, select_findings
from sayso.errors import SaysoError
from sayso.intake import Decoded, load_file, parse_record, parse_suppressions
from sayso.pipeline.reports import Outcome, decoded, outcomes_of, read, read_decoded, record_of
from sayso.reading import read_quantities
from sayso.records import Finding, Reading, Record, Severity, Suppression

__all__ = ["Check", "check", "check_each", "check_reading", "load_selection"]

_ALL = Selection()
_FEWEST_TURNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One report, the records it was compared with (none: with itself) and what was found.

    `suppressed` are the suppressions that held findings back; `file_text` is the report's file.
    """

    reading: Reading
    records: tuple[Record, ...]
    findings: tuple[Finding, ...]
    suppressed: tuple[Suppression, ...] = ()
    file_text: str = ""

    @property
    def severity(self) -> Severity:
        """The worst of the findings."""
        return max(
            (finding.verdict.severity for finding in self.findings),
            key=list(Severity).index,
            default=Severity.NONE,
        )


def check(
    path: str | PathLike[str], *, against: Sequence[str | PathLike[str]] = ()
) -> tuple[Finding, ...]:
    """How the report at `path` departs from the records at `against`; with none, from itself."""
    records = [record_of(decoded(record), str(record)) for record in against]
    return check_reading(read(path), records).findings


def check_each(
    names: Sequence[str],
    records: Sequence[Record],
    *,
    selection: Selection = _ALL,
    stdin: BinaryIO | None = None,
) -> Iterator[Outcome[Check]]:
    """Compare one report after the other with the records; where there are none, with itself.

    Where several reports are given, all are read first: those of different origin may have the
    same against the record.
    """
    outcomes: Iterable[Outcome[_Opened]] = _while_indexing(
        records,
        outcomes_of(names, stdin, _opened),
    )
    if len(names) > 1 and any(not record.is_report for record in records):
        outcomes = list(outcomes)
    against = _Against(
        records=tuple(records), witnesses=tuple(_witnesses(outcomes)), selection=selection
    )
    for outcome in outcomes:
        opened = outcome.result
        if isinstance(opened, SaysoError):
            yield Outcome(name=outcome.name, result=opened, notes=outcome.notes)
        else:
            notes = (*outcome.notes, *_swapped(opened, outcome.name, records))
            result = _selected(opened, outcome.name, against)
            yield Outcome(name=outcome.name, result=result, notes=notes)


def load_selection(names: Sequence[str], *, ignored: Collection[str] = ()) -> Selection:
    """What not to tell: the findings listed in those files, and those of the ignored kinds."""
    listed = (parse_suppressions(load_file(Path(name)), name=name) for name in names)
    return Selection(ignored=frozenset(ignored), suppressions=tuple(chain(*listed)))


class _Opened(NamedTuple):
    """A report that was read, and its file."""

    reading: Reading
    file: Decoded


def _while_indexing(
    records: Sequence[Record], outcomes: Iterator[Outcome[_Opened]]
) -> Iterator[Outcome[_Opened]]:
    """The reports as they are read, with the records ready to compare.

    The encoder lets go of the interpreter while it computes, which leaves time for the records.
    """
    with ThreadPoolExecutor(max_workers=1) as beside:
        indexed = beside.map(index_record, records)
        for outcome in outcomes:
            list(indexed)
            yield outcome


def _opened(text: Decoded, name: str) -> _Opened:
    return _Opened(read_decoded(text, name, None), text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Against:
    """What reports are compared with, the other reports given, and what not to tell."""

    records: tuple[Record, ...]
    witnesses: tuple[Record, ...]
    selection: Selection


def _witnesses(outcomes: Iterable[Outcome[_Opened]]) -> Iterator[Record]:
    """The reports given besides, where they were all read before; none where they come singly."""
    for outcome in outcomes if isinstance(outcomes, list) else ():
        if not isinstance(outcome.result, SaysoError):
            yield as_record(outcome.result.reading, name=outcome.name)


def _swapped(opened: _Opened, name: str, records: Sequence[Record]) -> Iterator[str]:
    """A note where the report has turns as a record has, and what it is laid beside has none."""
    if not records or any(record.speakers for record in records if not record.is_report):
        return
    turns = parse_record(opened.file, name=name).turns
    if sum(turn.speaker is not None for turn in turns) >= _FEWEST_TURNS:
        yield f"{name} looks like a transcript, and it was given as the report: were they swapped?"


def _selected(opened: _Opened, name: str, against: _Against) -> Check:
    check = check_reading(opened.reading, against.records, against.witnesses)
    findings, used = select_findings(check.findings, against.selection, report=name)
    return replace(check, findings=findings, suppressed=used, file_text=opened.file.text)


def check_reading(
    reading: Reading, records: Sequence[Record], witnesses: Sequence[Record] = ()
) -> Check:
    """What was read, compared with the records; where there are none, with itself."""
    title = reading.report.title or ""
    headline = read_quantities(title, report_id=reading.report.id)
    findings = check_report(reading, [*records, *witnesses], headline)
    return Check(reading=reading, records=tuple(records), findings=findings)
