"""Reports beside records: files go in, and how they depart from what was said comes out."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from os import PathLike
from pathlib import Path

from sayso.comparing import Selection, as_record, check_report, index_record, select_findings
from sayso.errors import SaysoError
from sayso.intake import load_file, parse_record, parse_suppressions
from sayso.pipeline.recording import record_of
from sayso.pipeline.reports import Opened, Outcome, decoded, read
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
    opened: Iterable[Outcome[Opened]], records: Sequence[Record], *, selection: Selection = _ALL
) -> Iterator[Outcome[Check]]:
    """Compare one report after the other with the records; where there are none, with itself.

    Where several reports are given, all are read first: those of different origin may have the
    same against the record.
    """
    for record in records:
        index_record(record)
    if any(not record.is_report for record in records):
        opened = list(opened)
    against = _Against(
        records=tuple(records), witnesses=tuple(_witnesses(opened)), selection=selection
    )
    for outcome in opened:
        report = outcome.result
        if isinstance(report, SaysoError):
            yield Outcome(name=outcome.name, result=report, notes=outcome.notes)
        else:
            notes = (*outcome.notes, *_swapped(report, outcome.name, records))
            result = _selected(report, outcome.name, against)
            yield Outcome(name=outcome.name, result=result, notes=notes)


def load_selection(names: Sequence[str], *, ignored: Collection[str] = ()) -> Selection:
    """What not to tell: the findings listed in those files, and those of the ignored kinds."""
    listed = (parse_suppressions(load_file(Path(name)), name=name) for name in names)
    return Selection(ignored=frozenset(ignored), suppressions=tuple(chain(*listed)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Against:
    """What reports are compared with, the other reports given, and what not to tell."""

    records: tuple[Record, ...]
    witnesses: tuple[Record, ...]
    selection: Selection


def _witnesses(opened: Iterable[Outcome[Opened]]) -> Iterator[Record]:
    """The reports given besides, where they were all read before; none where they come singly."""
    for outcome in opened if isinstance(opened, list) and len(opened) > 1 else ():
        if not isinstance(outcome.result, SaysoError):
            yield as_record(outcome.result.reading, name=outcome.name)


def _swapped(opened: Opened, name: str, records: Sequence[Record]) -> Iterator[str]:
    """A note where the report has turns as a record has, and what it is laid beside has none."""
    if not records or any(record.speakers for record in records if not record.is_report):
        return
    turns = parse_record(opened.file, name=name).turns
    if sum(turn.speaker is not None for turn in turns) >= _FEWEST_TURNS:
        yield f"{name} looks like a transcript, and it was given as the report: were they swapped?"


def _selected(opened: Opened, name: str, against: _Against) -> Check:
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
