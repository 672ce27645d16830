"""What is fuzzed: each takes any bytes, and may raise nothing but sayso's own errors."""

from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

from sayso.batch.rows import rows_of
from sayso.comparing import check_report
from sayso.errors import SaysoError
from sayso.intake import decode, find_items, parse_item, parse_record, parse_suppressions
from sayso.pipeline import read_text
from sayso.records import Item, Reading, Span

__all__ = ["TARGETS"]


def archives(data: bytes) -> None:
    """Whatever is on standard input: archives, feeds, tables, pages; their text is parsed too."""
    for item in find_items(["-"], stdin=BytesIO(data)):
        if isinstance(item, Item):
            with suppress(SaysoError):
                parse_item(item)


def pages(data: bytes) -> None:
    """A page, taken as HTML whatever it begins with."""
    with suppress(SaysoError):
        parse_item(Item(name="page", data=data, media_type="text/html"))


def transcripts(data: bytes) -> None:
    """A record of what was said, or a list of suppressed findings."""
    with suppress(SaysoError):
        parse_record(decode(data, name="record"), name="record")
    with suppress(SaysoError):
        parse_suppressions(data, name="list")


def reports(data: bytes) -> None:
    """A report through all readers, and as rows of tables; every span is in its text."""
    reading = _read(data)
    if reading is not None:
        whole = Span(0, len(reading.report.text))
        assert all(whole.covers(one.span) for one in reading.quantities)
        assert all(whole.covers(one.span) for one in reading.times)
        spans = (span for one in reading.statements for span in (*one.content, *one.cue))
        assert all(whole.covers(span) for span in spans)
        rows_of(reading, document="0")


def checks(data: bytes) -> None:
    """A report and a record, with a NUL between them, compared; and the report with itself."""
    told, _, said = data.partition(b"\x00")
    reading = _read(told)
    if reading is None:
        return
    check_report(reading, [], ())
    with suppress(SaysoError):
        record = parse_record(decode(said, name="record"), name="record")
        check_report(reading, [record], ())


def _read(data: bytes) -> Reading | None:
    with suppress(SaysoError):
        return read_text(data.decode("utf-8", "surrogateescape"))
    return None


TARGETS: dict[str, Callable[[bytes], None]] = {
    target.__name__: target for target in (archives, pages, transcripts, reports, checks)
}
"""Each by the name of its corpus."""
