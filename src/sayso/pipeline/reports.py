"""The stations in order: a file goes in, its reading comes out, and with a record its findings."""

import datetime
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from itertools import chain
from os import PathLike
from pathlib import Path
from typing import BinaryIO, Generic, NamedTuple, TypeVar

from sayso.comparing import (
    Selection,
    as_record,
    check_report,
    index_record,
    is_attributing,
    select_findings,
)
from sayso.errors import SaysoError, UnreadableReportError
from sayso.intake import (
    MAX_BYTES,
    Decoded,
    Options,
    decode,
    find_items,
    find_turns,
    load_file,
    parse_item,
    parse_record,
    parse_report,
    parse_suppressions,
)
from sayso.reading import Encoder, read_quantities, read_report
from sayso.records import (
    Finding,
    Item,
    Reading,
    Record,
    Severity,
    Suppression,
    UnreadableItem,
)

__all__ = [
    "Check",
    "Outcome",
    "check",
    "check_each",
    "check_reading",
    "encoder",
    "load_selection",
    "read",
    "read_document",
    "read_each",
    "read_text",
    "record_each",
    "record_of",
]

_Result = TypeVar("_Result")
_ALL = Selection()
_PLAIN = Options()
# A longer text without a named turn is a record: a speech, a hearing; no report is so long.
_LONGEST_REPORT = 30_000
_FEWEST_TURNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[_Result]):
    """What became of one file of many: a result, or why there is none.

    `notes` are sentences about what had to be assumed, such as an encoding.
    """

    name: str
    result: _Result | SaysoError
    notes: tuple[str, ...] = ()


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


def read(path: str | PathLike[str], *, published: datetime.date | None = None) -> Reading:
    """Who says what in the report at `path`; `published` is its day where it does not give one."""
    return _read(_decoded(path), str(path), published)


def read_text(text: str, *, published: datetime.date | None = None) -> Reading:
    """Who says what in `text`, a report as plain text or HTML."""
    return _read(Decoded(text=text, encoding="unicode"), "the text", published)


def check(
    path: str | PathLike[str], *, against: Sequence[str | PathLike[str]] = ()
) -> tuple[Finding, ...]:
    """How the report at `path` departs from the records at `against`; with none, from itself."""
    records = [record_of(_decoded(record), str(record)) for record in against]
    return check_reading(read(path), records).findings


def read_each(
    sources: Sequence[str],
    *,
    published: datetime.date | None = None,
    stdin: BinaryIO | None = None,
    options: Options = _PLAIN,
    fetch: Callable[[str], Item] | None = None,
) -> Iterator[Outcome[Reading]]:
    """Read one document of the sources after the other; what cannot be read stops none of the rest.

    A source is whatever `find_items` takes: the name `-` stands for `stdin`, and with `fetch` an
    address for the page behind it.
    """
    for item in find_items(sources, stdin=stdin, fetch=fetch, options=options):
        yield read_document(item, published=published)


def read_document(
    item: Item | UnreadableItem, *, published: datetime.date | None = None
) -> Outcome[Reading]:
    """Read one document; `published` is its day where it does not give one."""
    notes: tuple[str, ...] = ()
    try:
        if isinstance(item, UnreadableItem):
            raise UnreadableReportError(item.reason)
        text = decode(item.data, name=item.name, media_type=item.media_type)
        notes = _notes(text, item.name)
        reading = read_report(parse_item(item, text, published=published), encoder())
    except SaysoError as error:
        return Outcome(name=item.name, result=error, notes=notes)
    return Outcome(name=item.name, result=reading, notes=notes)


def record_each(
    names: Sequence[str], *, stdin: BinaryIO | None = None
) -> Iterator[Outcome[Record]]:
    """Load one record after the other; a report among them becomes one of what it gives to whom.

    A text without a named turn that attributes much of its words to others is a report.
    """
    return _each(names, stdin, record_of)


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
        records, _each(names, stdin, lambda text, name: _Opened(_read(text, name, None), text.text))
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


def _each(
    names: Sequence[str], stdin: BinaryIO | None, make: Callable[[Decoded, str], _Result]
) -> Iterator[Outcome[_Result]]:
    for given in names:
        name = "standard input" if given == "-" else given
        notes: tuple[str, ...] = ()
        try:
            text = decode(_bytes_of(given, stdin), name=name)
            notes = _notes(text, name)
            result: _Result | SaysoError = make(text, name)
        except SaysoError as error:
            result = error
        yield Outcome(name=name, result=result, notes=notes)


def _bytes_of(name: str, stdin: BinaryIO | None) -> bytes:
    if name != "-" or stdin is None:
        return load_file(Path(name))
    data = stdin.read(MAX_BYTES + 1)
    if not data:
        raise UnreadableReportError("Standard input is empty; pipe a report into it.")
    if len(data) > MAX_BYTES:
        raise UnreadableReportError("Standard input is too big; cut it into smaller files.")
    return data


def _decoded(path: str | PathLike[str]) -> Decoded:
    return decode(load_file(Path(path)), name=str(path))


def _notes(text: Decoded, name: str) -> tuple[str, ...]:
    return (f"{name}: encoding assumed: {text.encoding}",) if text.assumed else ()


def _read(text: Decoded, name: str, published: datetime.date | None) -> Reading:
    return read_report(parse_report(text, name=name, published=published), encoder())


def record_of(text: Decoded, name: str) -> Record:
    """The record that a text is; a report becomes one of what it gives to whom."""
    record = parse_record(text, name=name)
    if not record.speakers and len(record.text) <= _LONGEST_REPORT:
        reading = _read(text, name, None)
        if is_attributing(reading):
            return as_record(reading, name=name)
    return replace(record, quantities=read_quantities(record.text, report_id=record.id))


class _Opened(NamedTuple):
    """A report that was read, and its file's text."""

    reading: Reading
    file_text: str


def _while_indexing(
    records: Sequence[Record], outcomes: Iterator[Outcome[_Opened]]
) -> Iterator[Outcome[_Opened]]:
    """The reports as they are read, with the records ready to compare.

    The encoder lets go of the interpreter while it computes, which leaves time for the records: a
    quarter of a second less for one report beside a long record.
    """
    with ThreadPoolExecutor(max_workers=1) as beside:
        indexed = beside.map(index_record, records)
        for outcome in outcomes:
            list(indexed)
            yield outcome


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
    labels = (turn.speaker for turn in find_turns(opened.reading.report.text))
    if not records or any(record.speakers for record in records if not record.is_report):
        return
    if sum(label is not None for label in labels) >= _FEWEST_TURNS:
        yield f"{name} looks like a transcript, and it was given as the report: were they swapped?"


def _selected(opened: _Opened, name: str, against: _Against) -> Check:
    check = check_reading(opened.reading, against.records, against.witnesses)
    findings, used = select_findings(check.findings, against.selection, report=name)
    return replace(check, findings=findings, suppressed=used, file_text=opened.file_text)


def check_reading(
    reading: Reading, records: Sequence[Record], witnesses: Sequence[Record] = ()
) -> Check:
    """What was read, compared with the records; where there are none, with itself."""
    title = reading.report.title or ""
    headline = read_quantities(title, report_id=reading.report.id)
    findings = check_report(reading, [*records, *witnesses], headline)
    return Check(reading=reading, records=tuple(records), findings=findings)


@cache
def encoder() -> Encoder:
    """The shipped weights, loaded when the first report is read."""
    return Encoder()
