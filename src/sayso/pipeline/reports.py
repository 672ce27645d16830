"""Files go in, their readings come out."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import BinaryIO, Generic, TypeVar

from sayso.errors import SaysoError, UnreadableReportError
from sayso.intake import (
    MAX_BYTES,
    Decoded,
    Options,
    decode,
    find_items,
    load_file,
    parse_item,
    parse_report,
)
from sayso.pipeline.weights import encoder
from sayso.reading import Device, read_report
from sayso.records import Item, Reading, UnreadableItem

__all__ = [
    "Opened",
    "Outcome",
    "decoded",
    "open_each",
    "outcomes_of",
    "read",
    "read_decoded",
    "read_document",
    "read_each",
    "read_text",
]

_Result = TypeVar("_Result")
_PLAIN = Options()


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome(Generic[_Result]):
    """What became of one file of many: a result, or why there is none.

    `notes` are sentences about what had to be assumed, such as an encoding.
    """

    name: str
    result: _Result | SaysoError
    notes: tuple[str, ...] = ()


def read(path: str | PathLike[str], *, published: datetime.date | None = None) -> Reading:
    """Who says what in the report at `path`; `published` is its day where it does not give one."""
    return read_decoded(decoded(path), str(path), published)


def read_text(text: str, *, published: datetime.date | None = None) -> Reading:
    """Who says what in `text`, a report as plain text or HTML."""
    return read_decoded(Decoded(text=text, encoding="unicode"), "the text", published)


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
    item: Item | UnreadableItem,
    *,
    published: datetime.date | None = None,
    device: Device = Device.CPU,
) -> Outcome[Reading]:
    """Read one document on a device; `published` is its day where it does not give one."""
    notes: tuple[str, ...] = ()
    try:
        if isinstance(item, UnreadableItem):
            raise UnreadableReportError(item.reason)
        text = decode(item.data, name=item.name, media_type=item.media_type)
        notes = _notes(text, item.name)
        reading = read_report(parse_item(item, text, published=published), encoder(device))
    except SaysoError as error:
        return Outcome(name=item.name, result=error, notes=notes)
    return Outcome(name=item.name, result=reading, notes=notes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A report that was read, and its file."""

    reading: Reading
    file: Decoded


def open_each(names: Sequence[str], *, stdin: BinaryIO | None = None) -> Iterator[Outcome[Opened]]:
    """Read one report after the other; what cannot be read stops none of the rest.

    The first is begun at once, in a thread: the encoder lets go of the interpreter while it
    computes, which leaves time for what else a command has to do first.
    """
    outcomes = outcomes_of(names, stdin, _opened)
    beside = ThreadPoolExecutor(max_workers=1)
    first = beside.submit(next, outcomes, None)
    beside.shutdown(wait=False)
    return _begun(first, outcomes)


def _begun(first: Future[_Result | None], others: Iterator[_Result]) -> Iterator[_Result]:
    found = first.result()
    if found is not None:
        yield found
        yield from others


def _opened(text: Decoded, name: str) -> Opened:
    return Opened(reading=read_decoded(text, name, None), file=text)


def outcomes_of(
    names: Sequence[str], stdin: BinaryIO | None, make: Callable[[Decoded, str], _Result]
) -> Iterator[Outcome[_Result]]:
    """What is made of one file after the other; what cannot be read stops none of the rest."""
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


def decoded(path: str | PathLike[str]) -> Decoded:
    """The text of a file, whatever its encoding."""
    return decode(load_file(Path(path)), name=str(path))


def _notes(text: Decoded, name: str) -> tuple[str, ...]:
    return (f"{name}: encoding assumed: {text.encoding}",) if text.assumed else ()


def read_decoded(text: Decoded, name: str, published: datetime.date | None) -> Reading:
    """Who says what in a report that was decoded; `name` is what sentences about it call it."""
    return read_report(parse_report(text, name=name, published=published), encoder())
