"""Whether a report that comes from elsewhere is sound, before anything of it is kept."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from decimal import Decimal
from math import isfinite
from typing import Any

from sayso.errors import UnreadableReportError
from sayso.intake.metadata import as_url
from sayso.records import Holding, Item, Reading, Span, text_id

__all__ = ["check_report"]

_ODD = re.compile("[\0\ud800-\udfff]")  # what no database keeps
_LARGEST = 2**53  # the largest whole number that JSON keeps for everybody


def check_report(report: Holding, name: str) -> Holding:
    """The report, or UnreadableReportError that says what is wrong with it."""
    for fault in _faults(report):
        raise UnreadableReportError(f"{name} cannot be imported: {fault}.")
    return report


def _faults(report: Holding) -> Iterator[str]:
    readings = [report.reading, *filter(None, [report.unjudged])]
    if len({reading.report.id for reading in readings}) > 1:
        yield "it was read in two different texts"
    for reading in readings:
        yield from _faults_of(reading)
    told = (report.item.name, report.item.media_type, report.reader, report.known)
    yield from _odd((*told, report.judgements), 2**31)


def _faults_of(reading: Reading) -> Iterator[str]:
    text = reading.report.text
    if not text.strip():
        yield "it has no text"
    elif reading.report.id != text_id(text):
        yield "its id is not that of its text"
    if reading.report.url is not None and as_url(reading.report.url) is None:
        yield "its address is no web address"
    yield from _odd(reading, len(text))
    yield from _links(reading)


def _links(reading: Reading) -> Iterator[str]:
    """What is named twice, and what points to nothing."""
    statements = Counter(one.id for one in reading.statements)
    people = Counter(one.id for one in reading.people)
    for ids in (statements, people):
        yield from (f"{one} stands in it twice" for one, times in ids.items() if times > 1)
    told = [one.speaker for one in reading.statements]
    within = [one.within for one in reading.statements]
    of = [one.statement for one in reading.quantities]
    of += [one.statement for one in reading.quotations]
    for links, ids in ((told, people), ((*within, *of), statements)):
        yield from (f"{one!r} is not in it" for one in links if one is not None and one not in ids)
    if any(one.within == one.id for one in reading.statements):
        yield "a statement stands within itself"
    if not all(one.spans for one in reading.quotations):
        yield "a quotation stands nowhere"


def _odd(value: Any, length: int) -> Iterator[str]:
    """What cannot be kept, anywhere in a value: spans outside a text so long, odd letters."""
    if isinstance(value, Span):
        if not 0 <= value.start <= value.end <= length:
            yield f"{value.start}-{value.end} is outside its text"
    elif isinstance(value, str):
        if _ODD.search(value):
            yield "a NUL or half a character stands in it"
    elif isinstance(value, (int, float, Decimal)):
        if not _is_number(value):
            yield f"{str(value)[:40]} is too large, or no number"
    else:
        for part in _parts(value):
            yield from _odd(part, length)


def _is_number(value: float | Decimal) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite()
    return isfinite(value) and (not isinstance(value, int) or abs(value) <= _LARGEST)


def _parts(value: Any) -> Iterable[Any]:
    if is_dataclass(value) and not isinstance(value, (type, Item)):
        return (getattr(value, field.name) for field in fields(value))
    if isinstance(value, Mapping):
        return (*value.keys(), *value.values())
    return value if isinstance(value, (list, tuple)) else ()
