"""Documents into the ledger: read one by one, kept in batches, failures noted with their reason."""

import datetime
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sayso import __version__
from sayso.errors import SaysoError
from sayso.intake import decode, find_files, is_pattern, parse_item, parse_record
from sayso.ledger import (
    Batch,
    Kept,
    Ledger,
    Read,
    current_text,
    keep,
    keep_failure,
    keep_record,
    settle,
)
from sayso.pipeline.maker import MAKER, Clock
from sayso.pipeline.relating import relate
from sayso.pipeline.weights import encoder
from sayso.reading import identify, read_report, weights_digest
from sayso.records import Item, Reading, Record, Report, UnreadableItem

__all__ = [
    "Added",
    "add_each",
    "count_documents",
    "read_again",
    "read_item",
    "reader",
]

# Reading takes about a second a report, a commit some milliseconds: what a crash may cost is
# read again, and is no more than this.
_BATCH = 16
# What lies beside a ledger: its log, and who may enter.
_OWN = ("", "-wal", "-shm", ".access", ".access-wal", ".access-shm")
_LONGEST = datetime.timedelta(seconds=2)

_Found = Read | Record | SaysoError | str


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one document; `failure` says why it could not be added.

    `text` is the id of its text, by which the report is found from now on. Once it is told it is
    kept, whatever happens to the program afterwards.
    """

    name: str
    kept: Kept | None = None
    text: str | None = None
    failure: str | None = None
    statements: int = 0


def add_each(
    ledger: Ledger,
    items: Iterable[Item | UnreadableItem],
    *,
    clock: Clock,
    published: datetime.date | None = None,
    record: bool = False,
) -> Iterator[Added]:
    """Add one document after the other; told of each when it is kept, or when it failed.

    What is there already is recognised by its bytes and not read again, so that a run that was
    broken off goes on where it was. With `record` they are transcripts of what was said.
    """
    waiting: list[tuple[Item | UnreadableItem, _Found]] = []
    since = clock()
    try:
        for item in _others(items, ledger.name):
            waiting.append((item, _found(ledger, item, (published, record))))
            now = clock()
            if len(waiting) == _BATCH or now - since > _LONGEST:
                yield from _commit(ledger, waiting, now)
                waiting, since = [], now
    except KeyboardInterrupt:
        _commit(ledger, waiting, clock())
        raise
    yield from _commit(ledger, waiting, clock())
    # once, for it costs as much beside three reports as beside sixty
    relate(ledger, clock=clock)


def count_documents(sources: Iterable[str]) -> int | None:
    """How many files the sources name; None where one is no file, folder or pattern.

    An archive or feed counts as one, so that there may be more documents in the end.
    """
    found = 0
    for source in sources:
        if Path(source).is_file():
            found += 1
        elif Path(source).is_dir() or is_pattern(source):
            found += sum(1 for _ in find_files(source))
        else:
            return None
    return found


def _others(items: Iterable[Item | UnreadableItem], ledger: str) -> Iterator[Item | UnreadableItem]:
    """All but the ledger's own files, which may lie in the folder that is added."""
    own = {Path(f"{ledger}{end}").absolute() for end in _OWN}
    return (item for item in items if Path(item.name).absolute() not in own)


def _found(
    ledger: Ledger, item: Item | UnreadableItem, how: tuple[datetime.date | None, bool]
) -> _Found:
    """What is to be kept of a document; the id of its text where it is there already."""
    published, record = how
    if isinstance(item, UnreadableItem):
        return SaysoError(item.reason)
    with ledger.seen() as connection:
        if known := current_text(connection, item.sha256):
            return known
    try:
        if not record:
            return read_item(item, published=published)
        text = decode(item.data, name=item.name, media_type=item.media_type)
        return parse_record(text, name=item.name)
    except SaysoError as error:
        return error


def read_item(item: Item, *, published: datetime.date | None = None) -> Read:
    """A document read, with what tells its people apart from those of other reports."""
    reading = read_report(parse_item(item, published=published), encoder())
    return Read(reading=reading, reader=reader(), identify=identify, again=read_again)


def read_again(report: Report) -> Reading:
    """What is read in a report of the ledger."""
    return read_report(report, encoder())


@cache
def reader() -> str:
    """What reads now: the version of sayso and of its weights."""
    return f"{__version__} {weights_digest()[:8]}"


def _commit(
    ledger: Ledger,
    waiting: Sequence[tuple[Item | UnreadableItem, _Found]],
    now: datetime.datetime,
) -> list[Added]:
    if not waiting:
        return []
    with ledger.batch(now=now, maker=MAKER) as batch:
        return [_keep(batch, item, found) for item, found in waiting]


def _keep(batch: Batch, item: Item | UnreadableItem, found: _Found) -> Added:
    if isinstance(found, SaysoError) or isinstance(item, UnreadableItem):
        keep_failure(batch, item.name, str(found))
        return Added(name=item.name, failure=str(found))
    settle(batch, item.name)
    if isinstance(found, str):
        return Added(name=item.name, kept=Kept.SAME, text=found)
    if isinstance(found, Record):
        return Added(name=item.name, kept=keep_record(batch, item, found), text=found.id)
    read = found.reading
    kept, count = keep(batch, item, found), len(read.statements)
    return Added(name=item.name, kept=kept, text=read.report.id, statements=count)
