"""What is fuzzed: each takes any bytes, and may raise nothing but sayso's own errors."""

import datetime
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.batch.rows import rows_of
from sayso.comparing import check_report
from sayso.errors import SaysoError
from sayso.intake import (
    decode,
    find_items,
    find_rows,
    parse_item,
    parse_record,
    parse_row,
    parse_suppressions,
)
from sayso.pipeline import Ledger, add_each, import_each, locate, read_text
from sayso.records import Item, Reading, Span
from sayso.views.pages import Frame, lost_page, statement_page

__all__ = ["TARGETS"]

_NOW = datetime.datetime(2024, 11, 1, tzinfo=datetime.UTC)
_REPORT = """\
Ilse Varga, the harbour minister, said: "Some 4,200 dockers would strike on Friday."

"The ferries sail," she added.
"""
_FRAME = Frame(ledger="kept.db", version="0", user=None, origin="http://localhost")


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


def permalinks(data: bytes) -> None:
    """The address of a statement, or what follows the id of a report that is kept, and its page."""
    ledger, report, _ = _kept()
    mention = data.decode("utf-8", "surrogateescape")
    mention = report + mention if mention.startswith(".") else mention
    with suppress(SaysoError):
        found = locate(ledger, mention)
        if found.statement is None:
            lost_page(found.kept, mention, _FRAME)
        else:
            assert found.statement.id == mention
            statement_page(found.kept, found.statement, _FRAME)


def imports(data: bytes) -> None:
    """A file of what others have read; taken twice, it adds nothing."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "rows"
        file.write_bytes(data)
        if not any(_is_sound(row) for row in _rows(file)):
            return
        with Ledger(f"{folder}/kept.db") as ledger:
            taken = list(import_each(ledger, [str(file)], clock=lambda: _NOW))
            again = list(import_each(ledger, [str(file)], clock=lambda: _NOW))
            assert [it.failure for it in taken] == [it.failure for it in again]
            assert all(whole for _, whole in ledger.verify())


def _rows(file: Path) -> list[bytes]:
    with suppress(SaysoError):
        return [row for _, row in find_rows(file)]
    return []


def _is_sound(row: bytes) -> bool:
    with suppress(SaysoError):
        parse_row(row, name="row")
        return True
    return False


@cache
def _kept() -> tuple[Ledger, str, TemporaryDirectory[str]]:
    """A ledger with one report, its id, and the folder, which goes with the program."""
    folder = TemporaryDirectory()
    ledger = Ledger(f"{folder.name}/kept.db")
    list(add_each(ledger, [Item(name="report.txt", data=_REPORT.encode())], clock=lambda: _NOW))
    return ledger, read_text(_REPORT).report.id, folder


def _read(data: bytes) -> Reading | None:
    with suppress(SaysoError):
        return read_text(data.decode("utf-8", "surrogateescape"))
    return None


_ALL = (archives, pages, transcripts, reports, checks, permalinks, imports)
TARGETS: dict[str, Callable[[bytes], None]] = {target.__name__: target for target in _ALL}
"""Each by the name of its corpus."""
